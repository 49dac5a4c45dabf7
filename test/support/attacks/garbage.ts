import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Field, Figures } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { sleep } from './crowd.js';

const REFUSED_PAUSE_MS = 20;

/**
 * Random bytes as messages, Frames of envelopes that are none, and bytes that are no WebSocket frames; whoever is cut
 * off comes again.
 */
export const garbage: Attack = {
  name: 'garbage',
  async run(field) {
    const untilMs = performance.now() + field.durationMs;
    const figures: Figures = { rounds: 0, refused: 0, sent: 0 };
    async function attack(index: number): Promise<void> {
      for (let round = index; performance.now() < untilMs; round += 1) {
        const attacker = await AttackSocket.session(field);
        if (attacker === null) {
          figures['refused'] = (figures['refused'] ?? 0) + 1;
          await sleep(REFUSED_PAUSE_MS);
          continue;
        }
        while (attacker.open && performance.now() < untilMs) {
          await attacker.write(rubbish(field, round % 3));
          figures['sent'] = (figures['sent'] ?? 0) + 1;
          await new Promise(setImmediate);
        }
        figures['rounds'] = (figures['rounds'] ?? 0) + 1;
        const name = `closed_${attacker.closeCode ?? 'not'}`;
        figures[name] = (figures[name] ?? 0) + 1;
        attacker.destroy();
      }
    }
    await Promise.all(Array.from({ length: field.count }, (_, index) => attack(index)));
    return figures;
  },
};

function rubbish({ random }: Field, kind: number): Buffer {
  if (kind === 0) return clientFrame(random.bytes(1 + random.below(200)));
  // A well-formed Frame of one envelope of random bytes.
  const content = random.bytes(1 + random.below(100));
  if (kind === 1) return clientFrame(Buffer.concat([Buffer.from([0x0a, content.length]), content]));
  return random.bytes(64);
}
