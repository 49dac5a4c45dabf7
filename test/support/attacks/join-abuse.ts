import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd } from './crowd.js';

const PACKED = 256;

/**
 * Joins and leaves as many channels and patterns as there may be, over and over, and creates channels until there may
 * be no more.
 */
export const joinAbuse: Attack = {
  name: 'join-abuse',
  async run(field) {
    const { sockets, refused } = await openCrowd(field.count, () => AttackSocket.session(field));
    const answers = new Map<string, number>();
    let answered = 0;
    for (const attacker of sockets) {
      attacker.onEnvelope = ({ error }) => {
        answered += 1;
        if (error) answers.set(error.name ?? '', (answers.get(error.name ?? '') ?? 0) + 1);
      };
    }
    let sent = 0;
    const untilMs = performance.now() + field.durationMs;
    await Promise.all(
      sockets.map(async (attacker, index) => {
        for (let turn = 0; attacker.open && performance.now() < untilMs; turn += 1) {
          await attacker.write(turnOf(index, turn));
          sent += PACKED;
          await new Promise(setImmediate);
        }
      }),
    );
    const figures = { sockets: sockets.length, refused, sent, answered };
    const ends = endings(sockets);
    destroyAll(sockets);
    return { ...figures, ...Object.fromEntries(answers), ...ends };
  },
};

/** One message: joins of new channels, then one past the bound of subscriptions, a wildcard, and leaving them all. */
function turnOf(index: number, turn: number): Buffer {
  const names = Array.from({ length: PACKED }, (_, number) => `join-${index}-${turn}-${number}`);
  const joins = names.map((channel) => commandOf({ join: { room: 'attack', channel } }));
  const wildcards = ['*', 'join.*'].map((channel) => commandOf({ join: { room: 'attack', channel } }));
  const leaves = names.map((channel) => commandOf({ leave: { room: 'attack', channel } }));
  const frames = [[...joins.slice(0, PACKED - 2), ...wildcards], leaves].map((envelopes) =>
    clientFrame(wire.Frame.encode({ envelopes }).finish()),
  );
  return Buffer.concat(frames);
}

function commandOf(command: wire.ICommand): wire.IEnvelope {
  return { version: 1, type: wire.MessageType.COMMAND, id: 'c', command };
}
