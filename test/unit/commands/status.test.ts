import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

describe('ping, status and help [S-CMD-1]', () => {
  it("ping answers with the server's clock", () => {
    const bus = createCommandHarness();
    bus.clock.advance(1234);
    expect(bus.ask(bus.session(), { ping: {} }).result?.ping).toEqual({ timestampMs: bus.clock.nowMs() });
  });

  it('status gives what every client may know; uptime does not follow the wall clock', () => {
    const bus = createCommandHarness();
    bus.clock.advance(5000.4);
    bus.clock.jumpWallClock(-3_600_000);
    expect(bus.ask(bus.session(), { status: {} }).result?.status).toEqual({
      serverVersion: '9.9.9',
      nodeId: 'n1',
      uptimeMs: 5000,
      durability: wire.Durability.MEMORY,
      draining: false,
      timestampMs: Math.floor(bus.clock.nowMs()),
    });
    bus.startDraining();
    expect(bus.ask(bus.session(), { status: {} }).result?.status?.draining).toBe(true);
  });

  it('help lists every command and which of them the session may send', () => {
    const bus = createCommandHarness();
    const session = bus.session({ grants: { command: ['help', 'join'] } });
    const commands = bus.ask(session, { help: {} }).result?.help?.commands ?? [];
    expect(commands).toHaveLength(13);
    expect(commands.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual(['join', 'help']);
    expect(commands.every(({ summary }) => (summary ?? '').endsWith('.'))).toBe(true);
  });
});
