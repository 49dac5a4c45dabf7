import { wire } from '../../../src/protocol/codec.js';
import type { Attack, Field, Figures } from './attack.js';
import { AttackSocket } from './attack-socket.js';
import { destroyAll, openCrowd, PER_ADDRESS, sleep } from './crowd.js';

const STORM_MS = 5_000;
const CHANNELS = 50;
const RETAINED = 20;
/** As an SDK waits that was told to come again. */
const RETRY_MIN_MS = 100;

/** Everyone comes back within five seconds, joins its channel and recovers what it missed. */
export const reconnectStorm: Attack = {
  name: 'reconnect-storm',
  async prepare(field) {
    const publisher = await AttackSocket.session(field);
    if (publisher === null) throw new Error('no session to publish the past from');
    for (let channel = 0; channel < CHANNELS; channel += 1) publisher.send(...pastOf(channel));
    await sleep(500);
    publisher.destroy();
  },
  async run(field) {
    const figures: Figures = { recovered: 0, toldToWait: 0, messages: 0, refused: 0, slowestMs: 0 };
    const startedMs = performance.now();
    const { sockets } = await openCrowd(field.count, async (index) => {
      const dueMs = startedMs + (index / field.count) * STORM_MS;
      await sleep(Math.max(0, dueMs - performance.now()));
      return comeBack(field, index, figures);
    });
    figures['stormMs'] = Math.round(performance.now() - startedMs);
    await sleep(1_000);
    figures['sockets'] = sockets.length;
    figures['refused'] = field.count - sockets.length;
    figures['open'] = sockets.filter((attacker) => attacker.open).length;
    destroyAll(sockets);
    return figures;
  },
};

async function comeBack(field: Field, index: number, figures: Figures): Promise<AttackSocket | null> {
  const startedMs = performance.now();
  const attacker = await AttackSocket.session(field, Math.floor(index / PER_ADDRESS));
  if (attacker === null) return null;
  const join = (): void =>
    attacker.send({
      version: 1,
      type: wire.MessageType.COMMAND,
      id: 'join',
      command: { join: { room: 'attack', channel: `past-${index % CHANNELS}`, rewind: RETAINED } },
    });
  const joined = new Promise<void>((resolve) => {
    attacker.onEnvelope = ({ type, commandResult, error }) => {
      if (error) {
        figures['toldToWait'] = (figures['toldToWait'] ?? 0) + 1;
        setTimeout(join, Math.max(RETRY_MIN_MS, error.retryAfterMs ?? 0));
      }
      if (type === wire.MessageType.EVENT) figures['messages'] = (figures['messages'] ?? 0) + 1;
      if (!commandResult) return;
      figures['recovered'] = (figures['recovered'] ?? 0) + 1;
      resolve();
    };
  });
  join();
  await Promise.race([joined, attacker.closed]);
  figures['slowestMs'] = Math.max(figures['slowestMs'] ?? 0, Math.round(performance.now() - startedMs));
  return attacker;
}

function pastOf(channel: number): wire.IEnvelope[] {
  return Array.from({ length: RETAINED }, (_, index) => ({
    version: 1,
    type: wire.MessageType.EVENT,
    id: `past-${channel}-${index}`,
    room: 'attack',
    channel: `past-${channel}`,
    payload: Buffer.alloc(256, 'p'),
  }));
}
