import { describe, expect, it } from 'vitest';
import { createCommandHarness } from '../../support/commands/command-harness.js';

describe('leave [S-CMD-1]', () => {
  it('lets nothing of the channel follow its reply', () => {
    const bus = createCommandHarness();
    const session = bus.session();
    bus.ask(session, { join: { room: 'orders', channel: 'eu' } });
    bus.publish(bus.address('orders', 'eu'), 'pending');
    expect(bus.ask(session, { leave: { room: 'orders', channel: 'eu' } }).result?.result).toBe('leave');
    bus.publish(bus.address('orders', 'eu'), 'late');
    bus.tick();
    expect(session.subscriber.story()).toEqual(['COMMAND_RESULT', 'pending', 'COMMAND_RESULT']);
  });

  it('ends a pattern by the text it was joined with', () => {
    const bus = createCommandHarness();
    const session = bus.session();
    bus.ask(session, { join: { room: 'orders', channel: 'eu.*' } });
    expect(bus.ask(session, { leave: { room: 'orders', channel: '*' } }).rejection?.name).toBe('NOT_JOINED');
    expect(bus.ask(session, { leave: { room: 'orders', channel: 'eu.*' } }).rejection).toBeNull();
    expect(bus.ask(session, { leave: { room: 'orders', channel: 'eu.*' } }).rejection?.name).toBe('NOT_JOINED');
  });

  it.each([
    [{ room: '', channel: 'eu' }, 'command.leave.room'],
    [{ room: 'a b', channel: 'eu' }, 'command.leave.room'],
    [{ room: 'orders', channel: '' }, 'command.leave.channel'],
    [{ room: 'orders', channel: 'e*' }, 'command.leave.channel'],
  ])('refuses %j', (leave, field) => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), { leave }).rejection).toMatchObject({ name: 'INVALID_IDENTIFIER', field });
  });
});
