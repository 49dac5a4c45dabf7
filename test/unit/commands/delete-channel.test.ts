import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

const place = { room: 'orders', channel: 'eu' };

describe('delete_channel [S-CMD-1]', () => {
  it('ends history, and members hear of it before the reply', () => {
    const bus = createCommandHarness();
    const session = bus.session();
    bus.ask(session, { join: place });
    bus.publish(bus.address('orders', 'eu'), 'pending');
    expect(bus.ask(session, { deleteChannel: place }).result?.result).toBe('deleteChannel');
    expect(session.subscriber.story()).toEqual(['COMMAND_RESULT', 'pending', 'SYSTEM', 'COMMAND_RESULT']);
    expect(session.subscriber.received[2]?.gap?.reason).toBe(wire.GapReason.CHANNEL_DELETED);
    expect(bus.eventsOf('channel.removed')).toMatchObject([{ why: 'deleted', room: 'orders', channel: 'eu' }]);
    expect(bus.ask(session, { history: place }).rejection?.name).toBe('NOT_FOUND');
  });

  it('gives the same answer for a missing and a forbidden channel [P7]', () => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), { deleteChannel: place }).rejection?.name).toBe('NOT_FOUND');
    bus.publish(bus.address('orders', 'eu'), 'x');
    expect(bus.ask(bus.session({ grants: { create: [] } }), { deleteChannel: place }).rejection?.name).toBe(
      'NOT_FOUND',
    );
    expect(bus.ask(bus.session({ tenant: 'other' }), { deleteChannel: place }).rejection?.name).toBe('NOT_FOUND');
    expect(bus.eventsOf('channel.removed')).toEqual([]);
  });

  it('refuses what is no address', () => {
    const bus = createCommandHarness();
    const { rejection } = bus.ask(bus.session(), { deleteChannel: { room: 'orders', channel: 'eu.*' } });
    expect(rejection).toMatchObject({ name: 'INVALID_IDENTIFIER', field: 'command.delete_channel.channel' });
  });
});
