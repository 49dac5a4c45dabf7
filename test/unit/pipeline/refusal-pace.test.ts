import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { RefusalPace } from '../../../src/pipeline/refusal-pace.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryConnection } from '../../support/memory-bus.js';

const BURST = 200;

describe('the pace of refusals [P8] [T-LIM-1]', () => {
  it('lets a burst pass, and makes one past it wait', () => {
    const pace = new RefusalPace(new FakeClock());
    expect(pace.add(BURST)).toBe(0);
    expect(pace.add(1)).toBe(1);
    expect(pace.add(99)).toBe(100);
  });

  it('gives back one each millisecond, up to the burst', () => {
    const clock = new FakeClock();
    const pace = new RefusalPace(clock);
    pace.add(BURST);
    clock.advance(30);
    expect(pace.add(30)).toBe(0);
    expect(pace.add(1)).toBe(1);
    clock.advance(100_000);
    expect(pace.add(BURST + 1)).toBe(1);
  });

  it('forgets what is owed beyond a second', () => {
    const clock = new FakeClock();
    const pace = new RefusalPace(clock);
    expect(pace.add(1_000_000)).toBe(1_000);
    clock.advance(1_001);
    expect(pace.add(1)).toBe(0);
  });
});

describe('a connection that is refused faster than that [P8]', () => {
  async function connect(strikes = 1_000_000): Promise<MemoryConnection> {
    const bus = createMemoryBus({
      clock: new FakeClock(),
      config: { limits: { malformed_strikes_max: strikes }, rooms: [{ match: '*', auto_create: true }] },
    });
    const connection = bus.connect();
    await connection.hello();
    return connection;
  }
  const bad = { version: 1, type: wire.MessageType.EVENT, id: 'x', room: '', channel: 'c' };

  it('is not read for a while', async () => {
    const connection = await connect();
    for (let sent = 0; sent < BURST; sent += 1) connection.send(bad);
    expect(connection.pausedMs).toBe(0);
    connection.send(bad);
    expect(connection.pausedMs).toBe(1);
  });

  it('is paused for all refusals of one message together', async () => {
    const connection = await connect();
    for (let sent = 0; sent < BURST; sent += 1) connection.send(bad);
    connection.send(bad, bad, bad);
    expect(connection.pausedMs).toBe(3);
  });

  it('has nothing more of a message handled once it was cut off', async () => {
    const connection = await connect(1);
    const good = { ...bad, room: 'r', id: 'good', wantAck: true };
    connection.send(bad, bad, good);
    expect(connection.closedWith).toBe(wire.CloseCode.CLOSED_TOO_MANY_STRIKES);
    expect(connection.received.filter(({ ack }) => ack)).toEqual([]);
  });
});
