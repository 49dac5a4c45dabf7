/**
 * Generated programs of two tenants on one bus that use the same names for everything, and the transcript of one of
 * them: what tenant B is sent must not depend on whether tenant A does anything at all. [T-TEN-1] [P7]
 */
import { wire } from '../../../src/protocol/codec.js';
import type { Random } from '../protocol/random.js';
import type { Names } from './crossing-world.js';

/** What one session does, or a stretch of time. Choices were made when it was generated; names are looked up late. */
export interface Step {
  readonly tenant: 'a' | 'b';
  readonly session: number;
  /** For the reader of a failure. */
  readonly label: string;
  readonly act: Act;
}

export type Act =
  | { readonly kind: 'send'; readonly make: (names: Names) => wire.IEnvelope }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'reconnect'; readonly token: string }
  | { readonly kind: 'wait'; readonly ms: number };

export const SESSIONS_PER_TENANT = 2;

const { MessageType } = wire;
const ROOMS = ['r0', 'r1', 'r2'];
const CHANNELS = ['c0', 'c1', 'x.y', 'x.z'];
const PATTERNS = [...CHANNELS, '*', 'x.*'];
const GROUPS = ['', '', '', 'g0', 'g1'];
/** Of publishes: few, so that both tenants use the same ones for different content. */
const MESSAGE_IDS = ['m0', 'm1', 'm2', 'm3'];
const CORRELATIONS = ['q0', 'q1', 'm0', 'm1'];
const WAITS_MS = [1, 20, 300, 1_000, 5_000, 61_000, 200_000, 4_000_000];

export function generateProgram(random: Random, length: number): Step[] {
  return Array.from({ length }, (_, index) => {
    const act = generateAct(random, index);
    return {
      tenant: random.below(2) === 0 ? 'a' : 'b',
      session: random.below(SESSIONS_PER_TENANT),
      ...act,
    };
  });
}

function generateAct(random: Random, index: number): Pick<Step, 'label' | 'act'> {
  const kind = random.below(100);
  if (kind < 6) {
    const ms = random.pick(WAITS_MS);
    return { label: `wait ${ms} ms`, act: { kind: 'wait', ms } };
  }
  if (kind < 9) {
    const token = random.pick(['good', 'good', 'short', 'wrong']);
    return { label: `reconnect ${token}`, act: { kind: 'reconnect', token } };
  }
  if (kind < 10) return { label: 'garbage', act: { kind: 'bytes', bytes: random.bytes(random.below(40)) } };
  if (kind < 40) return publish(random, index);
  if (kind < 55) return conversation(random, index);
  return command(random, index);
}

function send(label: string, make: (names: Names) => wire.IEnvelope): Pick<Step, 'label' | 'act'> {
  return { label, act: { kind: 'send', make } };
}

function publish(random: Random, index: number) {
  const envelope = {
    type: random.below(4) === 0 ? MessageType.TELEMETRY : MessageType.EVENT,
    id: random.below(2) === 0 ? random.pick(MESSAGE_IDS) : `p${index}`,
    room: random.pick(ROOMS),
    channel: random.pick(CHANNELS),
    payload: Buffer.from(`payload ${index}`),
    wantAck: random.below(3) > 0,
    ttlMs: random.below(6) === 0 ? 1_000 : 0,
  };
  return send(`publish ${envelope.id} to ${envelope.room}:${envelope.channel}`, () => envelope);
}

function conversation(random: Random, index: number) {
  const type = random.pick([MessageType.DIRECT, MessageType.REQUEST, MessageType.REPLY]);
  const toClient = type !== MessageType.REQUEST || random.below(2) === 0;
  const base = {
    type,
    id: random.below(3) === 0 ? random.pick(CORRELATIONS) : `d${index}`,
    payload: Buffer.from(`words ${index}`),
    wantAck: true,
    ...(type === MessageType.REPLY && { correlationId: random.pick(CORRELATIONS) }),
  };
  if (!toClient) {
    const place = { room: random.pick(ROOMS), channel: random.pick(CHANNELS) };
    return send(`request to ${place.room}:${place.channel}`, () => ({ ...base, ...place }));
  }
  const [whose, of] = [random.pick(['own', 'own', 'theirs'] as const), random.below(SESSIONS_PER_TENANT)];
  return send(`${MessageType[type]} to ${whose} ${of}`, (names) => ({ ...base, target: names.client(whose, of) }));
}

function command(random: Random, index: number) {
  const id = `k${index}`;
  const make = random.pick(COMMANDS)(random);
  return send('command', (names) => ({ type: MessageType.COMMAND, id, command: make(names) }));
}

type MakeCommand = (random: Random) => (names: Names) => wire.ICommand;

const anyPlace = (random: Random) => ({ room: random.pick(ROOMS), channel: random.pick(CHANNELS) });
const fixed =
  (make: (random: Random) => wire.ICommand): MakeCommand =>
  (random) => {
    const made = make(random);
    return () => made;
  };

/** Every command there is; a test holds the list against the catalogue. */
export const COMMANDS: readonly MakeCommand[] = [
  fixed(() => ({ ping: {} })),
  fixed(() => ({ status: {} })),
  fixed(() => ({ help: {} })),
  join,
  join,
  join,
  fixed((random) => ({ leave: { room: random.pick(ROOMS), channel: random.pick(PATTERNS) } })),
  fixed((random) => ({ createChannel: anyPlace(random) })),
  fixed((random) => ({ deleteChannel: anyPlace(random) })),
  fixed((random) => ({ listRooms: { limit: random.pick([0, 1]), after: random.pick(['', 'r0']) } })),
  fixed((random) => ({ listChannels: { room: random.pick(ROOMS), limit: random.pick([0, 1]) } })),
  fixed((random) => ({ channelInfo: anyPlace(random) })),
  fixed((random) => ({ presence: anyPlace(random) })),
  history,
  fixed((random) => ({ refreshToken: { token: random.pick(['good', 'short', 'wrong', 'theirs']) } })),
];

function join(random: Random): (names: Names) => wire.ICommand {
  const room = random.pick(ROOMS);
  const channel = random.pick(PATTERNS);
  const group = random.pick(GROUPS);
  const base = { room, channel, group, responder: random.below(3) === 0 };
  const kind = random.below(4);
  if (kind === 0) return () => ({ join: { ...base, rewind: 1 + random.below(1) } });
  if (kind > 1) return () => ({ join: base });
  const [whose, nth, sequence] = [random.pick(['own', 'theirs'] as const), random.below(4), random.below(5)];
  const position = channel.includes('*') ? 'x.y' : channel;
  return (names) => ({
    join: { ...base, recover: [{ channel: position, epoch: names.epoch(whose, nth), sequence }] },
  });
}

function history(random: Random): (names: Names) => wire.ICommand {
  const base = { ...anyPlace(random), limit: random.pick([0, 1, 2]), reverse: random.below(2) === 0 };
  if (random.below(2) === 0) return () => ({ history: base });
  const [whose, nth, afterSequence] = [random.pick(['own', 'theirs'] as const), random.below(4), random.below(4)];
  return (names) => ({ history: { ...base, afterSequence, epoch: names.epoch(whose, nth) } });
}
