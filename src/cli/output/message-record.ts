/** One message as a record for programs: the same for tail and history, and accepted back by `send --jsonl`. */
import type { Message } from '../../client/exports.js';
import { formatCursor } from '../parse-values.js';
import { inspectionRecord } from './inspection-words.js';
import type { OutputRecord } from './json-lines.js';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The payload in the most readable form that loses nothing: JSON where writing it again gives the same bytes, else
 * text where it is UTF-8, else base64.
 */
export function payloadFields(
  bytes: Uint8Array,
): { payload: unknown } | { payload_text: string } | { payload_base64: string } {
  const text = decodeUtf8(bytes);
  if (text === null) return { payload_base64: Buffer.from(bytes).toString('base64') };
  const value = parseJson(text);
  if (value !== undefined && JSON.stringify(value) === text) return { payload: value };
  return { payload_text: text };
}

/** null if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function messageRecord(
  message: Message,
  options: { readonly tenant: string; readonly payload: boolean },
): OutputRecord {
  const { payload, headers, correlationId, contentType, sequence, epoch } = message;
  const hasPosition = sequence > 0;
  return {
    v: 1,
    type: 'message',
    ts: new Date(message.timestampMs).toISOString(),
    ...(hasPosition && { cursor: formatCursor({ epoch, sequence }) }),
    tenant: options.tenant,
    room: message.room,
    channel: message.channel,
    id: message.id,
    sender: message.sender,
    subject: message.subject,
    kind: message.type,
    size: payload.length,
    ...(hasPosition && { sequence: String(sequence), epoch }),
    ...(contentType !== '' && { content_type: contentType }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(correlationId !== '' && { correlation_id: correlationId }),
    ...(message.inspection && { casil: inspectionRecord(message.inspection) }),
    payload_state: options.payload ? 'included' : 'omitted',
    ...(options.payload ? payloadFields(payload) : { payload_reason: 'not asked for; add --payload' }),
  };
}
