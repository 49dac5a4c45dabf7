import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

function names(result: wire.CommandResult.$Properties | null): string[] {
  return (result?.listChannels?.channels ?? []).map(({ channel }) => channel ?? '');
}

function roomOf(channels: readonly string[], options: Parameters<typeof createCommandHarness>[0] = {}) {
  const bus = createCommandHarness(options);
  for (const channel of channels) bus.publish(bus.address('orders', channel), 'x');
  return bus;
}

describe('list_channels [S-CMD-1]', () => {
  it('lists channels by name with position and members', () => {
    const bus = roomOf(['us', 'eu', 'eu']);
    bus.publish(bus.address('other-room', 'x'), 'x');
    bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu' } });
    const { result } = bus.ask(bus.session(), { listChannels: { room: 'orders' } });
    expect(result?.listChannels).toMatchObject({
      more: false,
      channels: [
        { channel: 'eu', sequence: 2, members: 1 },
        { channel: 'us', sequence: 1, members: 0 },
      ],
    });
  });

  it('pages by name, over channels it may not see', () => {
    const all = Array.from({ length: 9 }, (_, index) => (index % 2 === 0 ? `open.${index}` : `closed.${index}`));
    const bus = roomOf(all);
    const session = bus.session({ grants: { subscribe: ['orders:open.*'] } });
    const seen: string[] = [];
    let page;
    do {
      page = bus.ask(session, { listChannels: { room: 'orders', after: seen.at(-1) ?? '', limit: 2 } }).result;
      seen.push(...names(page));
    } while (page?.listChannels?.more);
    expect(seen).toEqual(['open.0', 'open.2', 'open.4', 'open.6', 'open.8']);
  });

  it('shows nothing of rooms and tenants it may not see, as if they were empty [P7]', () => {
    const bus = roomOf(['eu']);
    const empty = { channels: [], more: false };
    const ask = (session: ReturnType<typeof bus.session>, room = 'orders') =>
      bus.ask(session, { listChannels: { room } }).result?.listChannels;
    expect(ask(bus.session(), 'missing')).toEqual(empty);
    expect(ask(bus.session({ grants: { subscribe: ['else:*'] } }))).toEqual(empty);
    expect(ask(bus.session({ tenant: 'other' }))).toEqual(empty);
  });

  it('gives the loop a turn between pages of a big room, and still answers once [P5]', () => {
    const bus = roomOf(Array.from({ length: 2500 }, (_, index) => `c${String(index).padStart(4, '0')}`));
    const session = bus.session({ grants: { subscribe: ['orders:c2400'] } });
    const answers = bus.dispatch(session, wire.Command.encode({ listChannels: { room: 'orders' } }).finish());
    expect(answers).toEqual([]);
    bus.clock.advance(0);
    expect(answers.map(({ result }) => names(result))).toEqual([['c2400']]);
  });

  it('keeps a page within one message [P8]', () => {
    const long = (index: number) => String(index).padStart(128, 'x');
    const bus = roomOf(
      Array.from({ length: 100 }, (_, index) => long(index)),
      { limits: { frameBytesMax: 4096 } },
    );
    const { result } = bus.ask(bus.session(), { listChannels: { room: 'orders' } });
    expect(result?.listChannels?.more).toBe(true);
    expect(wire.CommandResult.encode(result ?? {}).finish().length).toBeLessThanOrEqual(4096);
    expect(names(result).length).toBeGreaterThan(10);
  });

  it.each([
    [{ room: '' }, 'INVALID_IDENTIFIER', 'room'],
    [{ room: 'ord*' }, 'INVALID_IDENTIFIER', 'room'],
    [{ room: 'orders', after: '*' }, 'INVALID_IDENTIFIER', 'after'],
    [{ room: 'orders', limit: 1001 }, 'INVALID_ARGUMENT', 'limit'],
  ])('refuses %j', (listChannels, name, field) => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), { listChannels }).rejection).toMatchObject({
      name,
      field: `command.list_channels.${field}`,
    });
  });

  it('takes a limit at the bound', () => {
    const bus = roomOf(['eu']);
    expect(bus.ask(bus.session(), { listChannels: { room: 'orders', limit: 1000 } }).rejection).toBeNull();
  });
});
