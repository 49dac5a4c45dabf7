/** Envelopes of messages a client sends: its own fields only, checked before they leave. */
import { createMessageId } from '../base/ids.js';
import { encodeCompact } from '../protocol/compact-encode.js';
import { MessageType } from '../protocol/generated/compact-schema.js';
import { PROTOCOL_MAJOR } from '../protocol/version.js';
import { identifier } from './addresses.js';
import { BusError, invalidArgument } from './errors.js';
import type { MessageOptions } from './options.js';
import { encodePayload, type Payload } from './payload.js';

export interface Destination {
  readonly room?: string;
  readonly channel?: string;
  readonly target?: string;
}

export interface OutgoingMessage {
  readonly type: 'EVENT' | 'TELEMETRY' | 'DIRECT' | 'REQUEST' | 'REPLY';
  readonly to: Destination;
  readonly payload: Payload;
  readonly options: MessageOptions;
  readonly payloadBytesMax: number;
}

/** @throws BusError when the server would refuse the envelope without being able to say which one it was. */
export function encodeMessage(message: OutgoingMessage): { id: string; bytes: Uint8Array } {
  const { type, to, options, payloadBytesMax } = message;
  const { timeoutMs: _, id = createMessageId(), contentType, ...fields } = options;
  const payload = encodePayload(message.payload);
  if (payload.bytes.length > payloadBytesMax) {
    throw new BusError('PAYLOAD_TOO_LARGE', `${payload.bytes.length} bytes are over the server's ${payloadBytesMax}`, {
      field: 'payload',
    });
  }
  identifier('id', id);
  if (fields.correlationId !== undefined) identifier('correlationId', fields.correlationId);
  if (fields.causationId !== undefined) identifier('causationId', fields.causationId);
  try {
    const bytes = encodeCompact('Envelope', {
      version: PROTOCOL_MAJOR,
      type: MessageType[type],
      id,
      ...to,
      payload: payload.bytes,
      contentType: contentType ?? payload.contentType,
      // A request is answered by its replies; the others by an ack.
      wantAck: type !== 'REQUEST',
      ...fields,
    });
    return { id, bytes };
  } catch (cause) {
    // The encoder names the field of a number that does not fit.
    throw invalidArgument('options', cause instanceof Error ? cause.message : String(cause));
  }
}
