/**
 * `bench`: an open-loop load. Messages are due at fixed times whether or not the bus keeps up, and carry the time they
 * were due; latency counts from there, so that a stall shows in every message it delayed.
 */
import { cpus } from 'node:os';
import { randomName } from '../../base/ids.js';
import type { Client } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { jsonLine } from '../output/json-lines.js';
import { createProgress } from '../output/progress.js';
import { whenStopped } from '../stop.js';
import { resolveTarget } from '../target.js';
import { createLatencyRecord, type LatencyRecord, type LatencySummary } from './latency-record.js';

export interface BenchOptions {
  readonly subscribers: number;
  readonly publishers: number;
  readonly sizeBytes: number;
  /** Messages per second, all publishers together. */
  readonly rate: number;
  readonly durationMs: number;
}

interface Figures {
  readonly sent: number;
  readonly refused: number;
  readonly expected: number;
  readonly latency: LatencySummary;
  readonly elapsedMs: number;
}

/** The generator wakes this often and sends what has become due. */
const STEP_MS = 1;
/** How long the last deliveries may take. */
const SETTLE_MS = 5000;

export async function runBench(context: CommandContext, options: BenchOptions): Promise<ExitName> {
  const target = await resolveTarget(context);
  const { connect } = await import('../../client/index.js');
  const clients: Client[] = [];
  const stopped = whenStopped(context.signal);
  const open = async () => {
    const { token } = target;
    const client = await connect(target.url, {
      screenName: 'arqonbus bench',
      reconnect: false,
      queueMessagesMax: 1_000_000,
      queueBytesMax: 256 * 1_048_576,
      ...(token !== null && { token }),
    });
    clients.push(client);
    return client;
  };
  try {
    const run = measure(context, options, open);
    const figures = await Promise.race([run, stopped.promise]);
    await report(context, options, figures, clients[0]?.welcome.serverVersion ?? '', target.url);
    return figures.latency.count === figures.expected && figures.refused === 0 ? 'ok' : 'no';
  } finally {
    stopped.cancel();
    await Promise.all(clients.map((client) => client.close()));
  }
}

async function measure(context: CommandContext, options: BenchOptions, open: () => Promise<Client>): Promise<Figures> {
  const { clock } = context;
  const address = `arqonbus-bench:${randomName(8)}`;
  const latency = createLatencyRecord();
  const publishers: Client[] = [];
  // Publishers first: the first of them creates the channel, if joining is not allowed to.
  for (let index = 0; index < options.publishers; index += 1) publishers.push(await open());
  for (let index = 0; index < options.subscribers; index += 1) {
    const subscriber = await open();
    await subscriber.join(address, { bufferMessagesMax: 1_000_000 }, (message) => {
      latency.add(Buffer.from(message.payload).readDoubleLE(0), clock.monotonicMs());
    });
  }
  const startMs = clock.monotonicMs();
  const { sent, refused } = await publishOpenLoop(context, options, publishers, address);
  const expected = (sent - refused) * options.subscribers;
  await settle(context, latency, expected);
  const elapsedMs = clock.monotonicMs() - startMs;
  await publishers[0]?.deleteChannel(address);
  return { sent, refused, expected, latency: latency.summary(), elapsedMs };
}

async function publishOpenLoop(
  { clock, io, globals, signal }: CommandContext,
  { rate, durationMs, sizeBytes }: BenchOptions,
  publishers: readonly Client[],
  address: string,
): Promise<{ sent: number; refused: number }> {
  const progress = createProgress(io.stderr, clock, globals.quiet);
  const total = Math.max(1, Math.round((rate * durationMs) / 1000));
  const acks: Promise<unknown>[] = [];
  let refused = 0;
  const startMs = clock.monotonicMs();
  for (let sent = 0; sent < total && !signal.aborted;) {
    const dueUntilMs = clock.monotonicMs() - startMs;
    for (; sent < total && (sent * 1000) / rate <= dueUntilMs; sent += 1) {
      const payload = Buffer.alloc(sizeBytes);
      payload.writeDoubleLE(startMs + (sent * 1000) / rate, 0);
      const publisher = publishers[sent % publishers.length];
      acks.push(publisher?.publish(address, payload).catch(() => (refused += 1)) ?? Promise.resolve());
    }
    progress.show(`${sent.toLocaleString('en')}/${total.toLocaleString('en')} sent`);
    await new Promise<void>((resolve) => void setTimeout(resolve, STEP_MS));
  }
  await Promise.all(acks);
  progress.clear();
  return { sent: acks.length, refused };
}

/** Waits for the last deliveries: an ack says nothing about when the others got the message. */
async function settle({ clock, signal }: CommandContext, latency: LatencyRecord, expected: number): Promise<void> {
  const endMs = clock.monotonicMs() + SETTLE_MS;
  while (latency.summary().count < expected && clock.monotonicMs() < endMs && !signal.aborted) {
    await new Promise<void>((resolve) => void setTimeout(resolve, 10));
  }
}

async function report(
  { io, globals }: CommandContext,
  options: BenchOptions,
  { sent, refused, expected, latency, elapsedMs }: Figures,
  serverVersion: string,
  url: string,
): Promise<void> {
  const processors = cpus();
  const environment = {
    url,
    server: serverVersion,
    node: process.versions.node,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    platform: `${process.platform} ${process.arch}`,
  };
  const perSecond = Math.round((latency.count * 1000) / elapsedMs);
  if (globals.json) {
    const { p50Ms, p95Ms, p99Ms, maxMs, count } = latency;
    const load = {
      subscribers: options.subscribers,
      publishers: options.publishers,
      size_bytes: options.sizeBytes,
      rate_per_second: options.rate,
      duration_ms: options.durationMs,
      sent,
      refused,
      delivered: count,
      expected,
      deliveries_per_second: perSecond,
    };
    const times = { p50_ms: p50Ms, p95_ms: p95Ms, p99_ms: p99Ms, max_ms: maxMs };
    await io.stdout.write(jsonLine({ v: 1, type: 'bench', ...load, ...times, environment }, globals.fields));
    return;
  }
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const { subscribers, publishers, sizeBytes, rate, durationMs } = options;
  await io.stdout.write(
    [
      `load         ${rate}/s for ${durationMs / 1000} s, ${publishers} publishers, ${subscribers} subscribers, ${sizeBytes} B`,
      `sent         ${sent.toLocaleString('en')} (${refused.toLocaleString('en')} refused)`,
      `delivered    ${latency.count.toLocaleString('en')} of ${expected.toLocaleString('en')}, ${perSecond.toLocaleString('en')}/s`,
      `latency      p50 ${ms(latency.p50Ms)}  p95 ${ms(latency.p95Ms)}  p99 ${ms(latency.p99Ms)}  max ${ms(latency.maxMs)}`,
      `environment  server ${serverVersion}, node ${environment.node}, ${environment.cores} x ${environment.cpu}, ${environment.platform}`,
      '',
    ].join('\n'),
  );
}
