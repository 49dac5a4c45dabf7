import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd } from './crowd.js';

const PACKED = 100;

/** Sessions that publish as fast as their sockets take it, far past their rate. */
export const messageFlood: Attack = {
  name: 'message-flood',
  async run(field) {
    const { sockets, refused } = await openCrowd(field.count, () => AttackSocket.session(field));
    let rateLimited = 0;
    let retryAfterMsMin = Infinity;
    for (const attacker of sockets) {
      attacker.onEnvelope = ({ error }) => {
        if (error?.name !== 'RATE_LIMITED') return;
        rateLimited += 1;
        retryAfterMsMin = Math.min(retryAfterMsMin, error.retryAfterMs ?? 0);
      };
    }
    let sent = 0;
    const untilMs = performance.now() + field.durationMs;
    await Promise.all(
      sockets.map(async (attacker, index) => {
        const message = clientFrame(frameOfEvents(index));
        while (attacker.open && performance.now() < untilMs) {
          await attacker.write(message);
          sent += PACKED;
          // Whoever never yields reads no answers.
          await new Promise(setImmediate);
        }
      }),
    );
    const figures = { sockets: sockets.length, refused, sent, rateLimited, ...endings(sockets) };
    destroyAll(sockets);
    return rateLimited === 0 ? figures : { ...figures, retryAfterMsMin };
  },
};

function frameOfEvents(index: number): Uint8Array {
  const envelopes = Array.from({ length: PACKED }, (_, number) => ({
    version: 1,
    type: wire.MessageType.EVENT,
    id: `flood-${index}-${number}`,
    room: 'attack',
    channel: `flood-${index}`,
    payload: Buffer.alloc(64, 'f'),
  }));
  return wire.Frame.encode({ envelopes }).finish();
}
