import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { wire } from '../../../src/protocol/codec.js';
import { createCommandHarness, type Answer } from '../../support/commands/command-harness.js';

/** Few names, so that commands meet each other's channels; some are no identifiers at all. */
const name = fc.constantFrom('a', 'b', 'a.b', '', '*', 'a.*', 'no name', 'x'.repeat(129));
const place = { room: name, channel: name };
const limit = fc.constantFrom(0, 1, 2, 1000, 1001, 0xffff_ffff);
const position = fc.record({ channel: name, epoch: fc.constantFrom(0, 1, 7), sequence: fc.constantFrom(0, 1, 9) });

const anyCommand: fc.Arbitrary<wire.Command.$Properties> = fc.oneof(
  fc.constantFrom<wire.Command.$Properties>({ ping: {} }, { status: {} }, { help: {} }, {}),
  fc.record({
    join: fc.record({
      ...place,
      recover: fc.array(position, { maxLength: 2 }),
      rewind: fc.constantFrom(0, 1, 51),
      group: fc.constantFrom('', '', 'g', 'no group'),
      responder: fc.boolean(),
    }),
  }),
  fc.record({ leave: fc.record(place) }),
  fc.record({ createChannel: fc.record(place) }),
  fc.record({ deleteChannel: fc.record(place) }),
  fc.record({ listRooms: fc.record({ after: name, limit }) }),
  fc.record({ listChannels: fc.record({ room: name, after: name, limit }) }),
  fc.record({ channelInfo: fc.record(place) }),
  fc.record({ presence: fc.record({ ...place, after: name, limit }) }),
  fc.record({
    history: fc.record({
      ...place,
      limit,
      reverse: fc.boolean(),
      afterSequence: fc.constantFrom(0, 1, 5),
      epoch: fc.constantFrom(0, 7),
      sinceMs: fc.constantFrom(0, 5),
      untilMs: fc.constantFrom(0, 5, 9),
    }),
  }),
);

/** Epochs are random; whether there is one is what may be compared. */
function comparable({ result, rejection }: Answer): unknown {
  const text = JSON.stringify(result, (key, value: unknown) => (key === 'epoch' ? value !== 0 : value));
  return { result: text, rejection: rejection === null ? null : [rejection.name, rejection.field] };
}

const step = fc.tuple(fc.constantFrom<'mine' | 'theirs'>('mine', 'theirs'), anyCommand);

describe('commands as a whole', () => {
  it('answer exactly once and never with a bug of ours, whatever the arguments [P8] [S-CMD-1]', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        const bus = createCommandHarness();
        const session = bus.session();
        for (const command of commands) {
          const { rejection } = bus.ask(session, command);
          expect(rejection?.name).not.toBe('INTERNAL');
        }
        bus.tick();
        expect(bus.eventsOf('internal.error')).toEqual([]);
        expect(bus.eventsOf('command.handled')).toHaveLength(commands.length);
      }),
      { numRuns: 150 },
    );
  });

  it('answer a tenant the same whether or not another tenant does anything [P7]', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const [crowded, alone] = [createCommandHarness(), createCommandHarness()];
        const mine = { crowded: crowded.session({ tenant: 'mine' }), alone: alone.session({ tenant: 'mine' }) };
        const theirs = crowded.session({ tenant: 'theirs' });
        for (const [who, command] of steps) {
          if (who === 'theirs') {
            crowded.ask(theirs, command);
            crowded.publish(crowded.address('a', 'b', 'theirs'), 'noise');
          } else {
            expect(comparable(crowded.ask(mine.crowded, command))).toEqual(comparable(alone.ask(mine.alone, command)));
          }
        }
        crowded.tick();
        alone.tick();
        expect(mine.crowded.subscriber.story()).toEqual(mine.alone.subscriber.story());
      }),
      { numRuns: 150 },
    );
  });
});
