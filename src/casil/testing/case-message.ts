/**
 * A case's message as the bytes a client would send: encoded with the generated codec and scanned by the bus's own
 * scanner, so that inspection sees exactly what it sees in production. [C-CLI-1]
 */
import { err, ok, type Result } from '../../base/result.js';
import { wire } from '../../protocol/codec.js';
import { EnvelopeView, scanEnvelope } from '../../protocol/envelope-scanner.js';
import type { Rejection } from '../../protocol/rejection.js';
import { PROTOCOL_MAJOR } from '../../protocol/version.js';
import type { SenderFacts } from '../inspection.js';
import type { Given } from './case-schema.js';
import type { GeneratedText } from './generated-text.js';

/** As large as a server can be configured to take. */
const PAYLOAD_BYTES_MAX = 16_777_216;

export interface CaseMessage {
  readonly view: EnvelopeView;
  readonly sender: SenderFacts;
  readonly address: { readonly tenant: string; readonly room: string; readonly channel: string };
}

const TYPES: Readonly<Record<Given['type'], wire.MessageType>> = {
  event: wire.MessageType.EVENT,
  telemetry: wire.MessageType.TELEMETRY,
  direct: wire.MessageType.DIRECT,
  request: wire.MessageType.REQUEST,
  reply: wire.MessageType.REPLY,
};

/** The error is why the bus would refuse the message before inspecting it. */
export function caseMessage(
  given: Given,
  payload: Buffer,
  contentType: string | null,
  generated: GeneratedText,
): Result<CaseMessage, Rejection> {
  const text = (value: string | undefined) => generated.expand(value ?? '');
  const headers = Object.entries(given.headers ?? {}).map(([name, value]) => [name, text(value)]);
  return scanMessage(
    {
      version: PROTOCOL_MAJOR,
      type: TYPES[given.type],
      id: text(given.id),
      room: given.room ?? '',
      channel: given.channel ?? '',
      payload,
      contentType: contentType ?? text(given.content_type),
      headers: Object.fromEntries(headers) as Record<string, string>,
      correlationId: text(given.correlation_id),
      causationId: text(given.causation_id),
      target: text(given.target),
      traceparent: text(given.traceparent),
      intent: text(given.intent),
      capabilities: (given.capabilities ?? []).map(text),
    },
    { tenant: given.tenant, sender: { clientId: given.sender, subject: given.sender } },
  );
}

/** @param fields empty texts and lists are left out, as a client leaves them out. */
export function scanMessage(
  fields: wire.IEnvelope & { readonly room: string; readonly channel: string },
  from: { readonly tenant: string; readonly sender: SenderFacts },
): Result<CaseMessage, Rejection> {
  const written = Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value))) as wire.IEnvelope;
  const bytes = Buffer.from(wire.Envelope.encode(written).finish());
  const view = new EnvelopeView();
  const refused = scanEnvelope(bytes, 0, bytes.length, { payloadBytesMax: PAYLOAD_BYTES_MAX }, view);
  if (refused !== null) return err(refused);
  const { room, channel } = fields;
  return ok({ view, sender: from.sender, address: { tenant: from.tenant, room, channel } });
}

/** What a subscriber would get as payload: of the masked envelope where there is one. */
export function deliveredPayload({ view }: CaseMessage, redacted: Buffer | null): Buffer {
  // A masked envelope has the length of the original, and every field its place.
  const bytes = redacted ?? view.bytes.subarray(view.start, view.end);
  return view.payloadEnd === 0
    ? Buffer.alloc(0)
    : bytes.subarray(view.payloadStart - view.start, view.payloadEnd - view.start);
}

function isEmpty(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '' || value === undefined;
}
