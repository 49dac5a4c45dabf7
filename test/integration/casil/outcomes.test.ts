/** What becomes of a message under content inspection: for its sender, live subscribers, history and recovery. */
import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { made } from '../../support/casil/samples.js';
import { compiledPolicy, createInspectingBus, HOUSE_POLICY } from '../../support/casil/inspecting-bus.js';
import type { MemoryConnection } from '../../support/memory-bus.js';

const EMAIL = '{"from":"ada@example.com","text":"hi"}';
const MASKED = '{"from":"***************","text":"hi"}';

function messages(connection: MemoryConnection): string[] {
  return connection.received
    .filter(({ type }) => type === wire.MessageType.EVENT)
    .map(({ payload }) => Buffer.from(payload).toString());
}

function history(connection: MemoryConnection, room = 'desk', channel = 'chat'): string[] {
  return connection.history(room, channel).map(({ payload }) => Buffer.from(payload).toString());
}

describe('a message that is masked [C-CHAIN-4] [P9] [P2]', () => {
  it('is the same masked bytes live, in history and in recovery, and acknowledged with its position', async () => {
    const bus = createInspectingBus();
    const subscriber = await bus.join();
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', EMAIL);
    expect(sender.answerTo(id)?.ack).toMatchObject({ duplicate: false });
    expect(messages(subscriber)).toEqual([MASKED]);
    expect(history(subscriber)).toEqual([MASKED]);
    const late = await bus.join();
    late.command({ join: { room: 'desk', channel: 'chat', rewind: 5 } });
    bus.tick();
    expect(messages(late)).toEqual([MASKED]);
  });

  it('is masked wherever its parts are: headers and intent too', async () => {
    const bus = createInspectingBus();
    const subscriber = await bus.join();
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const sender = await bus.join();
    sender.publish('desk', 'chat', '{}', { headers: { 'reply-to': 'ada@example.com' }, intent: 'ask ada@example.com' });
    const received = subscriber.received.find(({ type }) => type === wire.MessageType.EVENT);
    expect(received?.headers).toEqual({ 'reply-to': '*'.repeat(15) });
    expect(received?.intent).toBe(`ask ${'*'.repeat(15)}`);
  });

  it('is stored once when it is sent twice [P4]', async () => {
    const bus = createInspectingBus();
    const sender = await bus.join();
    sender.publish('desk', 'chat', EMAIL, { id: 'once' });
    sender.publish('desk', 'chat', EMAIL, { id: 'once' });
    const acks = sender.received
      .filter(({ correlationId }) => correlationId === 'once')
      .map(({ ack }) => ack?.duplicate);
    expect(acks).toEqual([false, true]);
    expect(history(sender)).toEqual([MASKED]);
  });

  it('is masked on its way to one client, and in requests and replies', async () => {
    const bus = createInspectingBus();
    const [asker, worker] = [await bus.join(), await bus.join()];
    worker.command({ join: { room: 'desk', channel: 'work', responder: true } });
    const target = worker.clientId;
    asker.send({ type: wire.MessageType.DIRECT, target, payload: Buffer.from(EMAIL) });
    asker.send({ type: wire.MessageType.REQUEST, room: 'desk', channel: 'work', payload: Buffer.from(EMAIL) });
    const got = worker.received.filter(
      ({ type }) => type === wire.MessageType.DIRECT || type === wire.MessageType.REQUEST,
    );
    expect(got.map(({ payload }) => Buffer.from(payload).toString())).toEqual([MASKED, MASKED]);
    const request = got[1];
    worker.send({
      type: wire.MessageType.REPLY,
      target: asker.clientId,
      correlationId: request?.id ?? '',
      payload: Buffer.from(EMAIL),
    });
    const reply = asker.received.find(({ type }) => type === wire.MessageType.REPLY);
    expect(Buffer.from(reply?.payload ?? []).toString()).toBe(MASKED);
  });
});

describe('a message that is blocked [C-CHAIN-4] [P9]', () => {
  const secret = made('github_token');

  it('is neither delivered nor stored, and its sender learns why and where, not what', async () => {
    const bus = createInspectingBus();
    const subscriber = await bus.join();
    subscriber.command({ join: { room: 'desk', channel: 'chat' } });
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', `push with ${secret}`);
    const answer = sender.answerTo(id);
    expect(answer?.error).toMatchObject({ name: 'CASIL_POLICY_BLOCKED_SECRET', field: 'payload' });
    expect(answer?.casil).toBeNull();
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(messages(subscriber)).toEqual([]);
    expect(history(sender)).toEqual([]);
  });

  it('leaves its neighbours in the same Frame alone', async () => {
    const bus = createInspectingBus();
    const sender = await bus.join();
    const event = (text: string) => ({
      type: wire.MessageType.EVENT,
      room: 'desk',
      channel: 'chat',
      payload: Buffer.from(text),
      wantAck: true,
    });
    const ids = sender.send(event('before'), event(`it is ${secret}`), event('after'));
    expect(ids.map((id) => sender.answerTo(id)?.error?.name ?? 'acked')).toEqual([
      'acked',
      'CASIL_POLICY_BLOCKED_SECRET',
      'acked',
    ]);
    expect(history(sender)).toEqual(['before', 'after']);
  });

  it('costs no connection: refusals of policy are no strikes', async () => {
    const bus = createInspectingBus({ limits: { malformed_strikes_max: 2 } });
    const sender = await bus.join();
    for (let sent = 0; sent < 20; sent += 1) sender.publish('desk', 'chat', secret);
    expect(sender.open).toBe(true);
  });

  it('is blocked to one client, as a request, and as the argument of a command', async () => {
    const bus = createInspectingBus();
    const [sender, other] = [await bus.join(), await bus.join()];
    const [direct = ''] = sender.send({
      type: wire.MessageType.DIRECT,
      target: other.clientId,
      payload: Buffer.from(secret),
    });
    expect(sender.answerTo(direct)?.error?.name).toBe('CASIL_POLICY_BLOCKED_SECRET');
    const command = sender.command({ createChannel: { room: 'desk', channel: secret } });
    expect(command?.error).toMatchObject({ name: 'CASIL_POLICY_BLOCKED_SECRET', field: 'command' });
    expect(other.received.filter(({ type }) => type === wire.MessageType.DIRECT)).toEqual([]);
  });

  it('is blocked where what would be masked is what the bus interprets [C-RED-1]', async () => {
    const masking = compiledPolicy(`
version: 1
name: masks-tokens
detectors: [secrets]
rules: [{ id: mask-token, when: { detectors: [secrets] }, action: redact }]
`);
    const bus = createInspectingBus({ policies: [masking] });
    const sender = await bus.join();
    sender.publish('desk', 'chat', 'fine', { id: secret });
    expect(sender.answerTo(secret)?.error).toMatchObject({ name: 'CASIL_POLICY_UNMASKABLE', field: 'ids' });
    expect(history(sender)).toEqual([]);
  });

  it('keeps a client whose names hold a secret out, and masks names that only need masking', async () => {
    const secret = made('aws_access_key');
    const bus = createInspectingBus();
    const refused = bus.connect();
    refused.send({ type: wire.MessageType.COMMAND, hello: { screenName: `bot ${secret}` } });
    expect(refused.received[0]?.error?.name).toBe('CASIL_POLICY_BLOCKED_SECRET');
    const masked = await bus.join({ screenName: 'ada@example.com' });
    masked.command({ join: { room: 'desk', channel: 'chat' } });
    const presence = masked.command({ presence: { room: 'desk', channel: 'chat' } });
    expect(presence?.commandResult?.presence?.members?.map(({ screenName }) => screenName)).toEqual(['*'.repeat(15)]);
  });

  it('never looks at credentials: a token in hello opens a session', async () => {
    const bus = createInspectingBus();
    const connection = bus.connect();
    await connection.hello({ token: secret });
    expect(connection.received[0]?.welcome?.clientId).toBeTruthy();
  });
});

describe('a secret cut in two [C-SURF-2] [P9]', () => {
  const secret = made('github_token');

  /** The token's own characters read as tag and length of Protobuf fields; around them, what is no text. */
  const disguises: [string, Buffer][] = [
    ['by tags and lengths that are letters', Buffer.from(`"A${'x '.repeat(14)}${secret}`.padEnd(67, ' '))],
    ['by a field with a control byte', Buffer.concat([Buffer.from([0x0a, 0x01, 0x00]), fieldsSplitting(secret)])],
    ['by fields alone', fieldsSplitting(secret)],
  ];

  /** The whole token stands in the bytes; two of its letters are a tag and a length. */
  function fieldsSplitting(token: string): Buffer {
    const text = Buffer.from(token);
    for (let at = 2; at < text.length - 2; at += 1) {
      const tag = text[at] ?? 0;
      const length = text[at + 1] ?? 0;
      if ((tag & 7) !== 2 || tag >>> 3 === 0) continue;
      const tail = Buffer.alloc(Math.max(0, length - (text.length - at - 2)), 0x20);
      const head = Buffer.from([0x0a, at]);
      if (at + 2 + length >= text.length) return Buffer.concat([head, text, tail]);
    }
    throw new Error('no letters of the token read as a tag');
  }

  it.each(disguises)('is seen all the same: %s', async (_, payload) => {
    const bus = createInspectingBus();
    const sender = await bus.join();
    const id = sender.publish('desk', 'chat', '', { payload });
    expect(sender.answerTo(id)?.error?.name).toBe('CASIL_POLICY_BLOCKED_SECRET');
  });
});

describe('findings no policy of the channel asked for', () => {
  it('take no room from those that count, and change nothing', async () => {
    const emails = compiledPolicy(HOUSE_POLICY.replace('detectors:', 'scope: { include: ["desk:*"] }\ndetectors:'));
    const cards = compiledPolicy(`
version: 1
name: cards
detectors: [payment-card]
rules: [{ id: mask-card, when: { detectors: [payment-card] }, action: redact }]
`);
    const bus = createInspectingBus({ policies: [emails, cards], casil: { limits: { max_findings: 2 } } });
    const sender = await bus.join();
    const id = sender.publish('street', 'chat', 'a@example.com b@example.com c@example.com');
    expect(sender.answerTo(id)?.ack).toBeTruthy();
    expect(history(sender, 'street')).toEqual(['a@example.com b@example.com c@example.com']);
    const refused = sender.publish('desk', 'chat', 'a@example.com b@example.com c@example.com');
    expect(sender.answerTo(refused)?.error?.name).toBe('CASIL_POLICY_WORK_LIMIT');
  });
});

describe('a message out of scope [C-CHAIN-2]', () => {
  it('is left alone, by the scope of the server and by that of each policy', async () => {
    const scoped = compiledPolicy(
      HOUSE_POLICY.replace('detectors:', 'scope: { include: ["desk:*"], exclude: ["desk:lab"] }\ndetectors:'),
    );
    const bus = createInspectingBus({ policies: [scoped], casil: { scope: { exclude: ['*:raw'] } } });
    const sender = await bus.join();
    for (const channel of ['chat', 'lab', 'raw']) sender.publish('desk', channel, EMAIL);
    sender.publish('street', 'chat', EMAIL);
    expect(history(sender, 'desk', 'chat')).toEqual([MASKED]);
    expect(history(sender, 'desk', 'lab')).toEqual([EMAIL]);
    expect(history(sender, 'desk', 'raw')).toEqual([EMAIL]);
    expect(history(sender, 'street', 'chat')).toEqual([EMAIL]);
    expect(bus.inspection.figures()?.inspected).toBe(1);
  });
});

describe('what operators name themselves [C-PAT-1] [C-SURF-2]', () => {
  const own = compiledPolicy(`
version: 1
name: own
patterns: [{ id: employee-number, regex: 'EMP-[0-9]{6}', kind: personal_data, risk: medium }]
fields: [{ id: pin, path: $..pin, kind: credential, risk: high }]
rules:
  - { id: mask-employee, when: { patterns: [employee-number] }, action: redact }
  - { id: mask-pin, when: { fields: [pin] }, action: redact }
`);

  it('is masked: a pattern wherever it stands, a field by its place, numbers as numbers', async () => {
    const bus = createInspectingBus({ policies: [own] });
    const sender = await bus.join();
    const text = '{"who":"EMP-123456","door":{"pin":4711},"note":"not \\u0045MP-654321","list":[{"pin":"12\\n34"}]}';
    sender.publish('desk', 'chat', text);
    const [stored = ''] = history(sender);
    expect(stored).toHaveLength(text.length);
    expect(JSON.parse(stored)).toEqual({
      who: '*'.repeat(10),
      door: { pin: 1111 },
      note: `not ${'*'.repeat(15)}`,
      list: [{ pin: '*'.repeat(6) }],
    });
  });

  it('is bounded like everything else: a message full of matches is refused', async () => {
    const bus = createInspectingBus({ policies: [own], casil: { limits: { max_findings: 3 } } });
    const sender = await bus.join();
    const patterns = sender.publish('desk', 'chat', 'EMP-123456 '.repeat(4));
    const fields = sender.publish('desk', 'chat', JSON.stringify([1, 2, 3, 4].map((pin) => ({ pin }))));
    expect([patterns, fields].map((id) => sender.answerTo(id)?.error?.name)).toEqual([
      'CASIL_POLICY_WORK_LIMIT',
      'CASIL_POLICY_WORK_LIMIT',
    ]);
  });
});

describe('monitor [C-CHAIN-6]', () => {
  it('lets everything through unchanged and counts what it would have done', async () => {
    const bus = createInspectingBus({ casil: { mode: 'monitor' } });
    const sender = await bus.join();
    const texts = [EMAIL, `push with ${made('github_token')}`, 'fine'];
    for (const text of texts) sender.publish('desk', 'chat', text);
    expect(history(sender)).toEqual(texts);
    const figures = bus.inspection.figures();
    const counted = (counts: ReadonlyMap<string, number> | undefined) => Object.fromEntries(counts ?? []);
    expect(counted(figures?.wouldBe)).toMatchObject({ allow_with_redaction: 1, block: 1 });
    expect(counted(figures?.outcomes)).toMatchObject({ allow_with_redaction: 0, block: 0 });
    expect(counted(figures?.reasons)['CASIL_MONITOR_MODE']).toBe(2);
  });
});
