/** Every command programs send, with every argument it takes; a test holds both against catalogue and protocol. */
import { wire } from '../../../src/protocol/codec.js';
import type { Random } from '../protocol/random.js';
import { anyOne, anyPlace, GROUPS, PATTERNS, ROOMS, START_MS } from './crossing-names.js';
import { send, SESSIONS_PER_TENANT, type Choice, type Names } from './crossing-step.js';

/** Where members are listed after whom depends on their random ids: what is answered is only looked at, not compared. */
export const UNCOMPARED = 'u';

type MakeCommand = (random: Random) => (names: Names) => wire.ICommand;

export function command(random: Random, index: number): Choice {
  const make = random.pick(COMMANDS)(random);
  return send('command', (names) => {
    const made = make(names);
    const id = made.presence?.after ? `${UNCOMPARED}${index}` : `k${index}`;
    return { type: wire.MessageType.COMMAND, id, command: made };
  });
}

const fixed =
  (make: (random: Random) => wire.ICommand): MakeCommand =>
  (random) => {
    const made = make(random);
    return () => made;
  };

const COMMANDS: readonly MakeCommand[] = [
  fixed(() => ({ ping: {} })),
  fixed(() => ({ status: {} })),
  fixed(() => ({ help: {} })),
  join,
  join,
  join,
  join,
  fixed((random) => ({ leave: { room: random.pick(ROOMS), channel: random.pick(PATTERNS) } })),
  fixed((random) => ({ createChannel: anyPlace(random) })),
  fixed((random) => ({ deleteChannel: anyPlace(random) })),
  fixed((random) => ({ deleteChannel: anyPlace(random) })),
  fixed((random) => ({ listRooms: { limit: random.pick([0, 1]), after: random.pick(['', 'r0']) } })),
  fixed((random) => ({
    listChannels: { room: random.pick(ROOMS), limit: random.pick([0, 1]), after: random.pick(['', 'c0']) },
  })),
  fixed((random) => ({ channelInfo: anyPlace(random) })),
  presence,
  presence,
  history,
  history,
  refreshToken,
];

function join(random: Random): (names: Names) => wire.ICommand {
  const [room, channel, group] = [random.pick(ROOMS), random.pick(PATTERNS), random.pick(GROUPS)];
  const base = { room, channel, responder: random.below(2) === 0 };
  const kind = random.below(5);
  if (kind === 0) return () => ({ join: { ...base, rewind: 1 } });
  if (kind > 2) return () => ({ join: { ...base, group } });
  const [whose, nth, sequence] = [anyOne(random), random.below(4), random.below(5)];
  const position = channel.includes('*') ? random.pick(['x.y', 'x.z']) : channel;
  return (names) => ({
    join: {
      ...base,
      recover: [{ channel: position, epoch: names.epoch(whose, nth, { room, channel: position }), sequence }],
    },
  });
}

function presence(random: Random): (names: Names) => wire.ICommand {
  const place = anyPlace(random);
  const [kind, whose, of] = [random.below(4), anyOne(random), random.below(SESSIONS_PER_TENANT)];
  const limit = random.pick([0, 1_000]);
  if (kind > 0) return () => ({ presence: { ...place, limit } });
  return (names) => ({ presence: { ...place, after: names.client(whose, of) } });
}

function history(random: Random): (names: Names) => wire.ICommand {
  const base = { ...anyPlace(random), limit: random.pick([0, 1, 2]), reverse: random.below(2) === 0 };
  const kind = random.below(4);
  if (kind === 0) {
    const sinceMs = START_MS + random.pick([0, 1_000, 30_000]);
    const untilMs = random.pick([0, sinceMs + 40_000]);
    return () => ({ history: { ...base, sinceMs, untilMs } });
  }
  if (kind === 1) return () => ({ history: base });
  const [whose, nth, afterSequence] = [anyOne(random), random.below(4), 1 + random.below(4)];
  return (names) => ({ history: { ...base, afterSequence, epoch: names.epoch(whose, nth, base) } });
}

function refreshToken(random: Random): (names: Names) => wire.ICommand {
  const [whose, kind] = [anyOne(random), random.pick(['good', 'short', 'poor', 'wrong'])];
  return (names) => ({ refreshToken: { token: names.token(whose, kind) } });
}
