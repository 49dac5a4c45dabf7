/** Streams that break RFC 6455: each ends its own connection with the right code and hurts nobody else. [P8] */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { controlFrame } from '../support/transport/batches.js';
import { clientFrame } from '../support/transport/client-frames.js';
import { RawClient, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type TestServer } from '../support/transport/test-server.js';

const FRAME_BYTES_MAX = 10_000;
let server: TestServer;
let bystander: RawClient;

beforeAll(async () => {
  server = await startTestServer({ frameBytesMax: FRAME_BYTES_MAX }, (connection, bytes) => {
    connection.enqueueFrame(Buffer.from(bytes));
  });
  bystander = await RawClient.open(server.port);
});

afterAll(async () => {
  bystander.destroy();
  await server.transport.close();
});

const payload = Buffer.alloc(20, 1);
const tinyFragments = Buffer.concat([
  clientFrame(Buffer.of(1), { fin: false }),
  ...Array.from({ length: 5_000 }, () => clientFrame(Buffer.of(1), { fin: false, opcode: 0 })),
]);
const emptyFragments = Buffer.concat([
  clientFrame(Buffer.of(1), { fin: false }),
  ...Array.from({ length: 5_000 }, () => clientFrame(Buffer.alloc(0), { fin: false, opcode: 0 })),
]);

const CASES: readonly [string, Buffer, number][] = [
  ['an unmasked frame', clientFrame(payload, { masked: false }), 1002],
  ['a reserved bit', clientFrame(payload, { rsv: 4 }), 1002],
  ['compression that was not negotiated', clientFrame(payload, { rsv: 4, opcode: 2 }), 1002],
  ['a reserved opcode', clientFrame(payload, { opcode: 3 }), 1002],
  ['a reserved control opcode', clientFrame(payload, { opcode: 11 }), 1002],
  ['a continuation of nothing', clientFrame(payload, { opcode: 0 }), 1002],
  [
    'a new message inside a fragmented one',
    Buffer.concat([clientFrame(payload, { fin: false }), clientFrame(payload)]),
    1002,
  ],
  ['a fragmented ping', clientFrame(payload, { opcode: 9, fin: false }), 1002],
  ['a ping that is too long', clientFrame(Buffer.alloc(126), { opcode: 9 }), 1002],
  ['a close frame of one byte', clientFrame(Buffer.of(3), { opcode: 8 }), 1002],
  ['a close frame with a reserved code', clientFrame(Buffer.from([0x03, 0xec]), { opcode: 8 }), 1002],
  ['text that is not UTF-8', clientFrame(Buffer.from([0xff, 0xfe]), { opcode: 1 }), 1007],
  ['a message one byte over the limit', clientFrame(Buffer.alloc(FRAME_BYTES_MAX + 1)), 1009],
  ['a declared length of 2^31', clientFrame(payload, { declaredBytes: 2 ** 31 }), 1009],
  ['a declared length past 2^53', Buffer.from([0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255]), 1009],
  [
    'fragments that pass the limit together',
    Buffer.concat([
      clientFrame(Buffer.alloc(FRAME_BYTES_MAX - 10), { fin: false }),
      clientFrame(Buffer.alloc(11), { opcode: 0 }),
    ]),
    1009,
  ],
  ['a flood of tiny fragments', tinyFragments, 1008],
  ['a flood of empty fragments', emptyFragments, 1008],
];

test.each(CASES)('%s ends its connection alone', async (_name, bytes, code) => {
  const client = await RawClient.open(server.port);
  const peer = server.accepted.at(-1);
  client.send(bytes);
  await waitFor(() => client.closeCode !== null || client.closed, 'the close frame');
  expect(client.closeCode).toBe(code);
  await client.untilClosed(2_000);
  await waitFor(() => peer?.closeCodes.length === 1, 'onClose');
  expect(peer?.closeCodes).toEqual([code]);
  expect(peer?.messages).toEqual([]);
  await expectBystanderServed();
});

test('random bytes after the upgrade never reach a sink as a message of more than the limit, nor end the process', async () => {
  for (let round = 0; round < 30; round += 1) {
    const client = await RawClient.open(server.port);
    let seed = round * 7_919 + 1;
    const noise = Buffer.alloc(3_000);
    for (let index = 0; index < noise.length; index += 1) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      noise[index] = seed >> 16;
    }
    client.send(noise);
    client.socket.end();
    await client.untilClosed(2_000);
  }
  for (const peer of server.accepted) {
    for (const message of peer.messages) expect(message.length).toBeLessThanOrEqual(FRAME_BYTES_MAX);
  }
  await expectBystanderServed();
});

test('a message at the limit passes', async () => {
  const client = await RawClient.open(server.port);
  const peer = server.accepted.at(-1);
  client.sendFrame(Buffer.alloc(FRAME_BYTES_MAX));
  await waitFor(() => peer?.messages.length === 1, 'the message');
  client.destroy();
});

async function expectBystanderServed(): Promise<void> {
  const before = bystander.envelopes.length;
  bystander.sendFrame(controlFrame(`still-here-${before}`));
  await waitFor(() => bystander.envelopes.length === before + 1, 'the answer to a bystander');
}
