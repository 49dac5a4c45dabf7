import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd, sleep } from './crowd.js';

const RETAINED = 1_000;
const PAYLOAD_BYTES = 1_000;
const PACKED = 256;

/** Asks for the longest pages of history and the longest lists, as many in one message as go in, and reads them. */
export const commandAbuse: Attack = {
  name: 'command-abuse',
  async prepare(field) {
    const publisher = await AttackSocket.session(field);
    if (publisher === null) throw new Error('no session to publish the past from');
    for (let sent = 0; sent < RETAINED; sent += 100) {
      publisher.send(
        ...Array.from({ length: 100 }, (_, index) => ({
          version: 1,
          type: wire.MessageType.EVENT,
          id: `past-${sent + index}`,
          room: 'attack',
          channel: 'archive',
          payload: Buffer.alloc(PAYLOAD_BYTES, 'h'),
        })),
      );
      await sleep(50);
    }
    publisher.destroy();
  },
  async run(field) {
    const { sockets, refused } = await openCrowd(field.count, () => AttackSocket.session(field));
    let readBytes = 0;
    for (const attacker of sockets) {
      attacker.socket.removeAllListeners('data');
      attacker.socket.on('data', (chunk: Buffer) => {
        readBytes += chunk.length;
      });
    }
    const history = messageOf({ history: { room: 'attack', channel: 'archive', limit: RETAINED } });
    const lists = messageOf({ listChannels: { room: 'attack', limit: 1_000 } });
    let sent = 0;
    let rounds = 0;
    const untilMs = performance.now() + field.durationMs;
    await Promise.all(
      sockets.map(async (_, index) => {
        let attacker: AttackSocket | null = sockets[index] ?? null;
        while (attacker !== null && performance.now() < untilMs) {
          while (attacker.open && performance.now() < untilMs) {
            await attacker.write(rounds % 2 === 0 ? history : lists);
            rounds += 1;
            sent += PACKED;
            await sleep(5);
          }
          if (performance.now() >= untilMs) break;
          attacker = await AttackSocket.session(field);
          if (attacker === null) break;
          sockets.push(attacker);
          attacker.discardInput();
        }
      }),
    );
    const figures = { sockets: sockets.length, refused, sent, readMiB: Math.round(readBytes / 2 ** 20) };
    const ends = endings(sockets);
    destroyAll(sockets);
    return { ...figures, ...ends };
  },
};

function messageOf(command: wire.ICommand): Buffer {
  const envelope = { version: 1, type: wire.MessageType.COMMAND, id: 'c', command };
  const envelopes = Array.from({ length: PACKED }, () => envelope);
  return clientFrame(wire.Frame.encode({ envelopes }).finish());
}
