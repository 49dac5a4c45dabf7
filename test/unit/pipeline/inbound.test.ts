import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../../support/memory-bus.js';

const { MessageType, ErrorCode, CloseCode } = wire;

let memoryBus: MemoryBus;
let client: MemoryConnection;

beforeEach(async () => {
  memoryBus = createMemoryBus({ clock: new FakeClock() });
  client = await memoryBus.join();
});

function errorsOf(connection: MemoryConnection): wire.IError[] {
  return connection.received.flatMap((envelope) => envelope.error ?? []);
}

describe('one WebSocket message [S-PROTO-1]', () => {
  it('answers a bad envelope by itself and accepts its neighbours', () => {
    const ids = client.send(
      { type: MessageType.EVENT, room: 'r', channel: 'c', payload: Buffer.from('one'), wantAck: true },
      { type: MessageType.EVENT, room: 'r r', channel: 'c', wantAck: true },
      { type: MessageType.EVENT, room: 'r', channel: 'c', payload: Buffer.from('two'), wantAck: true },
    );
    const answers = ids.map((id) => client.answerTo(id));
    expect(answers.map((answer) => answer?.ack?.sequence?.toString() ?? answer?.error?.name)).toEqual([
      '1',
      'INVALID_IDENTIFIER',
      '2',
    ]);
    expect(answers[1]?.error?.field).toBe('room');
    expect(client.open).toBe(true);
  });

  it('names the index of an envelope whose id is unreadable', () => {
    const good = wire.Frame.encode({
      envelopes: [{ version: 1, type: MessageType.EVENT, id: 'x', room: 'r', channel: 'c' }],
    }).finish();
    client.sendBytes(Buffer.concat([good, Buffer.from([0x0a, 0x02, 0xff, 0xff])]));
    expect(errorsOf(client)[0]).toMatchObject({ name: 'MALFORMED_ENVELOPE', envelopeIndex: 1 });
  });

  it('closes on broken outer framing before anything of the message takes effect [P8]', () => {
    const good = wire.Frame.encode({
      envelopes: [{ version: 1, type: MessageType.EVENT, id: 'x', room: 'r', channel: 'c', wantAck: true }],
    }).finish();
    client.sendBytes(Buffer.concat([good, Buffer.from([0x0a, 0x7f])]));
    expect(client.closedWith).toBe(CloseCode.CLOSED_MALFORMED_FRAME);
    expect(errorsOf(client).map((error) => error.code)).toEqual([ErrorCode.MALFORMED_FRAME]);
    expect(client.answerTo('x')).toBeUndefined();
    expect(memoryBus.counters.published).toBe(0);
  });

  it('skips the rest of a Frame after eight errors, with one error for it [S-PROTO-4]', () => {
    const bad = Array.from({ length: 20 }, () => ({ type: MessageType.EVENT, room: 'no room', channel: 'c' }));
    client.send(...bad, { type: MessageType.EVENT, room: 'r', channel: 'c', wantAck: true });
    const names = errorsOf(client).map((error) => error.name);
    expect(names).toEqual([...Array<string>(8).fill('INVALID_IDENTIFIER'), 'TOO_MANY_ERRORS']);
    expect(memoryBus.counters.published).toBe(0);
  });

  it('accepts limits.envelopes_per_frame_max envelopes and refuses one past', () => {
    const envelope = { type: MessageType.EVENT, room: 'r', channel: 'c' };
    client.send(...Array.from({ length: 512 }, () => envelope));
    expect(errorsOf(client)).toEqual([]);
    client.send(...Array.from({ length: 513 }, () => envelope));
    expect(errorsOf(client).map((error) => error.name)).toEqual(['TOO_MANY_ENVELOPES']);
    expect(memoryBus.counters.published).toBe(1024);
  });

  it('closes a connection that keeps sending garbage [P8]', async () => {
    const strict = createMemoryBus({ clock: new FakeClock(), config: { limits: { malformed_strikes_max: 3 } } });
    const noisy = await strict.join();
    for (let count = 0; count < 3; count += 1) noisy.send({ type: MessageType.EVENT, room: '', channel: 'c' });
    expect(noisy.open).toBe(true);
    noisy.send({ type: MessageType.EVENT, room: '', channel: 'c' });
    expect(noisy.closedWith).toBe(CloseCode.CLOSED_TOO_MANY_STRIKES);
  });

  it('refuses hop_count one past limits.max_hops and carries it at the limit [S-ROUTE-6]', () => {
    const at = client.publish('r', 'c', 'x', { hopCount: 16 });
    const past = client.publish('r', 'c', 'x', { hopCount: 17 });
    expect(client.answerTo(at)?.ack).toBeTruthy();
    expect(client.answerTo(past)?.error).toMatchObject({ name: 'HOP_LIMIT_EXCEEDED', field: 'hop_count' });
  });
});

describe('the handshake [P6]', () => {
  it('lets no envelope reach routing before the session is open', () => {
    const stranger = memoryBus.connect();
    stranger.publish('r', 'c', 'early');
    stranger.command({ listRooms: {} });
    expect(errorsOf(stranger).map((error) => error.name)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(memoryBus.counters.published).toBe(0);
  });

  it('closes a connection that does not say hello in time', () => {
    const clock = new FakeClock();
    const bus = createMemoryBus({ clock });
    const silent = bus.connect();
    clock.advance(4999);
    expect(silent.open).toBe(true);
    clock.advance(1);
    expect(silent.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED);
  });

  it('welcomes once: a second hello is refused', () => {
    client.send({ type: MessageType.COMMAND, hello: {} });
    expect(errorsOf(client).map((error) => error.name)).toEqual(['ALREADY_WELCOMED']);
  });

  it('refuses a hello past its bounds, naming the field', () => {
    const stranger = memoryBus.connect();
    stranger.send({ type: MessageType.COMMAND, hello: { screenName: 'x'.repeat(65) } });
    expect(errorsOf(stranger)[0]?.field).toContain('hello.screen_name');
    expect(stranger.open).toBe(true);
  });

  it('closes after a refused credential without saying why', async () => {
    const strict = createMemoryBus({
      clock: new FakeClock(),
      authenticator: {
        scheme: 'no',
        authenticate: () => Promise.resolve({ ok: false, error: { reason: 'unknown' } }),
        stillVouchesFor: () => true,
      },
    });
    const stranger = strict.connect({ credential: 'guess' });
    await expect(stranger.hello()).rejects.toThrow('UNAUTHENTICATED');
    expect(stranger.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED);
    expect(JSON.stringify(strict.events)).not.toContain('guess');
  });

  it('survives an authenticator that rejects, and closes the connection', async () => {
    const broken = createMemoryBus({
      clock: new FakeClock(),
      authenticator: {
        scheme: 'no',
        authenticate: () => Promise.reject(new Error('backend down')),
        stillVouchesFor: () => true,
      },
    });
    const stranger = broken.connect();
    await expect(stranger.hello()).rejects.toThrow('INTERNAL');
    expect(stranger.closedWith).toBe(wire.CloseCode.SERVER_BUSY);
    expect(broken.events.some((event) => event.type === 'internal.error')).toBe(true);
  });

  it('forgets a connection that closed while authentication was under way', async () => {
    const stranger = memoryBus.connect();
    stranger.send({ type: MessageType.COMMAND, hello: {} });
    stranger.close(1006);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stranger.received.filter((envelope) => envelope.welcome)).toEqual([]);
  });
});
