/** The one schema of a file of API keys: what keys exist, what they mean, what they default to. [T-AUTH-3] */
import { z } from 'zod';
import { identifier, text } from '../../documents/values.js';
import { grantsSchema } from '../schema/grants-schema.js';

/** Parsing takes about 0.2 ms for each (measured), within one tick; who needs more clients than this wants tokens. */
export const API_KEYS_MAX = 1_000;
const SUBSCRIPTIONS_MAX = 64;

/** RFC 3339, in UTC or with an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

const key = z.strictObject({
  id: identifier().describe('What logs and deny lists call the key.'),
  sha256: text(/^[0-9a-f]{64}$/, 'the SHA-256 of the key, as 64 of 0-9 a-f').describe('Hash of the key.'),
  tenant: identifier().describe('Tenant its bearer belongs to.'),
  subject: text(/^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/, '1 to 200 printable ASCII characters').describe(
    'Who its bearer is.',
  ),
  grants: grantsSchema('its bearer').describe('What its bearer may do; nothing that is not written.'),
  client_type: z
    .enum(['human', 'ai-agent', 'dashboard', 'service'])
    .optional()
    .describe('What its bearer is; left to hello if unset.'),
  subscriptions: z
    .array(text(/^[^:]{1,128}(:[^:]{1,129})?$/, 'an address such as room:channel or room:*'))
    .max(SUBSCRIPTIONS_MAX)
    .default([])
    .describe('Addresses a session joins when it opens; each must be granted.'),
  expires: z
    .string()
    .refine((value) => parseInstant(value) !== null)
    .meta({ kind: 'text', expectation: 'an instant such as 2027-01-31T18:00:00Z' })
    .optional()
    .describe('From then on the key is refused; never if unset.'),
  description: z.string().max(500).optional().describe('For people.'),
});

export const keyFileSchema = z.strictObject({
  version: z.literal(1).meta({ kind: 'integer', expectation: '1' }).describe('Version of this format.'),
  keys: z.array(key).max(API_KEYS_MAX).describe('Every key that is accepted.'),
});

export type KeyFileEntry = z.output<typeof key>;

/** Milliseconds since 1970; null if the text is no instant, or of a day that there is not. */
export function parseInstant(value: string): number | null {
  if (!INSTANT.test(value)) return null;
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) return null;
  // 30 February would silently become 2 March.
  const day = value.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? ms : null;
}
