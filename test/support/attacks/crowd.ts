/** Many sockets at once, opened a few at a time, and what became of them. */
import type { Figures } from './attack.js';
import type { AttackSocket } from './attack-socket.js';

const OPENED_AT_ONCE = 100;
/** Sockets of a crowd that share an address: fewer than one may have. */
export const PER_ADDRESS = 50;

/** @param open of the n-th; what it answers otherwise than with a socket is counted as refused */
export async function openCrowd(
  count: number,
  open: (index: number) => Promise<AttackSocket | number | null>,
): Promise<{ readonly sockets: AttackSocket[]; readonly refused: number }> {
  const sockets: AttackSocket[] = [];
  let next = 0;
  async function openOnes(): Promise<void> {
    while (next < count) {
      next += 1;
      const opened = await open(next - 1);
      if (opened !== null && typeof opened !== 'number') sockets.push(opened);
    }
  }
  await Promise.all(Array.from({ length: Math.min(OPENED_AT_ONCE, count) }, openOnes));
  return { sockets, refused: count - sockets.length };
}

/** Waits until all are gone, or for so long. */
export async function untilGone(sockets: readonly AttackSocket[], timeoutMs: number): Promise<void> {
  await Promise.race([Promise.all(sockets.map((socket) => socket.closed)), sleep(timeoutMs)]);
}

/** How many are still open, and how many the server ended with which code. */
export function endings(sockets: readonly AttackSocket[]): Figures {
  const figures: Figures = { open: sockets.filter(({ closeCode }) => closeCode === null).length };
  for (const { closeCode } of sockets) {
    if (closeCode === null) continue;
    const name = `closed_${closeCode}`;
    figures[name] = (figures[name] ?? 0) + 1;
  }
  return figures;
}

export function destroyAll(sockets: readonly AttackSocket[]): void {
  for (const socket of sockets) socket.destroy();
}

export function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
