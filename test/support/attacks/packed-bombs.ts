import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Field } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd, sleep } from './crowd.js';

const ENVELOPES_MAX = 512;
const PACKED_BYTES = 65_536;
const TINY_ENVELOPES = 32_768;
const EACH_MS = 20;
/** They go on until they are cut off; on a busy machine that takes longer than the attack was to last. */
const CUT_OFF_WITHIN_MS = 20_000;

/** Full Frames of 64 KiB, Frames of thousands of empty envelopes, and envelopes with as many headers as fit. */
export const packedBombs: Attack = {
  name: 'packed-bombs',
  async run(field) {
    const { sockets, refused } = await openCrowd(field.count, () => AttackSocket.session(field));
    const errors = new Map<string, number>();
    for (const attacker of sockets) {
      attacker.onEnvelope = ({ error }) => {
        if (error) errors.set(error.name ?? '', (errors.get(error.name ?? '') ?? 0) + 1);
      };
    }
    const bombs = [clientFrame(fullFrame()), clientFrame(tinyEnvelopes()), clientFrame(manyHeaders(field))];
    const untilMs = performance.now() + Math.max(field.durationMs, CUT_OFF_WITHIN_MS);
    let sent = 0;
    await Promise.all(
      sockets.map(async (attacker, index) => {
        for (let turn = index; attacker.open && performance.now() < untilMs; turn += 1) {
          await attacker.write(bombs[turn % bombs.length] ?? Buffer.alloc(0));
          sent += 1;
          await sleep(EACH_MS);
        }
      }),
    );
    const figures = { sockets: sockets.length, refused, sent, ...Object.fromEntries(errors), ...endings(sockets) };
    destroyAll(sockets);
    return figures;
  },
};

function fullFrame(): Uint8Array {
  const payload = Buffer.alloc(Math.floor(PACKED_BYTES / ENVELOPES_MAX) - 48, 'b');
  return wire.Frame.encode({
    envelopes: Array.from({ length: ENVELOPES_MAX }, (_, index) => ({
      version: 1,
      type: wire.MessageType.EVENT,
      id: `bomb-${index}`,
      room: 'attack',
      channel: `bomb-${index % 64}`,
      payload,
      wantAck: true,
    })),
  }).finish();
}

/** `envelopes`, field 1, of no bytes: two bytes each. */
function tinyEnvelopes(): Uint8Array {
  return Buffer.alloc(2 * TINY_ENVELOPES, Buffer.from([0x0a, 0x00]));
}

function manyHeaders({ random }: Field): Uint8Array {
  const headers: Record<string, string> = {};
  for (let index = 0; index < 32; index += 1) headers[`h${random.uint32()}`] = 'v'.repeat(32);
  const envelopes = Array.from({ length: 64 }, (_, index) => ({
    version: 1,
    type: wire.MessageType.EVENT,
    id: `headers-${index}`,
    room: 'attack',
    channel: 'headers',
    headers,
  }));
  return wire.Frame.encode({ envelopes }).finish();
}
