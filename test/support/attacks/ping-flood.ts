import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Figures } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { sleep } from './crowd.js';

const PINGS_AT_ONCE = 512;
const PING_BYTES = 125;
const REFUSED_PAUSE_MS = 20;

/**
 * Sessions that send pings as fast as their sockets take them; half of them never read the pongs. Whoever is cut off
 * comes again.
 */
export const pingFlood: Attack = {
  name: 'ping-flood',
  async run(field) {
    const pings = Buffer.concat(
      Array.from({ length: PINGS_AT_ONCE }, () => clientFrame(Buffer.alloc(PING_BYTES), { opcode: 9 })),
    );
    const untilMs = performance.now() + field.durationMs;
    const figures: Figures = { rounds: 0, refused: 0, pings: 0 };
    async function attack(index: number): Promise<void> {
      while (performance.now() < untilMs) {
        const attacker = await AttackSocket.session(field);
        if (attacker === null) {
          figures['refused'] = (figures['refused'] ?? 0) + 1;
          await sleep(REFUSED_PAUSE_MS);
          continue;
        }
        if (index % 2 === 0) attacker.socket.pause();
        while (attacker.open && performance.now() < untilMs) {
          await attacker.write(pings);
          figures['pings'] = (figures['pings'] ?? 0) + PINGS_AT_ONCE;
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
