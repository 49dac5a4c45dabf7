import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Field } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, endings, openCrowd, sleep } from './crowd.js';

const MESSAGE_BYTES = 32_768;
const MESSAGES_PER_SECOND = 10;
const PER_ADDRESS = 500;

let crowd: AttackSocket[] = [];
let feeding = false;

/**
 * Subscribers of a busy channel that stop reading. The baseline has the same subscribers on the same channel while they
 * still read, because so many of them cost something however well they behave.
 */
export const neverReading: Attack = {
  name: 'never-reading',
  async prepare(field) {
    const { sockets } = await openCrowd(field.count, async (index) => {
      const attacker = await AttackSocket.session(field, Math.floor(index / PER_ADDRESS));
      attacker?.send({
        version: 1,
        type: wire.MessageType.COMMAND,
        id: 'join',
        command: { join: { room: 'attack', channel: 'feed' } },
      });
      attacker?.discardInput();
      return attacker;
    });
    crowd = sockets;
    feeding = true;
    void feed(field);
  },
  async run(field) {
    for (const attacker of crowd) attacker.socket.pause();
    await sleep(field.durationMs);
    feeding = false;
    // Whoever does not read does not see that it was cut off; reading on shows it.
    for (const attacker of crowd) attacker.socket.resume();
    await sleep(500);
    const figures = { sockets: crowd.length, ...endings(crowd) };
    destroyAll(crowd);
    return figures;
  },
};

async function feed(field: Field): Promise<void> {
  const publisher = await AttackSocket.session(field);
  if (publisher === null) throw new Error('no session to feed the crowd from');
  for (let sent = 0; feeding && publisher.open; sent += 1) {
    const envelope = {
      version: 1,
      type: wire.MessageType.EVENT,
      id: `feed-${sent}`,
      room: 'attack',
      channel: 'feed',
      payload: Buffer.alloc(MESSAGE_BYTES, 'n'),
    };
    await publisher.write(clientFrame(wire.Frame.encode({ envelopes: [envelope] }).finish()));
    await sleep(1000 / MESSAGES_PER_SECOND);
  }
  publisher.destroy();
}
