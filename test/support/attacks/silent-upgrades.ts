import type { Attack } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd, PER_ADDRESS, untilGone } from './crowd.js';

const GONE_WITHIN_MS = 10_000;

/** Sockets that upgrade and never say hello. `longestMs` is the longest any of them lived. */
export const silentUpgrades: Attack = {
  name: 'silent-upgrades',
  async run(field) {
    let longestMs = 0;
    const { sockets, refused } = await openCrowd(field.count, async (index) => {
      const attacker = await AttackSocket.upgrade(field, Math.floor(index / PER_ADDRESS));
      if (typeof attacker === 'number') return attacker;
      const openedMs = performance.now();
      void attacker.closed.then(() => {
        longestMs = Math.max(longestMs, performance.now() - openedMs);
      });
      return attacker;
    });
    await untilGone(sockets, GONE_WITHIN_MS);
    const figures = { sockets: sockets.length, refused, longestMs: Math.round(longestMs), ...endings(sockets) };
    destroyAll(sockets);
    return figures;
  },
};
