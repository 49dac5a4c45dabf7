import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

function busWith(addresses: readonly string[]) {
  const bus = createCommandHarness();
  for (const text of addresses) {
    const [room = '', channel = ''] = text.split(':');
    bus.publish(bus.address(room, channel), 'x');
  }
  return bus;
}

describe('list_rooms [S-CMD-1]', () => {
  it('lists rooms in the order of their names, with the channels the session may join', () => {
    const bus = busWith(['a.b:x', 'a:x', 'a:y', 'a-b:x', 'z:x']);
    expect(bus.ask(bus.session(), { listRooms: {} }).result?.listRooms).toEqual({
      more: false,
      rooms: [
        { room: 'a', channels: 2 },
        { room: 'a-b', channels: 1 },
        { room: 'a.b', channels: 1 },
        { room: 'z', channels: 1 },
      ],
    });
  });

  it('counts and names only what the session may join [P7]', () => {
    const bus = busWith(['orders:eu', 'orders:us', 'hr:salaries']);
    bus.publish(bus.address('orders', 'eu', 'other'), 'x');
    const list = (session: ReturnType<typeof bus.session>) =>
      bus.ask(session, { listRooms: {} }).result?.listRooms?.rooms;
    expect(list(bus.session({ grants: { subscribe: ['orders:eu'] } }))).toEqual([{ room: 'orders', channels: 1 }]);
    expect(list(bus.session({ tenant: 'other' }))).toEqual([{ room: 'orders', channels: 1 }]);
    expect(list(bus.session({ grants: { subscribe: [] } }))).toEqual([]);
  });

  it('pages by name without a gap or a repeat, whatever the order of keys', () => {
    const rooms = ['a', 'a-1', 'a.1', 'a1', 'b', 'b-', 'b.'];
    const bus = busWith(rooms.map((room) => `${room}:x`));
    const seen: string[] = [];
    let more = true;
    while (more) {
      const { result } = bus.ask(bus.session(), { listRooms: { after: seen.at(-1) ?? '', limit: 2 } });
      seen.push(...(result?.listRooms?.rooms ?? []).map(({ room }) => room ?? ''));
      more = result?.listRooms?.more ?? false;
    }
    expect(seen).toEqual([...rooms].sort());
  });

  it('keeps a page within one message [P8]', () => {
    const bus = createCommandHarness({ limits: { frameBytesMax: 2048 } });
    for (let index = 0; index < 50; index += 1) bus.publish(bus.address(String(index).padStart(128, 'r'), 'x'), 'x');
    const { result } = bus.ask(bus.session(), { listRooms: {} });
    expect(result?.listRooms?.more).toBe(true);
    expect(wire.CommandResult.encode(result ?? {}).finish().length).toBeLessThanOrEqual(2048);
  });

  it.each([
    [{ after: 'a b' }, 'INVALID_IDENTIFIER', 'after'],
    [{ limit: 1001 }, 'INVALID_ARGUMENT', 'limit'],
  ])('refuses %j', (listRooms, name, field) => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), { listRooms }).rejection).toMatchObject({
      name,
      field: `command.list_rooms.${field}`,
    });
  });

  it('takes a limit at the bound', () => {
    const bus = busWith(['a:x']);
    expect(bus.ask(bus.session(), { listRooms: { limit: 1000 } }).rejection).toBeNull();
  });
});
