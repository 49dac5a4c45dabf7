/**
 * Sends many messages over one connection: published in order, a bounded number of them waiting for their acks, so
 * that any amount flows through and the order of each channel is that of the input.
 */
import type { Client } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import { createProgress } from '../output/progress.js';
import type { Outgoing } from './outgoing.js';
import type { Pacer } from './pacer.js';
import type { SendReport } from './send-report.js';

/** Messages whose acks are awaited; enough to fill a Frame, few enough to lose little when stopped. */
export const IN_FLIGHT_MAX = 256;

export interface StreamItem {
  /** null where the record itself was refused. */
  readonly outgoing: Outgoing | null;
  readonly error: unknown;
  readonly line: number | null;
}

export async function sendStream(
  context: CommandContext,
  client: Client,
  items: AsyncIterable<StreamItem>,
  options: {
    readonly report: SendReport;
    readonly pacer: Pacer;
    readonly stopOnError: boolean;
    /** For the progress line; null if it is not known. */
    readonly total: number | null;
  },
): Promise<void> {
  const { clock, io, globals } = context;
  const { report, pacer, stopOnError } = options;
  const progress = createProgress(io.stderr, clock, globals.quiet);
  const startMs = clock.monotonicMs();
  const inFlight = new Set<Promise<void>>();

  const mustStop = () => context.signal.aborted || (stopOnError && report.refused > 0);

  function showProgress(): void {
    const done = report.accepted + report.refused;
    const perSecond = Math.round((done * 1000) / Math.max(1, clock.monotonicMs() - startMs));
    const total = options.total === null ? '' : `/${options.total.toLocaleString('en')}`;
    const others = report.refused - report.blocked;
    const refused = `${report.blocked > 0 ? `  blocked ${report.blocked}` : ''}${others > 0 ? `  refused ${others}` : ''}`;
    progress.show(`${done.toLocaleString('en')}${total}  ${perSecond}/s${refused}`);
  }

  async function send(
    { room, channel, payload, options: publishOptions }: Outgoing,
    line: number | null,
  ): Promise<void> {
    const sentMs = clock.monotonicMs();
    try {
      const ack = await client.publish(`${room}:${channel}`, payload, publishOptions);
      await report.accept({ room, channel, line, durationMs: clock.monotonicMs() - sentMs }, ack);
    } catch (error) {
      if (!context.signal.aborted) await report.refuse({ room, channel, line, durationMs: 0 }, error);
    }
    showProgress();
  }

  for await (const { outgoing, error, line } of items) {
    if (outgoing === null) {
      await report.refuse({ room: '', channel: '', line, durationMs: 0 }, error);
    } else {
      await pacer.next();
      while (inFlight.size >= IN_FLIGHT_MAX) await Promise.race(inFlight);
      // What was waited for may have been refused, or the wait may have ended by a signal.
      if (mustStop()) break;
      const sending = send(outgoing, line);
      inFlight.add(sending);
      void sending.finally(() => inFlight.delete(sending));
    }
    if (mustStop()) break;
  }
  await Promise.all(inFlight);
  progress.clear();
}
