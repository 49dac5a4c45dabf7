/** Everything but commands that programs send: messages to channels and clients, floods of them, and forgeries. */
import { wire } from '../../../src/protocol/codec.js';
import type { Random } from '../protocol/random.js';
import { anyOne, anyPlace, CORRELATIONS, MESSAGE_IDS } from './crossing-names.js';
import { MARK_OF_A, send, SESSIONS_PER_TENANT, type Choice, type Names, type Tenant } from './crossing-step.js';

const { MessageType } = wire;

/** Envelopes of a flood: more than one sender may publish to a channel at once, and two are more than a tenant may. */
const FLOOD_COUNT = 30;

export function publish(random: Random, index: number, tenant: Tenant): Choice {
  const envelope = {
    type: random.below(4) === 0 ? MessageType.TELEMETRY : MessageType.EVENT,
    id: random.below(2) === 0 ? random.pick(MESSAGE_IDS) : `p${index}`,
    ...anyPlace(random),
    // Now and then the same in both tenants, as content would be that is kept by its hash.
    payload: random.below(4) === 0 ? Buffer.from('the same') : contentOf(tenant, index),
    wantAck: random.below(3) > 0,
    ttlMs: random.below(6) === 0 ? 1_000 : 0,
    ...(random.below(4) === 0 && remarks(random, tenant)),
  };
  return send(`publish ${envelope.id} to ${envelope.room}:${envelope.channel}`, () => envelope);
}

export function conversation(random: Random, index: number, tenant: Tenant): Choice {
  const type = random.pick([MessageType.DIRECT, MessageType.REQUEST, MessageType.REQUEST, MessageType.REPLY]);
  const base = {
    type,
    id: random.below(3) === 0 ? random.pick(CORRELATIONS) : `d${index}`,
    payload: contentOf(tenant, index),
    wantAck: true,
    ...(random.below(4) === 0 && remarks(random, tenant)),
    ...(type === MessageType.REPLY && { correlationId: random.pick(CORRELATIONS) }),
  };
  if (type === MessageType.REQUEST && random.below(4) > 0) {
    const place = anyPlace(random);
    return send(`request to ${place.room}:${place.channel}`, () => ({ ...base, ...place }));
  }
  const [whose, of] = [anyOne(random), random.below(SESSIONS_PER_TENANT + 1)];
  return send(`${MessageType[type]} to ${whose} ${of}`, (names) => ({ ...base, target: names.client(whose, of) }));
}

/** As fast as can be, past the limits. */
export function flood(random: Random, index: number, tenant: Tenant): Choice {
  const place = anyPlace(random);
  const envelope = { type: MessageType.EVENT, id: `f${index}`, ...place, payload: contentOf(tenant, index) };
  return send(`flood ${place.room}:${place.channel}`, () => envelope, FLOOD_COUNT);
}

/** A field that only the server may write, with what belongs to the other tenant in it. */
export function forgery(random: Random, index: number): Choice {
  const [forge, nth] = [random.pick(FORGERIES), random.below(SESSIONS_PER_TENANT)];
  const base = { type: MessageType.EVENT, id: `x${index}`, ...anyPlace(random), wantAck: true };
  return send('forgery', (names) => ({ ...base, ...forge(names, nth) }));
}

/** One per field of the server; a test holds the list against the protocol. */
const FORGERIES: readonly ((names: Names, nth: number) => wire.IEnvelope)[] = [
  (_names, nth) => ({ sequence: nth + 1 }),
  (names, nth) => ({ epoch: names.epoch('theirs', nth) }),
  (names, nth) => ({ sender: names.client('theirs', nth) }),
  () => ({ timestampMs: 1 }),
  (_names, nth) => ({ subject: `svc${nth}` }),
  () => ({ casil: { outcome: wire.CasilOutcome.CASIL_ALLOW } }),
  () => ({ group: 'g0' }),
  (names) => ({ tenantId: names.tenant('theirs') }),
  (names) => ({ type: MessageType.COMMAND, welcome: { tenant: names.tenant('theirs') } }),
  () => ({ type: MessageType.COMMAND, commandResult: { ping: {} } }),
  () => ({ type: MessageType.COMMAND, ack: { sequence: 1 } }),
  () => ({ type: MessageType.COMMAND, error: { name: 'INTERNAL' } }),
  () => ({ type: MessageType.COMMAND, gap: { from: 1, to: 1 } }),
  () => ({ type: MessageType.COMMAND, goAway: { reason: 'x' } }),
  (names, nth) => ({ type: MessageType.COMMAND, presenceEvent: { left: [names.client('theirs', nth)] } }),
  // A second hello, as whom it likes.
  (names) => ({ type: MessageType.COMMAND, hello: { token: names.token('theirs', 'good') } }),
];

/** What is carried along: the same names in both tenants, content of their own. */
function remarks(random: Random, tenant: Tenant): wire.IEnvelope {
  const own = tenant === 'a' ? MARK_OF_A : 'own';
  return {
    contentType: 'text/plain',
    headers: { about: own },
    correlationId: random.pick(CORRELATIONS),
    causationId: random.pick(MESSAGE_IDS),
    hopCount: random.pick([1, 1, 1, 1_000]),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    capabilities: [own],
    intent: own,
    embedding: { model: own, dimensions: 1, values: Buffer.alloc(4) },
  };
}

function contentOf(tenant: Tenant, index: number): Buffer {
  return Buffer.from(tenant === 'a' ? `${MARK_OF_A} ${index}` : `payload ${index}`);
}
