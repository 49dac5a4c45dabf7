/** The list of detectors in docs/casil.md is that of the code, by family and with its risks. [C-DET-1] */
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/casil/detectors/catalogue.js';
import { BUILD_TOKENS } from '../../src/casil/detectors/secrets/build-and-infrastructure.js';
import { CHAT_TOKENS } from '../../src/casil/detectors/secrets/chat.js';
import { CLOUD_TOKENS } from '../../src/casil/detectors/secrets/cloud.js';
import { MAIL_AND_SMS_TOKENS } from '../../src/casil/detectors/secrets/mail-and-sms.js';
import { MODEL_PROVIDER_TOKENS } from '../../src/casil/detectors/secrets/model-providers.js';
import { OBSERVABILITY_TOKENS } from '../../src/casil/detectors/secrets/observability.js';
import { PAYMENT_TOKENS } from '../../src/casil/detectors/secrets/payments.js';
import { PLATFORM_TOKENS } from '../../src/casil/detectors/secrets/platforms.js';
import { REGISTRY_TOKENS } from '../../src/casil/detectors/secrets/registries.js';
import { SOURCE_HOSTING_TOKENS } from '../../src/casil/detectors/secrets/source-hosting.js';
import { WORKSPACE_TOKENS } from '../../src/casil/detectors/secrets/workspaces.js';
import { TOKEN_FORMATS } from '../../src/casil/detectors/token-catalogue.js';
import { readDocument } from './markdown.js';

type Named = Pick<(typeof DETECTORS)[number], 'id' | 'risk'>;

const families: Readonly<Record<string, readonly Named[]>> = {
  'clouds and vaults': CLOUD_TOKENS,
  platforms: PLATFORM_TOKENS,
  'source hosting': SOURCE_HOSTING_TOKENS,
  'build and infrastructure': BUILD_TOKENS,
  registries: REGISTRY_TOKENS,
  'chat and social': CHAT_TOKENS,
  'payments and shops': PAYMENT_TOKENS,
  'model providers': MODEL_PROVIDER_TOKENS,
  'mail and text messages': MAIL_AND_SMS_TOKENS,
  observability: OBSERVABILITY_TOKENS,
  'workspaces and data': WORKSPACE_TOKENS,
  'of any origin': DETECTORS.filter(
    ({ id, group }) => group === 'secrets' && !TOKEN_FORMATS.some((one) => one.id === id),
  ),
  'personal data': DETECTORS.filter(({ group }) => group === 'personal-data'),
};

const named = ({ id, risk }: Named) => (risk === 'high' ? id : `${id} (${risk})`);
const row = ([family, members]: [string, readonly Named[]]) => `| ${family} | ${members.map(named).join(', ')} |`;

describe('the list of detectors [C-DET-1]', () => {
  const { text } = readDocument('docs/casil.md');

  it('is complete, in the order of the code', () => {
    const listed = /<!-- detectors:begin -->\n\n([\s\S]*?)\n\n<!-- detectors:end -->/.exec(text)?.[1];
    const rows = ['| family | detectors |', '|---|---|', ...Object.entries(families).map(row)];
    expect(listed).toBe(rows.join('\n'));
  });

  it('has every detector once, and the page counts them', () => {
    const ids = Object.values(families).flatMap((members) => members.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(DETECTORS.map(({ id }) => id).toSorted());
    expect(text).toContain(`There are ${DETECTORS.length} of them`);
  });
});
