import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

const place = { room: 'orders', channel: 'eu' };

function crowd(count: number, capabilities: string[] = []) {
  const bus = createCommandHarness();
  for (let index = 0; index < count; index += 1) {
    bus.ask(bus.session({ subject: `s${index}`, member: { screenName: `bot ${index}`, capabilities } }), {
      join: place,
    });
  }
  return bus;
}

describe('presence [S-ROUTE-5]', () => {
  it('lists members as they introduced themselves', () => {
    const bus = crowd(2, ['translate']);
    const { result } = bus.ask(bus.session(), { presence: place });
    expect(result?.presence).toMatchObject({
      total: 2,
      more: false,
      partial: false,
      members: [
        {
          clientId: 'n1.client1',
          screenName: 'bot 0',
          capabilities: ['translate'],
          clientType: wire.ClientType.SERVICE,
          subject: 's0',
        },
        { clientId: 'n1.client2' },
      ],
    });
  });

  it('pages by client id', () => {
    const bus = crowd(5);
    const seen: string[] = [];
    let page: wire.PresenceResult.$Properties | null | undefined;
    do {
      const after = seen.at(-1) ?? '';
      page = bus.ask(bus.session(), { presence: { ...place, after, limit: 2 } }).result?.presence;
      seen.push(...(page?.members ?? []).map(({ clientId }) => clientId ?? ''));
    } while (page?.more);
    expect(seen).toEqual([1, 2, 3, 4, 5].map((index) => `n1.client${index}`));
  });

  it('keeps a page of talkative members within one message [P8]', () => {
    const bus = crowd(
      30,
      Array.from({ length: 64 }, (_, index) => String(index).padEnd(128, 'x')),
    );
    const { result } = bus.ask(bus.session(), { presence: { ...place, limit: 1000 } });
    expect(result?.presence?.more).toBe(true);
    expect(result?.presence?.total).toBe(30);
    expect(wire.CommandResult.encode(result ?? {}).finish().length).toBeLessThanOrEqual(bus.ports.limits.frameBytesMax);
    const after = result?.presence?.members?.at(-1)?.clientId ?? '';
    expect(bus.ask(bus.session(), { presence: { ...place, after } }).result?.presence?.members?.[0]?.clientId).not.toBe(
      after,
    );
  });

  it('answers NOT_FOUND where the room has no presence, the channel is missing or forbidden [P7]', () => {
    const bus = crowd(1);
    const ask = (session: ReturnType<typeof bus.session>, channel = 'eu') =>
      bus.ask(session, { presence: { room: 'orders', channel } }).rejection?.name;
    expect(ask(bus.session(), 'missing')).toBe('NOT_FOUND');
    expect(ask(bus.session({ grants: { subscribe: [] } }))).toBe('NOT_FOUND');
    expect(ask(bus.session({ tenant: 'other' }))).toBe('NOT_FOUND');
    const silent = createCommandHarness({ policy: { presence: false } });
    silent.publish(silent.address('orders', 'eu'), 'x');
    expect(silent.ask(silent.session(), { presence: place }).rejection?.name).toBe('NOT_FOUND');
  });

  it('takes a limit at the bound and refuses one past it', () => {
    const bus = crowd(1);
    expect(bus.ask(bus.session(), { presence: { ...place, limit: 1000 } }).rejection).toBeNull();
    const { rejection } = bus.ask(bus.session(), { presence: { ...place, limit: 1001 } });
    expect(rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.presence.limit' });
  });

  it('refuses an `after` that is no client id', () => {
    const bus = crowd(1);
    const { rejection } = bus.ask(bus.session(), { presence: { ...place, after: 'a b' } });
    expect(rejection).toMatchObject({ name: 'INVALID_IDENTIFIER', field: 'command.presence.after' });
  });
});
