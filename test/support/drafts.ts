/** Publishes on their way into a log, as the pipeline would hand them over. */
import { channelAddress, type ChannelAddress } from '../../src/protocol/address.js';
import { wire } from '../../src/protocol/codec.js';
import type { AppendDraft, LogEntry, Retention } from '../../src/protocol/entry.js';
import { encodeSenderStamp } from '../../src/protocol/stamp.js';
import { frameEnvelope } from './sealed.js';

export const KEEP_ALL: Retention = { countMax: 100_000, bytesMax: 100_000_000, ageMaxMs: 86_400_000 };

let made = 0;

export interface DraftFields {
  readonly id?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly ttlMs?: number;
  readonly retention?: Partial<Retention>;
  readonly mayCreate?: boolean;
  readonly casil?: Uint8Array;
}

export function address(channel = 'general', room = 'chat', tenant = 'acme'): ChannelAddress {
  return channelAddress({ tenant, room, channel });
}

export function draft(to: ChannelAddress, fields: DraftFields = {}): AppendDraft {
  made += 1;
  const {
    id = `id-${made}`,
    subject = 'user:alice',
    text = '',
    ttlMs = 0,
    retention = {},
    mayCreate = true,
    casil = null,
  } = fields;
  const encoded = wire.Envelope.encode({
    version: 1,
    type: wire.MessageType.EVENT,
    id,
    room: to.room,
    channel: to.channel,
    payload: Buffer.from(text),
  }).finish();
  const source = Buffer.from(encoded);
  // Version and type come first: their bytes cannot hold the id.
  const idStart = source.indexOf(id);
  return {
    address: to,
    retention: { ...KEEP_ALL, ...retention },
    id,
    idStart,
    idEnd: idStart + id.length,
    subject,
    senderStamp: encodeSenderStamp('node1-client', subject),
    ttlMs,
    mayCreate,
    casil,
    source,
    start: 0,
    end: source.length,
  };
}

/** What a subscriber would decode from an entry. */
export function decodeEntry(entry: LogEntry): wire.Envelope {
  return wire.Envelope.decode(frameEnvelope(entry.frame));
}

export function textOf(entry: LogEntry): string {
  return Buffer.from(decodeEntry(entry).payload).toString();
}
