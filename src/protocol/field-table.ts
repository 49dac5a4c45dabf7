/**
 * Which Envelope fields exist and who owns their numbers. Tested against the options of proto/arqonbus/v1, so that
 * the scanner and the schema cannot drift apart. [S-PROTO-2]
 */

/** Names of the assigned fields, as in the proto, by number. */
export const ENVELOPE_FIELD_NAMES: Readonly<Record<number, string>> = {
  1: 'version',
  2: 'type',
  3: 'id',
  4: 'room',
  5: 'channel',
  6: 'payload',
  7: 'content_type',
  8: 'headers',
  9: 'correlation_id',
  10: 'want_ack',
  11: 'sequence',
  12: 'epoch',
  13: 'sender',
  14: 'timestamp_ms',
  15: 'subject',
  16: 'target',
  17: 'causation_id',
  18: 'hop_count',
  19: 'ttl_ms',
  20: 'traceparent',
  32: 'casil',
  33: 'group',
  34: 'tenant_id',
  40: 'capabilities',
  41: 'intent',
  42: 'embedding',
  48: 'hello',
  49: 'welcome',
  50: 'command',
  51: 'command_result',
  52: 'ack',
  53: 'error',
  54: 'gap',
  55: 'go_away',
  56: 'presence_event',
};

/** First number whose meaning the protocol leaves to applications: relayed untouched. */
export const UNKNOWN_FIELD_MIN = 64;

/** The two bodies a client may send. */
export const HELLO_FIELD = 48;
export const COMMAND_FIELD = 50;

/** Named where the number cannot be read, or is no field of ours: a client's own numbers are never echoed. */
export const UNKNOWN_FIELD = '(unknown)';

/**
 * What a rejection calls a field: its name, or its number in the ranges the protocol reserves. Numbers of 64 and above
 * are the client's own choice and have no name, so that rejections stay a bounded set.
 */
export function envelopeFieldName(number: number): string {
  return ENVELOPE_FIELD_NAMES[number] ?? (number > 0 && number < UNKNOWN_FIELD_MIN ? String(number) : UNKNOWN_FIELD);
}

/** Whether only the server may write this number, assigned or not. */
export function isServerField(number: number): boolean {
  if (number >= 11 && number <= 15) return true;
  if (number >= 32 && number <= 39) return true;
  return number >= 48 && number < UNKNOWN_FIELD_MIN && number !== HELLO_FIELD && number !== COMMAND_FIELD;
}
