import { beforeEach, describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { createClientId, nodeOfClient } from '../../../src/pipeline/client-id.js';
import { decodeDelivery, encodeDelivery } from '../../../src/pipeline/node-delivery.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryConnection } from '../../support/memory-bus.js';

const { MessageType, Durability } = wire;

let asker: MemoryConnection;
let worker: MemoryConnection;
let workerId: string;

beforeEach(async () => {
  const memoryBus = createMemoryBus({ clock: new FakeClock() });
  asker = await memoryBus.join();
  worker = memoryBus.connect();
  workerId = (await worker.hello()).clientId ?? '';
});

describe('direct messages [S-ROUTE-4]', () => {
  it('reach one client with the sender’s stamp, no sequence, and are acked NONE', () => {
    const [id = ''] = asker.send({
      type: MessageType.DIRECT,
      target: workerId,
      payload: Buffer.from('psst'),
      wantAck: true,
    });
    expect(worker.texts()).toEqual(['psst']);
    expect(readUint64(worker.received.at(-1)?.sequence)).toBe(0);
    expect(asker.answerTo(id)?.ack).toMatchObject({ durability: Durability.NONE });
  });

  it('to a client that is not there are NOT_FOUND at once, of this node or another', () => {
    const ids = ['test-node.aaaaaaaaaaaaaaaa', 'other.aaaaaaaaaaaaaaaa', 'nonsense'].flatMap((target) =>
      asker.send({ type: MessageType.DIRECT, target }),
    );
    expect(ids.map((id) => asker.answerTo(id)?.error?.name)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

describe('request and reply [S-ROUTE-4]', () => {
  it('goes to the responders of a channel and comes back to the asker', () => {
    worker.command({ join: { room: 'tools', channel: 'math', responder: true } });
    const [requestId = ''] = asker.send({
      type: MessageType.REQUEST,
      room: 'tools',
      channel: 'math',
      payload: Buffer.from('2+2'),
    });
    const request = worker.received.at(-1);
    expect(request?.type).toBe(MessageType.REQUEST);
    worker.send({
      type: MessageType.REPLY,
      target: request?.sender ?? '',
      correlationId: requestId,
      payload: Buffer.from('4'),
    });
    expect(asker.received.at(-1)).toMatchObject({ type: MessageType.REPLY, correlationId: requestId });
    expect(asker.texts()).toEqual(['4']);
  });

  it('is NO_RESPONDER where nobody answers: plain subscribers do not count, nor does the asker', () => {
    worker.command({ join: { room: 'tools', channel: 'math' } });
    asker.command({ join: { room: 'tools', channel: 'math', responder: true } });
    const [id = ''] = asker.send({ type: MessageType.REQUEST, room: 'tools', channel: 'math' });
    expect(asker.answerTo(id)?.error).toMatchObject({ name: 'NO_RESPONDER', retry: wire.Retry.RETRY });
  });
});

describe('client ids and node deliveries', () => {
  it('embed the node, whatever its name', () => {
    expect(nodeOfClient(createClientId('eu-1.a'))).toBe('eu-1.a');
    expect(nodeOfClient('short')).toBeNull();
  });

  it('round trip, and refuse bytes that are none [P8]', () => {
    const delivery = { tenant: 'acme', target: 'n.aaaaaaaaaaaaaaaa', frame: Uint8Array.of(10, 0) };
    expect(decodeDelivery(encodeDelivery(delivery))).toEqual(delivery);
    expect(decodeDelivery(Uint8Array.of(0xff, 0xff, 0xff))).toBeNull();
    expect(decodeDelivery(new Uint8Array())).toBeNull();
  });
});
