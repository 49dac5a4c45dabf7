/**
 * The detectors of provider tokens, one visible list: adding a format is one entry in its family's file, adding a
 * family is one line here. Every format was defined from the page its `source` names. [C-DET-1]
 */
import { defineToken } from '../engine/define-token.js';
import type { Detector } from '../engine/detector.js';
import type { TokenFormat } from '../engine/token-format.js';
import { BUILD_TOKENS } from './secrets/build-and-infrastructure.js';
import { CHAT_TOKENS } from './secrets/chat.js';
import { CLOUD_TOKENS } from './secrets/cloud.js';
import { MAIL_AND_SMS_TOKENS } from './secrets/mail-and-sms.js';
import { MODEL_PROVIDER_TOKENS } from './secrets/model-providers.js';
import { OBSERVABILITY_TOKENS } from './secrets/observability.js';
import { PAYMENT_TOKENS } from './secrets/payments.js';
import { placeholderIn } from './secrets/placeholder.js';
import { PLATFORM_TOKENS } from './secrets/platforms.js';
import { REGISTRY_TOKENS } from './secrets/registries.js';
import { SOURCE_HOSTING_TOKENS } from './secrets/source-hosting.js';
import { WORKSPACE_TOKENS } from './secrets/workspaces.js';

export const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...CLOUD_TOKENS,
  ...PLATFORM_TOKENS,
  ...SOURCE_HOSTING_TOKENS,
  ...BUILD_TOKENS,
  ...REGISTRY_TOKENS,
  ...CHAT_TOKENS,
  ...PAYMENT_TOKENS,
  ...MODEL_PROVIDER_TOKENS,
  ...MAIL_AND_SMS_TOKENS,
  ...OBSERVABILITY_TOKENS,
  ...WORKSPACE_TOKENS,
];

export const TOKEN_DETECTORS: readonly Detector[] = TOKEN_FORMATS.map((format) =>
  defineToken({ ...format, placeholderIn }),
);
