/**
 * Healthy clients: pairs that publish and receive at a modest, fixed pace. Open loop: latency counts from when a message
 * was due, so that delays of any kind count, our own included; those are measured beside it. [S-BENCH-1]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { wire } from '../../../src/protocol/codec.js';
import type { RawClient } from '../raw/raw-client.js';
import type { Target } from './target.js';

const PAIRS = 5;
const MESSAGES_PER_SECOND = 250;
const PAYLOAD_BYTES = 256;
const STEP_MS = 1000 / MESSAGES_PER_SECOND;
/** How often someone new comes. */
const NEWCOMER_EACH_MS = 250;
/** What is under way when a measurement ends. */
const LATE_MS = 2_000;
const LAG_RESOLUTION_MS = 5;

export interface Measured {
  readonly samples: number;
  /** Published and not received. */
  readonly missing: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** How long someone new takes to a session, median and worst. */
  readonly newcomerP50Ms: number;
  readonly newcomerMaxMs: number;
  readonly newcomersRefused: number;
  /** How late our own loop was: what of the above is ours. */
  readonly ownLagP99Ms: number;
}

interface Newcomers {
  readonly waitsMs: number[];
  refused: number;
}

export class HealthyLoad {
  readonly #target: Target;
  readonly #publishers: RawClient[];
  readonly #subscribers: RawClient[];
  #latencies: number[] = [];
  #sent = 0;

  private constructor(target: Target, publishers: RawClient[], subscribers: RawClient[]) {
    this.#target = target;
    this.#publishers = publishers;
    this.#subscribers = subscribers;
    for (const subscriber of subscribers) subscriber.onEnvelope = (envelope) => this.#receive(envelope);
  }

  static async start(target: Target): Promise<HealthyLoad> {
    const publishers: RawClient[] = [];
    const subscribers: RawClient[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      publishers.push(await target.connect());
      const subscriber = await target.connect();
      await subscriber.ask({ command: { join: { room: 'healthy', channel: `pair-${pair}` } } });
      subscribers.push(subscriber);
    }
    return new HealthyLoad(target, publishers, subscribers);
  }

  /** Healthy clients that lost their connection. */
  get lost(): number {
    return [...this.#publishers, ...this.#subscribers].filter(({ closedWith }) => closedWith !== null).length;
  }

  /** Publishes for at least so many samples, and until `until` settles. */
  async measure(samples: number, until: Promise<unknown> = Promise.resolve()): Promise<Measured> {
    let over = false;
    const done = until.finally(() => {
      over = true;
    });
    this.#latencies = [];
    const newcomers: Newcomers = { waitsMs: [], refused: 0 };
    const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
    lag.enable();
    const newcomerTimer = setInterval(() => void this.#comeAnew(newcomers), NEWCOMER_EACH_MS);
    const startedMs = performance.now();
    let sent = 0;
    while (sent < samples || !over) {
      const dueMs = startedMs + sent * STEP_MS;
      const waitMs = dueMs - performance.now();
      // Rounded up, because a message that leaves early would count as fast.
      if (waitMs > 0) await sleep(Math.ceil(waitMs));
      this.#publish(sent, dueMs);
      sent += 1;
    }
    clearInterval(newcomerTimer);
    const waitUntilMs = performance.now() + LATE_MS;
    while (this.#latencies.length < sent && performance.now() < waitUntilMs) await sleep(20);
    lag.disable();
    await done;
    return summarize(this.#latencies, sent, newcomers, lag.percentile(99) / 1e6 - LAG_RESOLUTION_MS);
  }

  end(): void {
    for (const client of [...this.#publishers, ...this.#subscribers]) client.destroy();
  }

  #publish(number: number, dueMs: number): void {
    const pair = number % PAIRS;
    const payload = Buffer.alloc(PAYLOAD_BYTES);
    payload.writeDoubleLE(dueMs);
    this.#sent += 1;
    this.#publishers[pair]?.send({
      version: 1,
      type: wire.MessageType.EVENT,
      id: `healthy-${this.#sent}`,
      room: 'healthy',
      channel: `pair-${pair}`,
      payload,
    });
  }

  #receive(envelope: wire.IEnvelope): void {
    if (envelope.type !== wire.MessageType.EVENT) return;
    this.#latencies.push(performance.now() - Buffer.from(envelope.payload ?? []).readDoubleLE(0));
  }

  async #comeAnew(newcomers: Newcomers): Promise<void> {
    const startedMs = performance.now();
    const newcomer = await this.#target.connect().catch(() => null);
    if (newcomer === null) newcomers.refused += 1;
    else newcomers.waitsMs.push(performance.now() - startedMs);
    newcomer?.destroy();
  }
}

function summarize(latencies: number[], sent: number, newcomers: Newcomers, ownLagP99Ms: number): Measured {
  return {
    samples: latencies.length,
    missing: sent - latencies.length,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    maxMs: percentile(latencies, 1),
    newcomerP50Ms: percentile(newcomers.waitsMs, 0.5),
    newcomerMaxMs: percentile(newcomers.waitsMs, 1),
    newcomersRefused: newcomers.refused,
    ownLagP99Ms: round(Math.max(0, ownLagP99Ms)),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
