import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

const channelInfo = { room: 'orders', channel: 'eu' };

describe('channel_info [S-CMD-1]', () => {
  it('gives position, retained range, members and durability', () => {
    const bus = createCommandHarness({ policy: { retention: { countMax: 2, bytesMax: 10_000, ageMaxMs: 60_000 } } });
    for (const text of ['1', '2', '3']) bus.publish(bus.address('orders', 'eu'), text);
    bus.ask(bus.session(), { join: channelInfo });
    const { result } = bus.ask(bus.session(), { channelInfo });
    expect(result?.channelInfo).toMatchObject({
      sequence: 3,
      firstSequence: 2,
      retainedCount: 2,
      members: 1,
      durability: wire.Durability.MEMORY,
    });
    expect(result?.channelInfo?.retainedBytes).toBeGreaterThan(0);
  });

  it('says NONE where the room keeps nothing [P3]', () => {
    const bus = createCommandHarness({ policy: { retention: { countMax: 0, bytesMax: 0, ageMaxMs: 0 } } });
    bus.publish(bus.address('orders', 'eu'), '1');
    const { result } = bus.ask(bus.session(), { channelInfo });
    expect(result?.channelInfo).toMatchObject({
      sequence: 1,
      firstSequence: 2,
      retainedCount: 0,
      durability: wire.Durability.NONE,
    });
  });

  it('gives the same answer for a missing and a forbidden channel [P7]', () => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), { channelInfo }).rejection?.name).toBe('NOT_FOUND');
    bus.publish(bus.address('orders', 'eu'), '1');
    expect(bus.ask(bus.session({ grants: { subscribe: ['orders:us'] } }), { channelInfo }).rejection?.name).toBe(
      'NOT_FOUND',
    );
    expect(bus.ask(bus.session({ tenant: 'other' }), { channelInfo }).rejection?.name).toBe('NOT_FOUND');
  });

  it('refuses what is no address', () => {
    const bus = createCommandHarness();
    const { rejection } = bus.ask(bus.session(), { channelInfo: { room: '', channel: 'eu' } });
    expect(rejection).toMatchObject({ name: 'INVALID_IDENTIFIER', field: 'command.channel_info.room' });
  });
});
