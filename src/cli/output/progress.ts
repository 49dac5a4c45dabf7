/** One line on stderr that is rewritten in place; silent where stderr is no terminal or the user asked for quiet. */
import type { Clock } from '../../base/clock.js';
import type { TextSink } from './text-sink.js';
import { fitCells } from './cell-width.js';

export interface Progress {
  /** Shows the line, at most ten times a second. */
  show(line: string): void;
  /** Takes the line away. */
  clear(): void;
}

const INTERVAL_MS = 100;

export function createProgress(sink: TextSink, clock: Clock, quiet: boolean): Progress {
  if (!sink.isTerminal || quiet) return { show: () => undefined, clear: () => undefined };
  let shownAtMs = -Infinity;
  let shown = false;
  return {
    show(line) {
      const nowMs = clock.monotonicMs();
      if (nowMs - shownAtMs < INTERVAL_MS) return;
      shownAtMs = nowMs;
      shown = true;
      void sink.write(`\r\u001b[2K${fitCells(line, sink.columns - 1)}`);
    },
    clear() {
      if (shown) void sink.write('\r\u001b[2K');
      shown = false;
    },
  };
}
