/** A bus that inspects nothing, or only watches, is the bus it was: the same bytes to everyone. [C-META-1] [P2] */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { createInspectingBus, type InspectingBusOptions } from '../../support/casil/inspecting-bus.js';
import type { MemoryConnection } from '../../support/memory-bus.js';

const random = vi.hoisted(() => ({ drawn: 0 }));

/** Names and epochs are random; here they are counted, so that two runs can be compared byte by byte. */
vi.mock('../../../src/base/ids.js', () => ({
  randomName: (length: number) => String((random.drawn += 1)).padStart(length, 'n'),
  randomEpoch: () => (random.drawn += 1),
  createMessageId: () => String((random.drawn += 1)),
}));

afterEach(() => {
  random.drawn = 0;
});

const ABSENT: InspectingBusOptions = { policies: [], casil: { enabled: false } };

/** Every kind of message, with things to find in them. Returns all frames each connection got. */
async function record(options: InspectingBusOptions): Promise<Buffer[][]> {
  random.drawn = 0;
  const bus = createInspectingBus(options);
  const [alice, bob, worker]: MemoryConnection[] = [await bus.join(), await bus.join(), await bus.join()];
  if (alice === undefined || bob === undefined || worker === undefined) throw new Error('no connections');
  bob.command({ join: { room: 'desk', channel: '*' } });
  worker.command({ join: { room: 'desk', channel: 'work', group: 'workers', responder: true } });
  const texts = [
    '{"mail":"ada@example.com"}',
    'card 4111 1111 1111 1111',
    'fine',
    '{"a":[1,2,{"b":"\\u0061da@example.com"}]}',
  ];
  for (const text of texts)
    alice.publish('desk', 'chat', text, { headers: { note: 'ada@example.com' }, id: `m-${text.length}` });
  alice.publish('desk', 'work', texts[0] ?? '', { id: 'work-1' });
  alice.send({ type: wire.MessageType.DIRECT, target: bob.clientId, payload: Buffer.from(texts[0] ?? '') });
  alice.send({ type: wire.MessageType.REQUEST, room: 'desk', channel: 'work', payload: Buffer.from(texts[1] ?? '') });
  bob.command({ history: { room: 'desk', channel: 'chat', limit: 10 } });
  const late = await bus.join({ screenName: 'ada@example.com' });
  late.command({ join: { room: 'desk', channel: 'chat', rewind: 10 } });
  bus.tick();
  late.command({ presence: { room: 'desk', channel: 'chat' } });
  late.sendBytes(Buffer.from([0x0a, 0x02, 0x08, 0x07]));
  return [alice, bob, worker, late].map(({ frames }) => frames);
}

const withoutCasil = (frame: Buffer): unknown => {
  const { envelopes } = wire.Frame.decode(frame);
  const strip = (envelope: wire.IEnvelope): wire.IEnvelope => ({ ...envelope, casil: null });
  return envelopes.map((envelope) => {
    const history = envelope.commandResult?.history;
    const past = history?.envelopes?.map((bytes) => strip(wire.Envelope.decode(bytes)));
    if (history) history.envelopes = [];
    return [strip(envelope), past];
  });
};

describe('one scene, recorded [C-META-1] [C-CHAIN-6]', () => {
  it('delivers the same bytes without inspection, with inspection disabled and in monitor', async () => {
    const absent = await record(ABSENT);
    expect(absent.map((frames) => frames.length).every((count) => count > 3)).toBe(true);
    expect(await record({ casil: { enabled: false } })).toEqual(absent);
    expect(await record({ casil: { mode: 'monitor' } })).toEqual(absent);
    expect(await record({ casil: { mode: 'monitor', persist_metadata_in_history: true } })).toEqual(absent);
  });

  it('differs in monitor by the documented metadata alone where that is exposed', async () => {
    const absent = await record(ABSENT);
    const exposed = { mode: 'monitor', expose_metadata_to_clients: true, persist_metadata_in_history: true };
    const watched = await record({ casil: exposed });
    expect(watched).not.toEqual(absent);
    expect(watched.map((frames) => frames.map(withoutCasil))).toEqual(absent.map((frames) => frames.map(withoutCasil)));
  });

  it('would show a difference if there were one: enforcing is not the same', async () => {
    expect(await record({})).not.toEqual(await record(ABSENT));
  });
});
