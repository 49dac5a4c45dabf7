import { beforeEach, describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../../support/memory-bus.js';

const { MessageType, Durability } = wire;

let memoryBus: MemoryBus;
let sender: MemoryConnection;
let receiver: MemoryConnection;

beforeEach(async () => {
  memoryBus = createMemoryBus({ clock: new FakeClock() });
  sender = await memoryBus.join();
  receiver = await memoryBus.join();
});

describe('publishing', () => {
  it('delivers the sender’s bytes with the server’s stamp to every subscriber [P2]', () => {
    receiver.command({ join: { room: 'r', channel: 'c' } });
    const id = sender.publish('r', 'c', 'hello', { headers: { a: 'b' }, intent: 'greet', capabilities: ['x'] });
    const delivered = receiver.received.at(-1);
    expect(delivered).toMatchObject({
      id,
      room: 'r',
      channel: 'c',
      intent: 'greet',
      headers: { a: 'b' },
      subject: 'anonymous',
    });
    expect(Buffer.from(delivered?.payload ?? []).toString()).toBe('hello');
    expect(readUint64(delivered?.sequence)).toBe(1);
    expect(delivered?.epoch).not.toBe(0);
    expect(delivered?.sender).toMatch(/^test-node\.[a-z0-9]{16}$/);
  });

  it('relays unknown fields untouched [S-PROTO-3]', () => {
    receiver.command({ join: { room: 'r', channel: 'c' } });
    const envelope = wire.Envelope.encode({
      version: 1,
      type: MessageType.EVENT,
      id: 'x',
      room: 'r',
      channel: 'c',
    }).finish();
    const unknown = Buffer.from([0x82, 0x06, 0x03, 0x61, 0x62, 0x63]);
    const bytes = Buffer.concat([envelope, unknown]);
    sender.sendBytes(Buffer.concat([Buffer.from([0x0a, bytes.length]), bytes]));
    memoryBus.tick();
    expect(receiver.batches.at(-1)?.newest).toBeDefined();
    expect(Buffer.from(receiver.batches.at(-1)?.newest ?? []).includes(unknown)).toBe(true);
  });

  it('acks with position and durability only when asked; the acks of one message leave as one frame [S-TRANS-3]', () => {
    const ids = sender.send(
      { type: MessageType.EVENT, room: 'r', channel: 'c', wantAck: true },
      { type: MessageType.EVENT, room: 'r', channel: 'c' },
      { type: MessageType.TELEMETRY, room: 'r', channel: 'c', wantAck: true },
    );
    expect(ids.map((id) => sender.answerTo(id)?.ack?.durability)).toEqual([
      Durability.MEMORY,
      undefined,
      Durability.MEMORY,
    ]);
    expect(readUint64(sender.answerTo(ids[2] ?? '')?.ack?.sequence)).toBe(3);
  });

  it('stores a repeated id once and says so [P4]', () => {
    receiver.command({ join: { room: 'r', channel: 'c' } });
    const id = sender.publish('r', 'c', 'once');
    sender.received.length = 0;
    sender.publish('r', 'c', 'once', { id });
    expect(sender.answerTo(id)?.ack).toMatchObject({ duplicate: true });
    expect(receiver.texts()).toEqual(['once']);
    sender.received.length = 0;
    sender.publish('r', 'c', 'twice', { id });
    expect(sender.answerTo(id)?.error?.name).toBe('ID_CONFLICT');
  });

  it('refuses a missing channel where the room does not create, the same as a forbidden one [P7]', async () => {
    const closed = createMemoryBus({ clock: new FakeClock(), config: { rooms: [{ match: '*' }] } });
    const client = await closed.join();
    const id = client.publish('r', 'c', 'x');
    expect(client.answerTo(id)?.error).toMatchObject({ name: 'NOT_FOUND' });
    expect(closed.counters.rejected).toBe(1);
  });

  it('refuses what cannot reach the room’s minimum durability', async () => {
    const config = { rooms: [{ match: '*', auto_create: true, minimum_durability: 'stored' }] };
    const client = await createMemoryBus({ clock: new FakeClock(), config }).join();
    const id = client.publish('r', 'c', 'x');
    expect(client.answerTo(id)?.error).toMatchObject({ name: 'DURABILITY_UNAVAILABLE', retry: wire.Retry.RETRY });
  });

  it('keeps the order of one connection’s envelopes across types', () => {
    const [, joinId] = sender.send(
      { type: MessageType.EVENT, room: 'r', channel: 'c', payload: Buffer.from('before') },
      { type: MessageType.COMMAND, command: { join: { room: 'r', channel: 'c' } } },
      { type: MessageType.EVENT, room: 'r', channel: 'c', payload: Buffer.from('after') },
    );
    const [joined] = sender.answerTo(joinId ?? '')?.commandResult?.join?.channels ?? [];
    expect(readUint64(joined?.sequence)).toBe(1);
    expect(sender.texts()).toEqual(['after']);
  });

  it('tells operators of channels that publishes brought to be, and of those that were reclaimed [S-LOG-4]', async () => {
    const clock = new FakeClock();
    const bus = createMemoryBus({
      clock,
      config: { rooms: [{ match: '*', auto_create: true, retention: { count: 1, age: 1000 } }] },
    });
    const client = await bus.join();
    client.publish('r', 'c', 'x');
    const of = (type: string) => bus.events.filter((event) => event.type === type);
    expect(of('channel.created')).toEqual([{ type: 'channel.created', tenant: 'default', room: 'r', channel: 'c' }]);
    clock.advance(300_000);
    expect(of('channel.removed')).toMatchObject([{ room: 'r', channel: 'c', why: 'reclaimed' }]);
  });

  it('publishes to many channels and decides for each', () => {
    for (let index = 0; index < 1100; index += 1) sender.publish('r', `c${index}`, 'x');
    expect(memoryBus.counters.published).toBe(1100);
  });
});
