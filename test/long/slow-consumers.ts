/**
 * A campaign with clients that never read beside healthy ones on the same channel: the slow ones are cut off within
 * the policy's time, the healthy ones do not notice, and memory stays within the budget.
 * `npm run long:slow -- --count 1000`. [P5] [P8]
 */
import { wire } from '../../src/protocol/codec.js';
import { RawClient } from '../support/raw/raw-client.js';
import { spawnServer, type SpawnedServer } from '../support/raw/spawned-server.js';
import type { CampaignOptions } from './scanner-fuzz.js';

const CUT_OFF_ASKED_EACH_MS = 100;
const CUT_OFF_ASKED_MAX = 50;

export interface SlowConsumersResult {
  readonly neverReading: number;
  readonly healthy: number;
  readonly messages: number;
  /** Latency of healthy clients, milliseconds: alone, beside as many others that read, and beside those not reading. */
  readonly alone: Latency;
  readonly besideReading: Latency;
  readonly besideNeverReading: Latency;
  readonly residentMiBBefore: number;
  readonly residentMiBPeak: number;
  /** Of those that never read, how many the server had cut off at the end, by close code seen in its log or 1006. */
  readonly cutOff: number;
}

interface Latency {
  readonly samples: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface SlowConsumersOptions extends CampaignOptions {
  readonly healthyCount?: number;
  readonly messageCount?: number;
  readonly payloadBytes?: number;
  readonly intervalMs?: number;
  readonly yaml?: string;
}

const CONNECT_AT_ONCE = 50;

export async function run(options: SlowConsumersOptions): Promise<SlowConsumersResult> {
  const { count, healthyCount = 100, messageCount = 1200, payloadBytes = 4096, intervalMs = 25 } = options;
  const server = await spawnServer(options.yaml);
  const publisher = await RawClient.welcome(server.url);
  const healthy = await connectAll(server.url, healthyCount);
  const never: RawClient[] = [];
  try {
    const latencies: number[] = [];
    for (const client of healthy) client.onEnvelope = (envelope) => record(envelope, latencies);
    const load = { publisher, messageCount, payloadBytes, intervalMs, server };

    await publishAll(load);
    const alone = summarize(latencies, healthyCount * messageCount);

    never.push(...(await connectAll(server.url, count)));
    for (const client of never) client.discardInput();
    latencies.length = 0;
    await publishAll(load);
    const besideReading = summarize(latencies, healthyCount * messageCount);
    const residentMiBBefore = server.residentBytes() / 2 ** 20;

    for (const client of never) client.socket.pause();
    latencies.length = 0;
    const residentMiBPeak = await publishAll(load);
    const besideNeverReading = summarize(latencies, healthyCount * messageCount);
    return {
      neverReading: count,
      healthy: healthyCount,
      messages: messageCount,
      alone,
      besideReading,
      besideNeverReading,
      residentMiBBefore,
      residentMiBPeak,
      cutOff: await countCutOff(publisher, { joined: count + healthyCount, expected: count }),
    };
  } finally {
    for (const client of [publisher, ...healthy, ...never]) client.destroy();
    await server.end('SIGTERM');
  }
}

async function connectAll(url: string, count: number): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  while (clients.length < count) {
    const size = Math.min(CONNECT_AT_ONCE, count - clients.length);
    clients.push(...(await Promise.all(Array.from({ length: size }, () => join(url)))));
  }
  return clients;
}

async function join(url: string): Promise<RawClient> {
  const client = await RawClient.welcome(url);
  await client.ask({ command: { join: { room: 'busy', channel: 'feed' } } });
  return client;
}

/** Publishes at a steady pace, each message carrying its time of sending. Returns the peak of resident MiB. */
async function publishAll(load: {
  readonly publisher: RawClient;
  readonly messageCount: number;
  readonly payloadBytes: number;
  readonly intervalMs: number;
  readonly server: SpawnedServer;
}): Promise<number> {
  const { publisher, messageCount, payloadBytes, intervalMs, server } = load;
  const run = Math.random().toString(36).slice(2, 10);
  const startedMs = performance.now();
  let peak = 0;
  for (let sent = 0; sent < messageCount; sent += 1) {
    const payload = Buffer.alloc(payloadBytes);
    // Open loop: what the schedule says, not when we got round to it, so that our own delays count. [S-BENCH-1]
    const dueMs = startedMs + sent * intervalMs;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    payload.writeDoubleLE(Math.max(dueMs, startedMs));
    publisher.send({
      version: 1,
      type: wire.MessageType.EVENT,
      id: `${run}-${sent}`,
      room: 'busy',
      channel: 'feed',
      payload,
    });
    if (sent % 20 === 0) peak = Math.max(peak, server.residentBytes() / 2 ** 20);
  }
  await publisher.ask({ command: { ping: {} } });
  await sleep(500);
  return Math.max(peak, server.residentBytes() / 2 ** 20);
}

function record(envelope: wire.IEnvelope, latencies: number[]): void {
  if (envelope.type !== wire.MessageType.EVENT) return;
  const payload = Buffer.from(envelope.payload ?? []);
  latencies.push(performance.now() - payload.readDoubleLE(0));
}

/** @throws when a healthy client missed a message. */
function summarize(latencies: readonly number[], expected: number): Latency {
  if (latencies.length !== expected) throw new Error(`healthy clients got ${latencies.length} of ${expected} messages`);
  const sorted = latencies.slice().sort((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
  return { samples: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Members the channel has lost: a client that never reads cannot see its own close frame. */
/** The policy has a second to act [P5], and a busy machine some more; who is still there after that was not cut off. */
async function countCutOff(
  observer: RawClient,
  { joined, expected }: { readonly joined: number; readonly expected: number },
): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const answer = await observer.ask({ command: { channelInfo: { room: 'busy', channel: 'feed' } } });
    const cutOff = joined - (answer.commandResult?.channelInfo?.members ?? 0);
    if (cutOff >= expected || asked === CUT_OFF_ASKED_MAX) return cutOff;
    await sleep(CUT_OFF_ASKED_EACH_MS);
  }
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
