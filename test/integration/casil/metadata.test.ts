/** What inspection says about a message, and who gets to see it. [C-META-1] */
import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { made } from '../../support/casil/samples.js';
import { createInspectingBus } from '../../support/casil/inspecting-bus.js';

const EMAIL = '{"from":"ada@example.com"}';
const SAID = {
  outcome: wire.CasilOutcome.CASIL_ALLOW_WITH_REDACTION,
  kind: 'personal_data',
  flags: ['contains_personal_data'],
  ruleIds: ['mask-email'],
  reasonCode: 'CASIL_POLICY_REDACTED',
};

type Envelopes = readonly { readonly casil?: wire.ICasilMetadata | null }[];
const shown = (envelopes: Envelopes) => envelopes.map(({ casil }) => casil ?? null);

describe.each([
  { expose: true, persist: true, live: true, later: true },
  { expose: true, persist: false, live: true, later: false },
  { expose: false, persist: true, live: false, later: false },
  { expose: false, persist: false, live: false, later: false },
])('exposed $expose, persisted $persist [C-META-1]', ({ expose, persist, live, later }) => {
  const casil = { expose_metadata_to_clients: expose, persist_metadata_in_history: persist };
  const isEvent = ({ type }: wire.Envelope) => type === wire.MessageType.EVENT;

  async function scene() {
    const bus = createInspectingBus({ casil });
    const subscriber = await bus.join();
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', EMAIL);
    return { bus, subscriber, sender, id };
  }

  it(`is ${live ? '' : 'not '}seen live, by plain members and through a queue group`, async () => {
    const { bus, subscriber, sender } = await scene();
    const worker = await bus.join();
    worker.command({ join: { room: 'desk', channel: 'work', group: 'workers' } });
    sender.publish('desk', 'work', EMAIL);
    for (const member of [subscriber, worker]) {
      const [casilSeen] = shown(member.received.filter(isEvent));
      if (live) expect(casilSeen).toMatchObject(SAID);
      else expect(casilSeen).toBeNull();
    }
  });

  it(`is ${later ? '' : 'not '}seen in history, in recovery and by a rewind`, async () => {
    const { bus } = await scene();
    const reader = await bus.join();
    const page = reader.history('desk', 'chat');
    reader.command({ join: { room: 'desk', channel: 'chat', rewind: 5 } });
    bus.tick();
    const seen = [...shown(page), ...shown(reader.received.filter(isEvent))];
    expect(seen).toHaveLength(2);
    for (const one of seen) {
      if (later) expect(one).toMatchObject(SAID);
      else expect(one).toBeNull();
    }
  });

  it(`is ${expose ? '' : 'not '}told to the sender, with the ack and with a refusal`, async () => {
    const { sender, id } = await scene();
    const refusedId = sender.publish('desk', 'chat', `push with ${made('github_token')}`);
    const ack = sender.answerTo(id);
    const refused = sender.answerTo(refusedId);
    expect(ack?.ack).toBeTruthy();
    expect(refused?.error?.name).toBe('CASIL_POLICY_BLOCKED_SECRET');
    if (expose) {
      expect(ack?.casil).toMatchObject(SAID);
      expect(refused?.casil).toMatchObject({ ruleIds: ['block-secret'], riskLevel: wire.CasilRisk.CASIL_RISK_HIGH });
    } else {
      expect(shown([ack ?? {}, refused ?? {}])).toEqual([null, null]);
    }
  });

  it(`is ${expose ? '' : 'not '}seen with what goes to one client`, async () => {
    const { bus, sender } = await scene();
    const receiver = await bus.join();
    sender.send({ type: wire.MessageType.DIRECT, target: receiver.clientId, payload: Buffer.from(EMAIL) });
    const [direct] = shown(receiver.received.filter(({ type }) => type === wire.MessageType.DIRECT));
    if (expose) expect(direct).toMatchObject(SAID);
    else expect(direct).toBeNull();
  });
});

describe('a message in which nothing was found [C-META-1]', () => {
  it('says so where metadata is exposed, by the form of its content, and bothers no sender', async () => {
    const bus = createInspectingBus({ casil: { expose_metadata_to_clients: true } });
    const subscriber = await bus.join();
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', '{"fine":true}');
    const [seen] = subscriber.received.filter(({ type }) => type === wire.MessageType.EVENT);
    expect(seen?.casil).toMatchObject({ outcome: wire.CasilOutcome.CASIL_ALLOW, kind: 'json', reasonCode: '' });
    expect(sender.answerTo(id)?.casil).toBeNull();
  });
});

describe('pages of history with metadata [P8]', () => {
  it('stay within the bound of one Frame', async () => {
    const limits = { frame_bytes_max: 4096, payload_bytes_max: 1024 };
    const casil = { expose_metadata_to_clients: true, persist_metadata_in_history: true };
    const bus = createInspectingBus({ casil, limits });
    const sender = await bus.join();
    for (let sent = 0; sent < 60; sent += 1) sender.publish('desk', 'chat', EMAIL);
    sender.frames.length = 0;
    const page = sender.command({ history: { room: 'desk', channel: 'chat', limit: 60 } });
    expect(page?.commandResult?.history?.more).toBe(true);
    expect(Math.max(...sender.frames.map(({ length }) => length))).toBeLessThanOrEqual(4096);
  });
});
