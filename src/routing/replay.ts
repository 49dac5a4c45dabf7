/**
 * One member catching up: reads the log in bounded pages, at the pace the connection drains, announces every hole, and
 * goes live at the moment its cursor equals what the fan-out has handed out - so nothing is missing and nothing comes
 * twice, however long it takes and whatever is appended meanwhile. [P1] [S-ROUTE-1]
 */
import type { LogEntry } from '../protocol/entry.js';
import type { ReadPage } from '../protocol/log-shapes.js';
import type { GapNotice } from '../protocol/server-frames.js';
import { makeBatch } from './batch.js';
import type { FanOut } from './fan-out.js';
import { findRewindStart } from './find-rewind-start.js';
import { announceGap } from './gap-notice.js';
import type { Membership } from './membership.js';
import type { Cursor } from './resolve-recovery.js';

/** Stands for the log's end where the fan-out is in another epoch. */
const TO_HEAD = Number.MAX_SAFE_INTEGER;

export class Replay {
  #epoch: number;
  #sequence: number;
  #ended = false;
  /** Waiting for a callback: of the log, of the subscriber's queue or of the fan-out. */
  #suspended = false;
  #running = false;
  #reachedHead = false;
  #sawDeletion = false;

  constructor(
    readonly member: Membership,
    start: Cursor,
    readonly onEnd: () => void,
  ) {
    this.#epoch = start.epoch;
    this.#sequence = start.sequence;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Everything up to here was queued or announced. */
  get cursor(): Cursor {
    return { epoch: this.#epoch, sequence: this.#sequence };
  }

  /** Goes back by the last `count` retained messages first. */
  rewind(count: number): void {
    const { ports, address } = this.#fanOut;
    this.#suspended = true;
    findRewindStart(ports, address, { count, head: this.cursor }, (start) => {
      if (this.#ended) return;
      this.#epoch = start.epoch;
      this.#sequence = start.sequence;
      this.resume();
    });
  }

  /** Starts, or continues after a callback. */
  resume(): void {
    this.#suspended = false;
    this.#reachedHead = false;
    this.#run();
  }

  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.onEnd();
  }

  get #fanOut(): FanOut {
    return this.member.fanOut;
  }

  /** A loop, so that callbacks that come at once do not deepen the stack. */
  #run(): void {
    if (this.#running) return;
    this.#running = true;
    while (!this.#ended && !this.#suspended) this.#step();
    this.#running = false;
  }

  #step(): void {
    const fanOut = this.#fanOut;
    fanOut.flushNow();
    if (this.#ended) return;
    if (fanOut.isAt(this.cursor)) {
      this.#goLive();
      return;
    }
    const heard = fanOut.position;
    const sameEpoch = heard !== null && heard.epoch === this.#epoch;
    if (sameEpoch ? heard.sequence < this.#sequence : this.#reachedHead) {
      this.#suspended = true;
      fanOut.wait(this);
      return;
    }
    this.#suspend((resume) => this.member.subscriber.whenDrained(resume));
    if (!this.#suspended) this.#read(sameEpoch ? heard.sequence : TO_HEAD);
  }

  #read(to: number): void {
    const { address, ports } = this.#fanOut;
    const { replayPageCount: countMax, replayPageBytes: bytesMax } = ports.options;
    this.#suspend((resume) =>
      ports.log.read({ address, from: this.#sequence + 1, to, direction: 'forward', countMax, bytesMax }, (page) => {
        if (this.#ended) return;
        this.#take(page, to);
        resume();
      }),
    );
  }

  /** Runs something that calls back once, at once or later. */
  #suspend(start: (resume: () => void) => void): void {
    let inside = true;
    this.#suspended = true;
    start(() => {
      this.#suspended = false;
      if (!inside) this.#run();
    });
    inside = false;
  }

  #take(page: ReadPage, to: number): void {
    const { head } = page;
    const [oldest] = head.chain;
    if (oldest === undefined) {
      this.#takeNothing();
      return;
    }
    if (!head.chain.some((link) => link.epoch === this.#epoch)) {
      // Another life began: all of it is ahead of us.
      if (this.#epoch !== 0) this.#changeEpoch(oldest.epoch);
      this.#epoch = oldest.epoch;
      this.#sequence = oldest.firstSequence - 1;
      return;
    }
    this.#queue(page.entries, head.firstSequence);
    if (page.more) return;
    this.#skipTo(to === TO_HEAD ? head.sequence : to, head.firstSequence);
    if (to !== TO_HEAD) return;
    if (this.#epoch !== head.epoch) this.#changeEpoch(head.epoch);
    this.#reachedHead = true;
  }

  /** The channel was deleted under our feet, or never existed. */
  #takeNothing(): void {
    const { address, ports, position } = this.#fanOut;
    if (this.#epoch !== 0 && !this.#sawDeletion) {
      this.#announce({ from: 0, to: 0, reason: 'CHANNEL_DELETED', epoch: this.#epoch });
    }
    const isNothingHeard =
      position === null ? this.#epoch === 0 : position.epoch === 0 || ports.log.wasRemoved(address, position.epoch);
    if (isNothingHeard) this.#goLive();
    // Another life was heard of since the log was asked: once more, but without spinning on a log that lags.
    else if (position === null || this.#sawDeletion) this.#reachedHead = true;
    this.#sawDeletion = true;
  }

  #queue(entries: readonly LogEntry[], firstRetained: number): void {
    let run: LogEntry[] = [];
    for (const entry of entries) {
      if (entry.sequence !== this.#sequence + 1 || entry.epoch !== this.#epoch) {
        this.#send(run);
        run = [];
        this.#skipTo(entry.sequence - 1, firstRetained);
        if (entry.epoch !== this.#epoch) this.#changeEpoch(entry.epoch);
      }
      run.push(entry);
      this.#sequence = entry.sequence;
    }
    this.#send(run);
  }

  /** What is missing up to and including `to`: trimmed where it is older than all that is retained, else expired. */
  #skipTo(to: number, firstRetained: number): void {
    const from = this.#sequence + 1;
    if (to < from) return;
    const epoch = this.#epoch;
    const trimmedTo = Math.min(to, firstRetained - 1);
    if (trimmedTo >= from) this.#announce({ from, to: trimmedTo, reason: 'TRIMMED', epoch });
    const expiredFrom = Math.max(from, trimmedTo + 1);
    if (expiredFrom <= to) this.#announce({ from: expiredFrom, to, reason: 'EXPIRED', epoch });
    this.#sequence = to;
  }

  #changeEpoch(epoch: number): void {
    this.#epoch = epoch;
    this.#announce({ from: 0, to: 0, reason: 'EPOCH_CHANGED', epoch });
  }

  #send(entries: readonly LogEntry[]): void {
    if (entries.length === 0 || this.#ended) return;
    const { slowConsumer } = this.#fanOut;
    this.member.subscriber.enqueueBatch(makeBatch(entries, slowConsumer));
  }

  #announce(gap: GapNotice): void {
    const { address, ports } = this.#fanOut;
    if (!this.#ended) announceGap(ports.telemetry, address, gap, [this.member]);
  }

  #goLive(): void {
    this.cancel();
    this.#fanOut.addLive(this.member);
  }
}
