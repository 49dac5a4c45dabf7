/** The first signal drains, with a countdown for whoever watches; the second stops at once. [P10] [S-TRANS-4] */
import type { Timer } from '../../base/clock.js';
import type { RunningServer } from '../../server/start.js';
import type { CommandContext } from '../command-context.js';
import { createProgress } from '../output/progress.js';

const COUNTDOWN_STEP_MS = 250;

export async function stayUntilStopped(
  context: CommandContext,
  server: RunningServer,
  drainTimeoutMs: number,
): Promise<void> {
  const { io, clock, globals } = context;
  const progress = createProgress(io.stderr, clock, globals.quiet);
  let deadlineMs: number | null = null;
  let timer = null as Timer | null;

  function countDown(): void {
    const leftMs = (deadlineMs ?? 0) - clock.monotonicMs();
    const seconds = Math.max(0, Math.ceil(leftMs / 1000));
    progress.show(`draining, ${seconds} s at most; Ctrl-C again stops at once`);
    timer = clock.setTimer(COUNTDOWN_STEP_MS, countDown);
  }

  const ignore = context.onSignal(() => {
    if (deadlineMs === null) {
      deadlineMs = clock.monotonicMs() + drainTimeoutMs;
      countDown();
      void server.drain();
    } else {
      void server.stopNow();
    }
  });
  try {
    await server.closed;
  } finally {
    ignore();
    timer?.cancel();
    progress.clear();
  }
}
