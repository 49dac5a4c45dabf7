/** A message as it reaches a program: what the envelope carried, and the two ways to answer it without a loop. */
import type { Envelope } from '../protocol/generated/compact-schema.js';
import { MessageType } from '../protocol/generated/compact-schema.js';
import { BusError } from './errors.js';
import type { EmbeddingHook, MessageOptions } from './options.js';
import type { Payload } from './payload.js';
import { toInspection, type Inspection } from './inspection.js';
import type { Ack } from './results.js';

export type MessageKind = 'event' | 'telemetry' | 'direct' | 'request' | 'reply';

const KINDS: Readonly<Record<number, MessageKind>> = {
  [MessageType.EVENT]: 'event',
  [MessageType.TELEMETRY]: 'telemetry',
  [MessageType.DIRECT]: 'direct',
  [MessageType.REQUEST]: 'request',
  [MessageType.REPLY]: 'reply',
};

/** The kind of a message envelope; null for control envelopes. */
export function messageKind(type: number): MessageKind | null {
  return KINDS[type] ?? null;
}

/** What a message needs of its client to be answered. */
export interface ReplyPort {
  answer(to: Message, payload: Payload, options: MessageOptions): Promise<Ack>;
}

const text = new TextDecoder('utf-8', { fatal: true });

export class Message {
  readonly type: MessageKind;
  readonly id: string;
  /** Empty for messages to one client. */
  readonly room: string;
  readonly channel: string;
  /** A copy of its own: safe to keep. */
  readonly payload: Uint8Array;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly correlationId: string;
  /** Position; both 0 for messages that carry none. */
  readonly sequence: number;
  readonly epoch: number;
  /** Client id of the sender. */
  readonly sender: string;
  /** Authenticated subject of the sender. */
  readonly subject: string;
  /** When the log accepted it, milliseconds since 1970. */
  readonly timestampMs: number;
  readonly target: string;
  readonly causationId: string;
  readonly hopCount: number;
  readonly ttlMs: number;
  readonly traceparent: string;
  /** Queue group through which it came; empty without one. */
  readonly group: string;
  readonly capabilities: readonly string[];
  readonly intent: string;
  readonly embedding: EmbeddingHook | undefined;
  /** What inspection found, where the operator exposes it. */
  readonly inspection: Inspection | undefined;
  readonly #port: ReplyPort;

  constructor(envelope: Envelope, port: ReplyPort) {
    this.type = KINDS[envelope.type] ?? 'event';
    this.id = envelope.id;
    this.room = envelope.room;
    this.channel = envelope.channel;
    // The envelope is a view of a whole batch: keeping one small payload must not keep all of it.
    this.payload = envelope.payload.slice();
    this.contentType = envelope.contentType;
    this.headers = envelope.headers;
    this.correlationId = envelope.correlationId;
    this.sequence = envelope.sequence;
    this.epoch = envelope.epoch;
    this.sender = envelope.sender;
    this.subject = envelope.subject;
    this.timestampMs = envelope.timestampMs;
    this.target = envelope.target;
    this.causationId = envelope.causationId;
    this.hopCount = envelope.hopCount;
    this.ttlMs = envelope.ttlMs;
    this.traceparent = envelope.traceparent;
    this.group = envelope.group;
    this.capabilities = envelope.capabilities;
    this.intent = envelope.intent;
    this.embedding = envelope.embedding && copyEmbedding(envelope.embedding);
    this.inspection = envelope.casil && toInspection(envelope.casil);
    this.#port = port;
  }

  /** `room:channel`; empty for messages to one client. */
  get address(): string {
    return this.room === '' ? '' : `${this.room}:${this.channel}`;
  }

  /** @throws BusError INVALID_PAYLOAD when the payload is not UTF-8. */
  text(): string {
    try {
      return text.decode(this.payload);
    } catch (cause) {
      throw unreadable('the payload is not UTF-8 text', cause);
    }
  }

  /** @throws BusError INVALID_PAYLOAD when the payload is not JSON. */
  json(): unknown {
    const content = this.text();
    try {
      return JSON.parse(content) as unknown;
    } catch (cause) {
      throw unreadable('the payload is not JSON', cause);
    }
  }

  /**
   * Answers the sender alone: a request with the reply it waits for, anything else with a direct message whose
   * `correlationId` is this message's id.
   */
  reply(payload: Payload, options: MessageOptions = {}): Promise<Ack> {
    return this.#port.answer(this, payload, options);
  }

  /**
   * Options for a message that this one caused. Copies only what its sender owned and what still holds for the new
   * one, names this message as the cause and counts one hop more, so that agents answering each other in a circle
   * meet the bus's hop limit.
   */
  derive(): MessageOptions {
    return {
      causationId: this.id,
      hopCount: this.hopCount + 1,
      headers: this.headers,
      ...(this.correlationId !== '' && { correlationId: this.correlationId }),
      ...(this.traceparent !== '' && { traceparent: this.traceparent }),
      ...(this.capabilities.length > 0 && { capabilities: this.capabilities }),
      ...(this.intent !== '' && { intent: this.intent }),
    };
  }
}

function copyEmbedding(embedding: EmbeddingHook): EmbeddingHook {
  return { model: embedding.model, dimensions: embedding.dimensions, values: embedding.values.slice() };
}

function unreadable(message: string, cause: unknown): BusError {
  return Object.assign(new BusError('INVALID_PAYLOAD', message, { field: 'payload' }), { cause });
}
