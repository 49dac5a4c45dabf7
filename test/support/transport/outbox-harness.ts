/** An outbox over a fake socket, clock and flush loop, with everything its owner was told. */
import { createFlushLoop } from '../../../src/base/flush-loop.js';
import type { ChannelAddress } from '../../../src/protocol/address.js';
import { createHotCounters } from '../../../src/telemetry/events.js';
import { Outbox, outboxEnvironment, type OutboxLimits, type OutboxOwner } from '../../../src/transport/outbox.js';
import type { Conflated } from '../../../src/transport/outbox-chunk.js';
import { FakeClock } from '../fake-clock.js';
import { FakeSocket } from './fake-socket.js';

export class OutboxHarness implements OutboxOwner {
  writable = true;
  readonly overflows: { key: string | null; queuedBytes: number }[] = [];
  readonly conflated: string[] = [];
  readonly gaps: Conflated[] = [];
  flushedCount = 0;
  readonly clock = new FakeClock();
  readonly counters = createHotCounters();
  readonly outbox: Outbox;
  #scheduled: (() => void)[] = [];

  constructor(
    limits: Partial<OutboxLimits> = {},
    readonly socket = new FakeSocket(),
  ) {
    const flushLoop = createFlushLoop((run) => this.#scheduled.push(run));
    const all = { outboxBytesMax: 100_000, outboxAgeMaxMs: 10_000, batchBytesMax: 65_536, ...limits };
    const ports = { clock: this.clock, flushLoop, counters: this.counters };
    this.outbox = new Outbox(outboxEnvironment(all, ports), socket, this);
  }

  /** Ends the event-loop tick; says how many flushes were scheduled in it. */
  tick(): number {
    const due = this.#scheduled;
    this.#scheduled = [];
    for (const run of due) run();
    return due.length;
  }

  onOverflow(address: ChannelAddress | null, queuedBytes: number): void {
    this.overflows.push({ key: address?.key ?? null, queuedBytes });
  }

  onConflated(address: ChannelAddress): void {
    this.conflated.push(address.key);
  }

  onGapSent(gap: Conflated): void {
    this.gaps.push(gap);
  }

  onFlushed(): void {
    this.flushedCount += 1;
  }
}
