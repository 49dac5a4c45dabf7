import { describe, expect, it } from 'vitest';
import { createNoAuthenticator } from '../../../src/auth/no-auth.js';
import { createShutdown } from '../../../src/server/shutdown.js';
import { createServerParts } from '../../support/server-parts.js';
import { settle } from '../../support/settle.js';

function shutdownBench() {
  const parts = createServerParts();
  const { config, clock, memoryBus, transport, observability } = parts;
  const closed: string[] = [];
  const authentication = { authenticator: createNoAuthenticator(), stop: () => void closed.push('credentials') };
  const shutdown = createShutdown({ config, clock, bus: memoryBus.bus, transport, observability, authentication });
  shutdown.started = true;
  shutdown.admin = {
    url: 'http://127.0.0.1:1',
    close() {
      closed.push(`admin, ${parts.logLines.length} lines logged`);
      return Promise.resolve();
    },
  };
  void shutdown.closed.then(() => closed.push('server'));
  return { ...parts, shutdown, closed, logged: () => parts.logLines.map(({ event }) => event) };
}

describe('shutdown [P10] [S-TRANS-4]', () => {
  it('drains, then stops, tells its log both, and closes the admin API before itself', async () => {
    const { shutdown, clock, closed, logged } = shutdownBench();
    expect(shutdown.draining).toBe(false);
    const drained = shutdown.drain();
    expect(shutdown.draining).toBe(true);
    await settle(clock, drained);
    expect(logged()).toEqual(['server.draining', 'server.stopped']);
    expect(closed).toEqual(['credentials', 'admin, 1 lines logged', 'server']);
  });

  it('drains once, however often it is asked', async () => {
    const { shutdown, clock, logged } = shutdownBench();
    const first = shutdown.drain();
    expect(shutdown.drain()).toBe(first);
    await settle(clock, first);
    expect(shutdown.drain()).toBe(first);
    expect(logged()).toEqual(['server.draining', 'server.stopped']);
  });

  it('stops without a drain, and does not drain afterwards', async () => {
    const { shutdown, closed, logged } = shutdownBench();
    const stopped = shutdown.stopNow();
    expect(shutdown.draining).toBe(true);
    await stopped;
    await shutdown.drain();
    expect(logged()).toEqual(['server.stopped']);
    expect(closed).toEqual(['credentials', 'admin, 0 lines logged', 'server']);
  });

  it('stops at once in the middle of a drain, once', async () => {
    const { shutdown, clock, logged } = shutdownBench();
    const drained = shutdown.drain();
    await shutdown.stopNow();
    await shutdown.closed;
    await settle(clock, drained);
    expect(logged()).toEqual(['server.draining', 'server.stopped']);
  });

  it('refuses publishes that come while it drains, and keeps what it acked', async () => {
    const { shutdown, clock, memoryBus } = shutdownBench();
    const ada = await memoryBus.join();
    const early = ada.publish('r', 'c', 'early');
    const drained = shutdown.drain();
    const late = ada.publish('r', 'c', 'late');
    expect(ada.answerTo(early)?.ack?.durability).toBeGreaterThan(0);
    expect(ada.answerTo(late)?.error?.name).toBe('SHUTTING_DOWN');
    await settle(clock, drained);
  });

  it('announces no end of a server that never served', async () => {
    const { shutdown, logged, closed } = shutdownBench();
    shutdown.started = false;
    await shutdown.stopNow();
    expect(logged()).toEqual([]);
    expect(closed).toEqual(['credentials', 'admin, 0 lines logged', 'server']);
  });

  it('stops without an admin API', async () => {
    const { shutdown, logged } = shutdownBench();
    shutdown.admin = null;
    await shutdown.stopNow();
    expect(logged()).toEqual(['server.stopped']);
  });
});
