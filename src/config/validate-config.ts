/** Validation of plain data against the configuration's schema. */
import { createValidator } from '../documents/validate.js';
import { configSchema } from './schema.js';

export const validateConfig = createValidator(configSchema, {
  subject: 'the configuration',
  nextOfUnknownKey: (section) => [`arqonbus config show${section === undefined ? '' : ` ${section}`}`],
});
