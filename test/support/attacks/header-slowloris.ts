import type { Attack } from './attack.js';
import { AttackSocket, upgradeRequest } from './attack-socket.js';
import { destroyAll, endings, openCrowd, sleep } from './crowd.js';

const DRIP_EACH_MS = 500;
/** What the server says it takes, headers_timeout and its check, and some for the machine. */
const GONE_WITHIN_MS = 10_000;

/** Sockets that send their headers one byte at a time, for ever. `longestMs` is the longest any of them lived. */
export const headerSlowloris: Attack = {
  name: 'header-slowloris',
  async run(field) {
    const request = Buffer.from(upgradeRequest(field.url));
    let longestMs = 0;
    const { sockets, refused } = await openCrowd(field.count, async (index) => {
      const attacker = await AttackSocket.connect(field, index % 8);
      const openedMs = performance.now();
      void attacker?.closed.then(() => {
        longestMs = Math.max(longestMs, performance.now() - openedMs);
      });
      attacker?.discardInput();
      // Node counts headers_timeout from the first byte.
      attacker?.socket.write(request.subarray(0, 1));
      return attacker;
    });
    const startedMs = performance.now();
    for (let sent = 1; performance.now() - startedMs < GONE_WITHIN_MS; sent += 1) {
      const alive = sockets.filter((attacker) => attacker.open);
      if (alive.length === 0) break;
      const byte = request.subarray(sent, sent + 1);
      for (const attacker of alive) attacker.socket.write(byte);
      await sleep(DRIP_EACH_MS);
    }
    const figures = { sockets: sockets.length, refused, longestMs: Math.round(longestMs), ...endings(sockets) };
    destroyAll(sockets);
    return figures;
  },
};
