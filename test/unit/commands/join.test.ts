import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

const TOO_LONG = 'x'.repeat(129);
const POSITION = { channel: 'eu', epoch: 7, sequence: 1 };

describe('join [S-CMD-1]', () => {
  it('creates a missing channel where room and grants allow it, and says where it stands', () => {
    const bus = createCommandHarness();
    const { result } = bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu' } });
    expect(result?.join?.channels).toMatchObject([{ channel: 'eu', recovered: false, failure: 0 }]);
    expect(result?.join?.channels?.[0]?.epoch).toBeGreaterThan(0);
    expect(bus.eventsOf('channel.created')).toMatchObject([{ tenant: 'acme', room: 'orders', channel: 'eu' }]);
    bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu' } });
    expect(bus.eventsOf('channel.created')).toHaveLength(1);
  });

  it('answers before the replay, and the replay before live messages [P1]', () => {
    const bus = createCommandHarness();
    const session = bus.session();
    const eu = bus.address('orders', 'eu');
    for (const text of ['1', '2', '3']) bus.publish(eu, text);
    const { result } = bus.ask(session, { join: { room: 'orders', channel: 'eu', rewind: 2 } });
    expect(result?.join?.channels).toMatchObject([{ sequence: 3 }]);
    bus.publish(eu, '4');
    bus.tick();
    expect(session.subscriber.story()).toEqual(['COMMAND_RESULT', '2', '3', '4']);
  });

  it('recovers from a position', () => {
    const bus = createCommandHarness();
    const eu = bus.address('orders', 'eu');
    for (const text of ['1', '2', '3']) bus.publish(eu, text);
    const epoch =
      bus.ask(bus.session(), { channelInfo: { room: 'orders', channel: 'eu' } }).result?.channelInfo?.epoch ?? 0;
    const session = bus.session();
    const recover = [{ channel: 'eu', epoch, sequence: 1 }];
    const { result } = bus.ask(session, { join: { room: 'orders', channel: 'eu', recover } });
    expect(result?.join?.channels).toMatchObject([{ recovered: true, failure: 0, epoch }]);
    bus.tick();
    expect(session.subscriber.story()).toEqual(['COMMAND_RESULT', '2', '3']);
  });

  it.each([
    ['TAIL_LOST', 0, 99],
    ['EPOCH_FORK', 1, 1],
  ] as const)('names %s when it cannot recover', (failure, epochShift, sequence) => {
    const bus = createCommandHarness();
    bus.publish(bus.address('orders', 'eu'), '1');
    const epoch =
      bus.ask(bus.session(), { channelInfo: { room: 'orders', channel: 'eu' } }).result?.channelInfo?.epoch ?? 0;
    const recover = [{ channel: 'eu', epoch: epoch + epochShift, sequence }];
    const { result } = bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu', recover } });
    expect(result?.join?.channels).toMatchObject([{ recovered: false, failure: wire.RecoverFailure[failure] }]);
  });

  it('joins the channels of a room that match, existing or not', () => {
    const bus = createCommandHarness();
    for (const channel of ['eu.a', 'eu.b', 'us.a']) bus.publish(bus.address('orders', channel), 'x');
    const session = bus.session();
    const { result } = bus.ask(session, { join: { room: 'orders', channel: 'eu.*' } });
    expect(result?.join?.channels?.map(({ channel }) => channel)).toEqual(['eu.a', 'eu.b']);
    expect(bus.ask(session, { join: { room: 'nothing-yet', channel: '*' } }).result?.join?.channels).toEqual([]);
    bus.publish(bus.address('nothing-yet', 'first'), 'hello');
    bus.tick();
    expect(session.subscriber.story()).toContain('hello');
  });

  it.each([
    ['the room does not create', { autoCreate: false }, {}],
    ['the session may not create', {}, { create: [] }],
    ['the session may not subscribe', {}, { subscribe: ['orders:us'] }],
    ['a pattern is wider than the grant', {}, { subscribe: ['orders:eu'] }],
  ])('answers NOT_FOUND when %s, so that nothing is told [P7]', (why, policy, grants) => {
    const bus = createCommandHarness({ policy });
    const channel = why.startsWith('a pattern') ? '*' : 'eu';
    expect(bus.ask(bus.session({ grants }), { join: { room: 'orders', channel } }).rejection?.name).toBe('NOT_FOUND');
    expect(bus.eventsOf('channel.created')).toEqual([]);
  });

  it('finds an existing channel although it may not create one', () => {
    const bus = createCommandHarness({ policy: { autoCreate: false } });
    bus.publish(bus.address('orders', 'eu'), 'x');
    expect(bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu' } }).rejection).toBeNull();
  });

  it('never sees the channel of another tenant [P7]', () => {
    const bus = createCommandHarness({ policy: { autoCreate: false } });
    bus.publish(bus.address('orders', 'eu', 'other'), 'secret');
    expect(bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu', rewind: 1 } }).rejection?.name).toBe(
      'NOT_FOUND',
    );
    expect(bus.ask(bus.session(), { join: { room: 'orders', channel: '*' } }).result?.join?.channels).toEqual([]);
  });

  it('needs the history grant for the past', () => {
    const bus = createCommandHarness();
    const session = bus.session({ grants: { history: ['orders:us'] } });
    const denied = (join: wire.JoinCommand.$Properties) =>
      bus.ask(session, { join: { room: 'orders', channel: 'eu', ...join } }).rejection;
    expect(denied({ rewind: 1 })).toMatchObject({ name: 'PERMISSION_DENIED', field: 'command.join.rewind' });
    expect(denied({ recover: [POSITION] })).toMatchObject({ name: 'PERMISSION_DENIED', field: 'command.join.recover' });
    expect(denied({})).toBeNull();
  });

  it('lets only those answer requests who may reply', () => {
    const bus = createCommandHarness();
    const session = bus.session({ grants: { command: ['join'] } });
    const { rejection } = bus.ask(session, { join: { room: 'orders', channel: 'eu', responder: true } });
    expect(rejection).toMatchObject({ name: 'PERMISSION_DENIED', field: 'command.join.responder' });
  });

  it('stands at the bound of subscriptions and refuses one past it, without side effects [P8]', () => {
    const bus = createCommandHarness({ limits: { subscriptionsPerConnectionMax: 2 } });
    const session = bus.session();
    for (const channel of ['a', 'b']) expect(bus.ask(session, { join: { room: 'r', channel } }).rejection).toBeNull();
    const { rejection } = bus.ask(session, { join: { room: 'r', channel: 'c' } });
    expect(rejection).toMatchObject({ name: 'LIMIT_EXCEEDED', field: 'limits.subscriptions_per_connection_max' });
    expect(bus.eventsOf('channel.created')).toHaveLength(2);
    expect(bus.ask(session, { join: { room: 'r', channel: 'b', rewind: 1 } }).rejection).toBeNull();
  });

  it('keeps the bound when joins wait for the store together', () => {
    const bus = createCommandHarness({
      limits: { subscriptionsPerConnectionMax: 1 },
      ports: ({ log, clock }) => ({
        log: Object.create(log, {
          create: {
            value: (...args: Parameters<typeof log.create>) => void clock.setTimer(5, () => log.create(...args)),
          },
        }) as typeof log,
      }),
    });
    const session = bus.session();
    const answers = ['a', 'b'].map((channel) =>
      bus.dispatch(session, wire.Command.encode({ join: { room: 'r', channel } }).finish()),
    );
    bus.clock.advance(5);
    expect(answers.map(([answer]) => answer?.rejection?.name)).toEqual([undefined, 'LIMIT_EXCEEDED']);
  });

  it('stands at the bound of channels and refuses one past it [P8]', () => {
    const bus = createCommandHarness({ channelsPerTenantMax: 1 });
    expect(bus.ask(bus.session(), { join: { room: 'r', channel: 'a' } }).rejection).toBeNull();
    const { rejection } = bus.ask(bus.session(), { join: { room: 'r', channel: 'b' } });
    expect(rejection).toMatchObject({ name: 'LIMIT_EXCEEDED', field: 'limits.channels_per_tenant_max' });
  });

  it('accepts a rewind at the bound', () => {
    const bus = createCommandHarness({ limits: { historyPageMax: 10 } });
    expect(bus.ask(bus.session(), { join: { room: 'r', channel: 'c', rewind: 10 } }).rejection).toBeNull();
  });

  it.each([
    ['no room', { room: '' }, 'INVALID_IDENTIFIER', 'room'],
    ['a long room', { room: TOO_LONG }, 'INVALID_IDENTIFIER', 'room'],
    ['a room pattern', { room: 'ord*' }, 'INVALID_IDENTIFIER', 'room'],
    ['no channel', { channel: '' }, 'INVALID_IDENTIFIER', 'channel'],
    ['a pattern of another form', { channel: 'e*' }, 'INVALID_IDENTIFIER', 'channel'],
    ['rewind past the bound', { rewind: 11 }, 'INVALID_ARGUMENT', 'rewind'],
    ['rewind and recover', { rewind: 1, recover: [POSITION] }, 'INVALID_ARGUMENT', 'rewind'],
    ['two positions of an exact channel', { recover: [POSITION, POSITION] }, 'INVALID_ARGUMENT', 'recover'],
    [
      'a position of another channel',
      { recover: [{ ...POSITION, channel: 'us' }] },
      'INVALID_ARGUMENT',
      'recover.channel',
    ],
    ['a position without a channel', { recover: [{ epoch: 7, sequence: 1 }] }, 'INVALID_IDENTIFIER', 'recover.channel'],
    ['a position without an epoch', { recover: [{ channel: 'eu', sequence: 1 }] }, 'INVALID_ARGUMENT', 'recover.epoch'],
    ['one channel twice', { channel: '*', recover: [POSITION, POSITION] }, 'INVALID_ARGUMENT', 'recover.channel'],
    [
      '257 positions',
      { channel: '*', recover: Array.from({ length: 257 }, (_, i) => ({ ...POSITION, channel: `c${i}` })) },
      'INVALID_ARGUMENT',
      'recover',
    ],
    ['a group that is no identifier', { group: 'a b' }, 'INVALID_IDENTIFIER', 'group'],
    ['a group over a pattern', { channel: '*', group: 'g' }, 'INVALID_ARGUMENT', 'group'],
    ['a group that rewinds', { group: 'g', rewind: 1 }, 'INVALID_ARGUMENT', 'rewind'],
    ['a group that recovers', { group: 'g', recover: [POSITION] }, 'INVALID_ARGUMENT', 'recover'],
  ])('refuses %s', (_why, join, name, field) => {
    const bus = createCommandHarness({ limits: { historyPageMax: 10 } });
    const { rejection } = bus.ask(bus.session(), { join: { room: 'orders', channel: 'eu', ...join } });
    expect(rejection).toMatchObject({ name, field: `command.join.${field}` });
  });

  it('refuses a position past 2^53', () => {
    const bus = createCommandHarness();
    const sequence = { low: 0, high: 0x200001, unsigned: true } as unknown as number;
    const { rejection } = bus.ask(bus.session(), {
      join: { room: 'r', channel: 'eu', recover: [{ ...POSITION, sequence }] },
    });
    expect(rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.join.recover.sequence' });
  });

  it('accepts 256 positions of a pattern', () => {
    const bus = createCommandHarness();
    const recover = Array.from({ length: 256 }, (_, index) => ({ ...POSITION, channel: `c${index}` }));
    expect(bus.ask(bus.session(), { join: { room: 'r', channel: '*', recover } }).rejection).toBeNull();
  });
});
