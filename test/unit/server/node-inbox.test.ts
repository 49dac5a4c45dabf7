import { describe, expect, it } from 'vitest';
import { encodeDelivery } from '../../../src/pipeline/node-delivery.js';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus } from '../../support/memory-bus.js';

const frame = wire.Frame.encode({
  envelopes: [{ version: 1, type: wire.MessageType.DIRECT, id: 'far-away', payload: Buffer.from('hi') }],
}).finish();

async function inbox() {
  const memoryBus = createMemoryBus({ clock: new FakeClock() });
  const connection = memoryBus.connect();
  const { clientId } = await connection.hello();
  return {
    connection,
    clientId: clientId ?? '',
    receive: (bytes: Uint8Array) => memoryBus.bus.nodeLink.onMessage('other-node', bytes),
    ids: () => connection.received.map(({ id }) => id),
  };
}

describe('what other nodes send [S-ROUTE-4]', () => {
  it('reaches the client it is for, as it was sent', async () => {
    const { receive, clientId, connection } = await inbox();
    receive(encodeDelivery({ tenant: 'default', target: clientId, frame }));
    expect(connection.received.at(-1)).toMatchObject({ id: 'far-away', type: wire.MessageType.DIRECT });
  });

  it('is lost when the client is unknown here, or of another tenant [P7]', async () => {
    const { receive, clientId, ids } = await inbox();
    const before = ids();
    receive(encodeDelivery({ tenant: 'default', target: 'nobody', frame }));
    receive(encodeDelivery({ tenant: 'other', target: clientId, frame }));
    expect(ids()).toEqual(before);
  });

  it('is lost when the client is gone', async () => {
    const { receive, clientId, connection, ids } = await inbox();
    connection.close(1000);
    const before = ids();
    receive(encodeDelivery({ tenant: 'default', target: clientId, frame }));
    expect(ids()).toEqual(before);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no protobuf', Buffer.from('ff'.repeat(40), 'hex')],
    ['an envelope without a tenant', wire.Envelope.encode({ target: 'x', payload: frame }).finish()],
    ['an envelope without a frame', wire.Envelope.encode({ tenantId: 'default', target: 'x' }).finish()],
  ])('is ignored when it is %s [P8]', async (_what, bytes) => {
    const { receive, ids } = await inbox();
    const before = ids();
    expect(() => receive(bytes)).not.toThrow();
    expect(ids()).toEqual(before);
  });
});
