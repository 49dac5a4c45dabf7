import { Message } from '../../../src/client/message.js';
import { MessageType, type Envelope } from '../../../src/protocol/generated/compact-schema.js';

/** A message as the SDK hands it over. */
export function messageOf(fields: Partial<Envelope> = {}): Message {
  const envelope = {
    type: MessageType.EVENT,
    id: 'id-1',
    room: 'demo',
    channel: 'hello',
    payload: Buffer.from('hi'),
    contentType: '',
    headers: {},
    correlationId: '',
    sequence: 7,
    epoch: 99,
    sender: 'n1.c1',
    subject: 'ada',
    timestampMs: Date.UTC(2026, 0, 31, 14, 2, 6, 113),
    target: '',
    causationId: '',
    hopCount: 0,
    ttlMs: 0,
    traceparent: '',
    group: '',
    capabilities: [],
    intent: '',
    ...fields,
  } as Envelope;
  return new Message(envelope, { answer: () => Promise.reject(new Error('nobody answers in this test')) });
}
