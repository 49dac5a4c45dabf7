/** The ways a command ends before it is done: a signal, the deadline, a reader that has gone. One AbortSignal for all. */
import type { Clock } from '../base/clock.js';
import type { SignalName, StopReason } from './command-context.js';
import type { ExitName } from './exit-codes.js';

/** The process, or a stand-in. */
export interface SignalSource {
  on(name: SignalName | 'SIGHUP', fn: () => void): unknown;
  off(name: SignalName | 'SIGHUP', fn: () => void): unknown;
}

export interface Stop {
  readonly signal: AbortSignal;
  stop(reason: StopReason): void;
  /** Ends listening; the platform's own handling of signals is back. */
  release(): void;
}

/**
 * The first signal asks the command to end; then the platform's handling is back, so that a second one kills a
 * command that does not.
 */
export function createStop(
  source: SignalSource,
  clock: Clock,
  options: { readonly timeoutMs: number | null; readonly handlesSignals: boolean },
): Stop {
  const controller = new AbortController();
  const interrupt = () => stop('interrupted');
  const terminate = () => stop('terminated');
  const timer = options.timeoutMs === null ? null : clock.setTimer(options.timeoutMs, () => stop('timeout'));

  function stop(reason: StopReason): void {
    release();
    if (!controller.signal.aborted) controller.abort(reason);
  }

  function release(): void {
    timer?.cancel();
    source.off('SIGINT', interrupt);
    source.off('SIGTERM', terminate);
  }

  if (!options.handlesSignals) {
    source.on('SIGINT', interrupt);
    source.on('SIGTERM', terminate);
  }
  return { signal: controller.signal, stop, release };
}

/** The exit a stop leads to; null while nothing was stopped. */
export function stoppedExit(signal: AbortSignal): ExitName | null {
  if (!signal.aborted) return null;
  const reason = signal.reason as StopReason;
  return reason === 'stdout-closed' ? 'ok' : reason;
}

/** Rejects when the signal is aborted; for racing against things that cannot be told to stop. */
export function whenStopped(signal: AbortSignal): { promise: Promise<never>; cancel(): void } {
  let abort: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    abort = () => reject(new Error(`stopped: ${String(signal.reason)}`));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  // Whoever races decides; a stop that nobody waits for any more is no error.
  promise.catch(() => undefined);
  return { promise, cancel: () => signal.removeEventListener('abort', abort) };
}
