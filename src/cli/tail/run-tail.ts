/** `tail`: follows channels as an ordinary client, and shows what comes, gaps included. */
import type { Timer } from '../../base/clock.js';
import type { Client, ConnectOptions, JoinOptions, Message } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { usageError } from '../operator-error.js';
import { parseMoment } from '../parse-values.js';
import { withClient } from '../with-client.js';
import { compilePattern, type BoundedPattern } from './bounded-pattern.js';
import { distinctAddresses } from './distinct-addresses.js';
import { createRateGate, type RateGate } from './rate-gate.js';
import { checkTemplate, createTailOutput, type TailOutput } from './tail-output.js';

export interface TailOptions {
  readonly addresses: readonly string[];
  readonly asClient: boolean;
  readonly grep: string | null;
  readonly highlight: string | null;
  readonly last: number | null;
  readonly since: string | null;
  readonly count: number | null;
  readonly waitMs: number | null;
  readonly format: string | null;
  readonly payload: boolean;
  readonly rate: number | null;
  readonly reconnect: boolean;
}

export async function runTail(context: CommandContext, options: TailOptions): Promise<ExitName> {
  if (!options.asClient) {
    throw usageError('tail without --as-client needs the observer stream, which this version does not have', [
      `arqonbus tail ${options.addresses.join(' ')} --as-client`,
    ]);
  }
  const addresses = distinctAddresses(options.addresses);
  if (options.format !== null) checkTemplate(options.format);
  const grep = options.grep === null ? null : compilePattern(options.grep, 'u', '--grep');
  const highlight = options.highlight === null ? null : compilePattern(options.highlight, 'gu', '--highlight');
  const sinceMs = options.since === null ? null : parseMoment(options.since, context.clock.nowMs());

  const connectOptions: ConnectOptions = {
    clientType: 'human',
    screenName: 'arqonbus tail',
    ...(options.reconnect ? {} : { reconnect: false }),
  };
  return withClient(context, connectOptions, async (client) => {
    const { payload, format } = options;
    const output = createTailOutput(context, { tenant: client.welcome.tenant, payload, format, highlight });
    const tail = new Tail(context, options, output, { grep, sinceMs });
    const past = pastOf(options, client);
    client.on('state', (state, error) => {
      if (state === 'closed' && error !== undefined) tail.fail(error);
    });
    for (const address of addresses) {
      const subscription = await client.join(address, past, (message) => tail.take(message));
      subscription.on('gap', (gap) => {
        output.gap(gap).catch((error: unknown) => tail.fail(error));
      });
    }
    if (!context.globals.quiet && context.io.stderr.isTerminal) {
      await context.io.stderr.write(`following ${options.addresses.join(' ')}; Ctrl-C ends\n`);
    }
    return tail.finished;
  });
}

function pastOf({ last, since }: TailOptions, client: Client): JoinOptions {
  const pageMax = client.welcome.limits.historyPageMax;
  if (since !== null) return { rewind: Math.min(last ?? pageMax, pageMax) };
  return last === null ? {} : { rewind: Math.min(last, pageMax) };
}

/** One run: filters, counts, and knows when it is over. */
class Tail {
  readonly finished: Promise<ExitName>;
  readonly #context: CommandContext;
  readonly #options: TailOptions;
  readonly #output: TailOutput;
  readonly #filter: { readonly grep: BoundedPattern | null; readonly sinceMs: number | null };
  readonly #gate: RateGate | null;
  #shown = 0;
  #timer: Timer | null = null;
  #finish: (exit: ExitName) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(
    context: CommandContext,
    options: TailOptions,
    output: TailOutput,
    filter: { readonly grep: BoundedPattern | null; readonly sinceMs: number | null },
  ) {
    this.#context = context;
    this.#options = options;
    this.#output = output;
    this.#filter = filter;
    this.#gate = options.rate === null ? null : createRateGate(options.rate);
    this.finished = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    this.#restartWait();
  }

  fail(error: unknown): void {
    this.#timer?.cancel();
    this.#fail(error);
  }

  /** Never rejects: what goes wrong ends the run. */
  async take(message: Message): Promise<void> {
    try {
      await this.#show(message);
    } catch (error) {
      this.fail(error);
    }
  }

  async #show(message: Message): Promise<void> {
    const { count, rate } = this.#options;
    if (!this.#matches(message) || (count !== null && this.#shown >= count)) return;
    this.#restartWait();
    if (this.#gate !== null) {
      if (!this.#gate.pass(this.#context.clock.monotonicMs())) return;
      const unshown = this.#gate.takeUnshown();
      if (unshown > 0) await this.#output.unshown(unshown, rate ?? 0);
    }
    this.#shown += 1;
    await this.#output.message(message);
    if (count !== null && this.#shown >= count) this.#end('ok');
  }

  #matches(message: Message): boolean {
    const { grep, sinceMs } = this.#filter;
    if (sinceMs !== null && message.timestampMs < sinceMs) return false;
    return grep === null || grep.test(Buffer.from(message.payload).toString('utf8'));
  }

  #restartWait(): void {
    const { waitMs } = this.#options;
    if (waitMs === null) return;
    this.#timer?.cancel();
    this.#timer = this.#context.clock.setTimer(waitMs, () => this.#end(this.#shown === 0 ? 'timeout' : 'ok'));
  }

  #end(exit: ExitName): void {
    this.#timer?.cancel();
    this.#finish(exit);
  }
}
