import { wire } from '../../../src/protocol/codec.js';
import { clientFrame } from '../transport/client-frames.js';
import type { Attack, Field } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, openCrowd, PER_ADDRESS, sleep } from './crowd.js';

/** Of so many one hears more than the kernel takes for one that does not read (about 4 MB). */
const FLOODED_ONE_IN = 40;
const FLOOD = { channel: 'flood', bytes: 32_768, perSecond: 150 };
const TRICKLE = { channel: 'trickle', bytes: 1_024, perSecond: 5 };

/** The target's ping interval and deadline, and what it takes to look at them. */
const NOTICED_WITHIN_MS = 6_000;

interface Crowd {
  readonly sockets: AttackSocket[];
  feeding: boolean;
  readonly fed: Promise<void>[];
}

let crowd: Crowd | null = null;

/**
 * Subscribers that stop reading: a few of a channel that becomes busy, who pass the bound of their queue, and many of a quiet one,
 * who only stop answering pings. The baseline has the same subscribers while they still read, because so many cost
 * something however well they behave.
 */
export const neverReading: Attack = {
  name: 'never-reading',
  async prepare(field) {
    const { sockets } = await openCrowd(field.count, (index) => subscribe(field, index));
    const opened: Crowd = { sockets, feeding: true, fed: [] };
    opened.fed.push(feed(field, TRICKLE, opened));
    crowd = opened;
  },
  async run(field) {
    if (crowd === null) throw new Error('the attack was not prepared');
    for (const attacker of crowd.sockets) attacker.socket.pause();
    crowd.fed.push(feed(field, FLOOD, crowd));
    // Until pings were due, their deadlines passed and peers had their grace.
    await sleep(NOTICED_WITHIN_MS);
    crowd.feeding = false;
    await Promise.all(crowd.fed);
    const figures = { sockets: crowd.sockets.length };
    destroyAll(crowd.sockets);
    return figures;
  },
};

async function subscribe(field: Field, index: number): Promise<AttackSocket | null> {
  const attacker = await AttackSocket.session(field, Math.floor(index / PER_ADDRESS));
  if (attacker === null) return null;
  const { channel } = index % FLOODED_ONE_IN === 0 ? FLOOD : TRICKLE;
  const join = { join: { room: 'attack', channel } };
  attacker.send({ version: 1, type: wire.MessageType.COMMAND, id: 'join', command: join });
  return attacker;
}

async function feed(field: Field, { channel, bytes, perSecond }: typeof FLOOD, crowd: Crowd): Promise<void> {
  const publisher = await AttackSocket.session(field);
  if (publisher === null) throw new Error('no session to feed the crowd from');
  const envelope = { version: 1, type: wire.MessageType.EVENT, room: 'attack', channel, payload: Buffer.alloc(bytes) };
  for (let sent = 0; crowd.feeding && publisher.open; sent += 1) {
    const message = wire.Frame.encode({ envelopes: [{ ...envelope, id: `${channel}-${sent}` }] }).finish();
    await publisher.write(clientFrame(message));
    await sleep(1000 / perSecond);
  }
  publisher.destroy();
}
