/**
 * A campaign against a running server: damaged Frames and damaged WebSocket framing on a raw socket. The server must
 * answer or close, never crash, never hang, and every refusal must name a code of the catalogue.
 * `npm run long:frames -- --count 1000000 --seed 1`. [S-PROTO-1] [S-PROTO-2] [P8]
 */
import { wire } from '../../src/protocol/codec.js';
import { ENVELOPE_CORPUS } from '../support/protocol/envelope-corpus.js';
import { mutate } from '../support/protocol/mutations.js';
import { Random } from '../support/protocol/random.js';
import { RawClient } from '../support/raw/raw-client.js';
import { spawnServer } from '../support/raw/spawned-server.js';
import { clientFrame } from '../support/transport/client-frames.js';
import type { CampaignOptions } from './scanner-fuzz.js';

export interface FrameFuzzResult {
  readonly tried: number;
  /** Connections the server closed, by close code. */
  readonly closes: Readonly<Record<string, number>>;
  /** Refusals by name. */
  readonly refused: Readonly<Record<string, number>>;
  readonly residentMiBBefore: number;
  readonly residentMiBAfter: number;
}

/** Frames sent before the answers are waited for; small enough that a hang is found soon. */
const BURST = 64;
const HANG_MS = 10_000;
/** Every so many bursts a healthy client asks for an answer. */
const PROBE_EVERY = 20;

export async function run({
  count,
  seed,
  onProgress,
  progressEvery = 50_000,
}: CampaignOptions): Promise<FrameFuzzResult> {
  const random = new Random(seed);
  const server = await spawnServer('limits: { malformed_strikes_max: 1000000 }\n');
  const closes: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const healthy = await RawClient.welcome(server.url);
  const residentMiBBefore = server.residentBytes() / 2 ** 20;
  let client: RawClient | null = null;
  try {
    for (let tried = 0; tried < count;) {
      client ??= await connectFuzzer(server.url, refused);
      const size = Math.min(BURST, count - tried);
      for (let index = 0; index < size; index += 1) client.socket.write(damagedMessage(random));
      tried += size;

      const alive = await settles(client);
      if (!alive) {
        const code = String(await inTime(client.closed, 'a closed connection'));
        closes[code] = (closes[code] ?? 0) + 1;
        client = null;
      }
      if ((tried / BURST) % PROBE_EVERY === 0) await inTime(healthy.ask({ command: { ping: {} } }), 'a healthy client');
      if (Math.floor(tried / progressEvery) > Math.floor((tried - size) / progressEvery)) onProgress?.(tried);
    }
    await inTime(healthy.ask({ command: { ping: {} } }), 'a healthy client at the end');
    if (server.process.exitCode !== null) throw new Error(`the server ended with ${server.process.exitCode}`);
    return { tried: count, closes, refused, residentMiBBefore, residentMiBAfter: server.residentBytes() / 2 ** 20 };
  } catch (cause) {
    throw new Error(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    healthy.destroy();
    client?.destroy();
    await server.end('SIGTERM');
  }
}

async function connectFuzzer(url: string, refused: Record<string, number>): Promise<RawClient> {
  const client = await inTime(RawClient.welcome(url), 'a new connection');
  client.onEnvelope = ({ error }) => {
    if (!error) return;
    if (!error.code || wire.ErrorCode[error.code] !== error.name || !error.message) {
      throw new Error(`a refusal without a catalogued code: ${JSON.stringify(error)}`);
    }
    if (FIELD_NAMING.has(error.name) && !error.field) throw new Error(`a refusal without a field: ${error.name}`);
    refused[error.name] = (refused[error.name] ?? 0) + 1;
  };
  return client;
}

/** Refusals about one field, which must name it. */
const FIELD_NAMING = new Set([
  'MALFORMED_ENVELOPE',
  'MISSING_FIELD',
  'REPEATED_FIELD',
  'FORBIDDEN_FIELD',
  'INVALID_IDENTIFIER',
  'INVALID_ARGUMENT',
]);

/** Whether the connection still answers a ping sent after everything; false when the server closed it. */
async function settles(client: RawClient): Promise<boolean> {
  const answer = client.ask({ command: { ping: {} } }).then(
    () => true,
    () => true,
  );
  return inTime(Promise.race([answer, client.closed.then(() => false)]), 'an answer or a close');
}

function damagedMessage(random: Random): Buffer {
  const kind = random.below(200);
  const envelope = mutate(random.pick(ENVELOPE_CORPUS).bytes, random, random.pick(ENVELOPE_CORPUS).bytes);
  // Most damage is inside envelopes, where the connection must survive; some breaks the Frame or the WebSocket.
  if (kind < 195) return clientFrame(framed(envelope));
  if (kind < 198) return clientFrame(mutate(framed(envelope), random, envelope));
  if (kind < 199) return clientFrame(framed(envelope), { rsv: random.below(8), opcode: random.below(16) });
  return random.bytes(1 + random.below(40));
}

/** The envelope as the only one of a Frame, length and all. */
function framed(envelope: Buffer): Buffer {
  const length = envelope.length;
  if (length < 128) return Buffer.concat([Buffer.from([0x0a, length]), envelope]);
  if (length < 16_384) return Buffer.concat([Buffer.from([0x0a, (length & 0x7f) | 0x80, length >> 7]), envelope]);
  return Buffer.concat([
    Buffer.from([0x0a, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14]),
    envelope,
  ]);
}

async function inTime<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no sign of ${what} in ${HANG_MS} ms`)), HANG_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
