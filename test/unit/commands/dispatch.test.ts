import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/catalogue.js';
import { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness } from '../../support/commands/command-harness.js';

/** The least a command of each kind needs to get past its own checks of form. */
const EVERY_COMMAND: readonly wire.Command.$Properties[] = [
  { ping: {} },
  { status: {} },
  { join: { room: 'r', channel: 'c' } },
  { leave: { room: 'r', channel: 'c' } },
  { createChannel: { room: 'r', channel: 'new' } },
  { deleteChannel: { room: 'r', channel: 'c' } },
  { listRooms: {} },
  { listChannels: { room: 'r' } },
  { channelInfo: { room: 'r', channel: 'c' } },
  { presence: { room: 'r', channel: 'c' } },
  { history: { room: 'r', channel: 'c' } },
  { refreshToken: { token: 't' } },
  { help: {} },
];

describe('dispatch [S-CMD-1]', () => {
  it('knows every member of the oneof of the schema, in its order and by its name', () => {
    const fields = EVERY_COMMAND.map((command) => wire.Command.create(command).command);
    expect(COMMANDS.map(({ field }) => field)).toEqual(fields);
    expect(COMMANDS.map(({ name }) => name)).toEqual(
      'ping status join leave create_channel delete_channel list_rooms list_channels channel_info presence history refresh_token help'.split(
        ' ',
      ),
    );
  });

  it.each(EVERY_COMMAND.map((command, index) => [COMMANDS[index]?.name ?? '', command] as const))(
    '%s answers exactly once, with the result of its own number, and is timed',
    async (name, command) => {
      const bus = createCommandHarness();
      const session = bus.session({ tenant: 'default', subject: 'anonymous' });
      bus.publish(bus.address('r', 'c', 'default'), 'x');
      if (name === 'leave') bus.ask(session, { join: { room: 'r', channel: 'c' } });
      bus.events.length = 0;

      const answers = bus.dispatch(session, wire.Command.encode(command).finish());
      await new Promise((resolve) => setImmediate(resolve));
      bus.clock.advance(1000);
      expect(answers).toHaveLength(1);
      expect(answers[0]?.result?.result).toBe(wire.Command.create(command).command);
      expect(bus.eventsOf('command.handled')).toMatchObject([
        { command: name, error: null, tenant: 'default', clientId: session.clientId },
      ]);
    },
  );

  it.each(EVERY_COMMAND.map((command, index) => [COMMANDS[index]?.name ?? '', command] as const))(
    '%s needs the permission of its name',
    (name, command) => {
      const bus = createCommandHarness();
      const others = COMMANDS.map((other) => other.name).filter((other) => other !== name);
      const session = bus.session({ grants: { command: others } });
      expect(bus.ask(session, command).rejection?.name).toBe('PERMISSION_DENIED');
      expect(bus.eventsOf('auth.denied')).toMatchObject([{ action: `command ${name}`, clientId: session.clientId }]);
      expect(bus.eventsOf('command.handled')).toMatchObject([{ command: name, error: 'PERMISSION_DENIED' }]);
    },
  );

  it.each(EVERY_COMMAND.map((command, index) => [COMMANDS[index]?.name ?? '', command] as const))(
    '%s says so where an operator switched it off, whoever asks, and does nothing [T-ACC-1]',
    (name, command) => {
      const bus = createCommandHarness({ ports: () => ({ disabled: new Set([name]) }) });
      for (const grants of [{}, { command: [] }]) {
        bus.events.length = 0;
        const refused = bus.ask(bus.session({ grants }), command).rejection;
        expect(refused).toMatchObject({ name: 'COMMAND_DISABLED', field: '', retry: wire.Retry.NEVER });
        expect(bus.eventsOf('auth.denied')).toMatchObject([{ action: `command ${name}` }]);
        expect(bus.eventsOf('command.handled')).toMatchObject([{ command: name, error: 'COMMAND_DISABLED' }]);
      }
      expect(bus.ports.log.stats().channels).toBe(0);
    },
  );

  it('refuses a command that names none', () => {
    const bus = createCommandHarness();
    expect(bus.ask(bus.session(), {}).rejection).toMatchObject({ name: 'MISSING_FIELD', field: 'command' });
    expect(bus.eventsOf('command.handled')).toMatchObject([{ command: 'unknown', error: 'MISSING_FIELD' }]);
  });

  it('refuses everything once the credential has expired [P6]', () => {
    const bus = createCommandHarness();
    const session = bus.session({ expiresAtMs: bus.clock.nowMs() + 1000 });
    expect(bus.ask(session, { ping: {} }).rejection).toBeNull();
    bus.clock.advance(1000);
    expect(bus.ask(session, { ping: {} }).rejection?.name).toBe('CREDENTIAL_EXPIRED');
  });

  it('answers INTERNAL when a command throws, and tells operators [P8]', () => {
    const broken = new Error('disk on fire');
    const bus = createCommandHarness({
      ports: ({ log }) => ({
        log: Object.create(log, {
          head: {
            value: () => {
              throw broken;
            },
          },
        }) as typeof log,
      }),
    });
    const answer = bus.ask(bus.session(), { channelInfo: { room: 'r', channel: 'c' } });
    expect(answer.rejection?.name).toBe('INTERNAL');
    expect(bus.eventsOf('internal.error')).toEqual([
      { type: 'internal.error', where: 'command channel_info', error: broken },
    ]);
  });

  it('drops a second answer, and tells operators', () => {
    const bus = createCommandHarness({
      ports: ({ log }) => ({
        log: Object.create(log, {
          remove: {
            value: (_address: unknown, onDone: (result: { removed: boolean }) => void) => {
              onDone({ removed: true });
              onDone({ removed: false });
            },
          },
        }) as typeof log,
      }),
    });
    const answer = bus.ask(bus.session(), { deleteChannel: { room: 'r', channel: 'c' } });
    expect(answer.result?.result).toBe('deleteChannel');
    expect(bus.eventsOf('internal.error')).toMatchObject([{ where: 'command delete_channel' }]);
    expect(bus.eventsOf('command.handled')).toHaveLength(1);
  });

  it('answers INTERNAL when bytes that passed the scanner do not decode', () => {
    const bus = createCommandHarness();
    const answers = bus.dispatch(bus.session(), Uint8Array.from([0x0a, 0x7f]));
    expect(answers.map(({ rejection }) => rejection?.name)).toEqual(['INTERNAL']);
    expect(bus.eventsOf('internal.error')).toHaveLength(1);
  });

  it('times from the command to its answer, however late that comes', () => {
    const bus = createCommandHarness({
      ports: ({ log, clock }) => ({
        log: Object.create(log, {
          head: { value: (...args: Parameters<typeof log.head>) => void clock.setTimer(250, () => log.head(...args)) },
        }) as typeof log,
      }),
    });
    const answers = bus.dispatch(
      bus.session(),
      wire.Command.encode({ channelInfo: { room: 'r', channel: 'c' } }).finish(),
    );
    expect(answers).toEqual([]);
    bus.clock.advance(250);
    expect(answers.map(({ rejection }) => rejection?.name)).toEqual(['NOT_FOUND']);
    expect(bus.eventsOf('command.handled')).toMatchObject([{ durationMs: 250, error: 'NOT_FOUND' }]);
  });
});
