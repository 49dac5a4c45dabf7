import type { Attack } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, openCrowd, sleep } from './crowd.js';

/** One address that connects again and again and keeps what it gets: past its bound it is turned away before the upgrade. */
export const connectFlood: Attack = {
  name: 'connect-flood',
  async run(field) {
    const untilMs = performance.now() + field.durationMs;
    let turnedAway = 0;
    let unanswered = 0;
    const { sockets } = await openCrowd(field.count, async () => {
      if (performance.now() > untilMs) return null;
      const attacker = await AttackSocket.upgrade(field);
      if (attacker === 429) turnedAway += 1;
      else if (typeof attacker === 'number') unanswered += 1;
      return attacker;
    });
    await sleep(Math.max(0, untilMs - performance.now()));
    const figures = { accepted: sockets.length, turnedAway, unanswered };
    destroyAll(sockets);
    return figures;
  },
};
