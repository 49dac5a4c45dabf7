/**
 * One flush per event-loop tick, in two stages: producers first (channels turn what the tick appended into shared
 * batches), then writers (outboxes turn what was queued on them into one write each). [P5]
 *
 * A single `setImmediate` does it: it runs after all sockets of the tick were read, so batches form by themselves
 * under load, and at once when idle. A microtask would run between two sockets and destroy batching
 * (docs/performance.md has the measurement).
 */
export interface Flushable {
  /** Called once per `mark...`; must not throw. May mark others of the same or the later stage. */
  flush(): void;
}

export interface FlushLoop {
  /** Stage one. The caller marks itself at most once until its flush ran. */
  markProducer(item: Flushable): void;
  /** Stage two. The caller marks itself at most once until its flush ran. */
  markWriter(item: Flushable): void;
}

/** @param schedule runs its argument once, later; tests pass their own to step by hand. */
export function createFlushLoop(schedule: (run: () => void) => void = setImmediate): FlushLoop {
  let producers: Flushable[] = [];
  let writers: Flushable[] = [];
  let scheduled = false;

  function run(): void {
    // Still `scheduled` while producers run, so that what they mark joins this run and not a second one.
    while (producers.length > 0) {
      const batch = producers;
      producers = [];
      for (const item of batch) item.flush();
    }
    scheduled = false;
    const batch = writers;
    writers = [];
    for (const item of batch) item.flush();
  }

  function ensureScheduled(): void {
    if (scheduled) return;
    scheduled = true;
    schedule(run);
  }

  return {
    markProducer(item) {
      producers.push(item);
      ensureScheduled();
    },
    markWriter(item) {
      writers.push(item);
      ensureScheduled();
    },
  };
}
