/**
 * The independent corpus: what people and programs send when they leak a credential, written from the examples of the
 * vendors' pages and without a look at the declarations. Some of it has no form of its own and is meant to be missed
 * by a detector that knows nothing but forms.
 */
import { CHAT_AND_PAYMENT_LEAKS } from './chat-and-payment-leaks.js';
import { CLOUD_LEAKS } from './cloud-leaks.js';
import { CODE_LEAKS } from './code-leaks.js';
import type { VendorLeaks } from './leak.js';
import { MODEL_AND_WORK_LEAKS } from './model-and-work-leaks.js';

export const LEAKS: readonly VendorLeaks[] = [
  ...CLOUD_LEAKS,
  ...CODE_LEAKS,
  ...CHAT_AND_PAYMENT_LEAKS,
  ...MODEL_AND_WORK_LEAKS,
];
