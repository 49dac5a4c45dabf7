import { describe, expect, it } from 'vitest';
import { createCommandHarness } from '../../support/commands/command-harness.js';

const createChannel = { room: 'orders', channel: 'eu' };

describe('create_channel [S-CMD-1]', () => {
  it('creates once, also where the room does not create by itself', () => {
    const bus = createCommandHarness({ policy: { autoCreate: false } });
    expect(bus.ask(bus.session(), { createChannel }).result?.createChannel?.epoch).toBeGreaterThan(0);
    expect(bus.ask(bus.session(), { createChannel }).rejection?.name).toBe('ALREADY_EXISTS');
    expect(bus.eventsOf('channel.created')).toHaveLength(1);
  });

  it('gives a deleted channel a new epoch [S-LOG-1]', () => {
    const bus = createCommandHarness();
    const first = bus.ask(bus.session(), { createChannel }).result?.createChannel?.epoch;
    bus.ask(bus.session(), { deleteChannel: createChannel });
    expect(bus.ask(bus.session(), { createChannel }).result?.createChannel?.epoch).not.toBe(first);
  });

  it('tells who may not create neither whether it exists nor that it could [P7]', () => {
    const bus = createCommandHarness();
    const session = bus.session({ grants: { create: ['orders:us'] } });
    expect(bus.ask(session, { createChannel }).rejection?.name).toBe('NOT_FOUND');
    bus.ask(bus.session(), { createChannel });
    expect(bus.ask(session, { createChannel }).rejection?.name).toBe('NOT_FOUND');
    expect(bus.eventsOf('auth.denied')).toMatchObject([
      { action: 'create', room: 'orders', channel: 'eu' },
      { action: 'create', room: 'orders', channel: 'eu' },
    ]);
  });

  it('stands at the bound and refuses one past it, each tenant by itself [P7, P8]', () => {
    const bus = createCommandHarness({ channelsPerTenantMax: 2 });
    const create = (channel: string, tenant = 'acme') =>
      bus.ask(bus.session({ tenant }), { createChannel: { room: 'r', channel } }).rejection;
    expect([create('a'), create('b')]).toEqual([null, null]);
    expect(create('c')).toMatchObject({ name: 'LIMIT_EXCEEDED', field: 'limits.channels_per_tenant_max' });
    expect(create('c', 'other')).toBeNull();
  });

  it('stands at the bound of all tenants together and refuses one past it [T-TEN-2]', () => {
    const bus = createCommandHarness({ channelsMax: 2 });
    const create = (tenant: string) => bus.ask(bus.session({ tenant }), { createChannel }).rejection;
    expect([create('acme'), create('other')]).toEqual([null, null]);
    expect(create('third')).toMatchObject({ name: 'LIMIT_EXCEEDED', field: 'limits.channels_max' });
    expect(create('acme')?.name).toBe('ALREADY_EXISTS');
  });

  it('says SHUTTING_DOWN when the log has closed for a drain [P10]', () => {
    const bus = createCommandHarness();
    bus.startDraining();
    bus.ports.log.close(() => undefined);
    expect(bus.ask(bus.session(), { createChannel }).rejection?.name).toBe('SHUTTING_DOWN');
  });

  it.each([
    [{ channel: 'eu' }, 'room'],
    [{ room: 'orders' }, 'channel'],
    [{ room: 'orders', channel: '*' }, 'channel'],
    [{ room: 'orders', channel: 'x'.repeat(129) }, 'channel'],
  ])('refuses %j', (args, field) => {
    const bus = createCommandHarness();
    const { rejection } = bus.ask(bus.session(), { createChannel: args });
    expect(rejection).toMatchObject({ name: 'INVALID_IDENTIFIER', field: `command.create_channel.${field}` });
  });

  it('takes identifiers at their longest', () => {
    const bus = createCommandHarness();
    const longest = 'x'.repeat(128);
    expect(bus.ask(bus.session(), { createChannel: { room: longest, channel: longest } }).rejection).toBeNull();
  });
});
