/** The first signal drains, with a countdown for whoever watches; the second stops at once. [P10] [S-TRANS-4] */
import type { Timer } from '../../base/clock.js';
import type { RunningServer } from '../../server/start.js';
import type { CommandContext } from '../command-context.js';
import { createProgress } from '../output/progress.js';

const COUNTDOWN_STEP_MS = 250;

/** Signals heard so far. */
export interface SignalWatch {
  readonly count: number;
  /** Calls `fn` for every further one. */
  listen(fn: () => void): void;
  release(): void;
}

/** Begins before the server does: a signal that arrives while it starts must not end it without a drain. */
export function watchSignals(context: CommandContext): SignalWatch {
  let count = 0;
  let listener: () => void = () => undefined;
  const release = context.onSignal(() => {
    count += 1;
    listener();
  });
  return {
    get count() {
      return count;
    },
    listen(fn) {
      listener = fn;
    },
    release,
  };
}

export async function stayUntilStopped(
  context: CommandContext,
  server: RunningServer,
  signals: SignalWatch,
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

  function react(): void {
    if (signals.count >= 1 && deadlineMs === null) {
      deadlineMs = clock.monotonicMs() + drainTimeoutMs;
      countDown();
      void server.drain();
    }
    if (signals.count >= 2) void server.stopNow();
  }

  signals.listen(react);
  react();
  try {
    await server.closed;
  } finally {
    timer?.cancel();
    progress.clear();
  }
}
