/**
 * The log's housekeeping, a bounded piece of it at a time: applies age to channels nobody touches, forgets ids past
 * the window, and ends channels that are empty, unwatched and idle past retention and window. [S-LOG-4]
 *
 * It works at the full seconds of the clock, whenever its first channel was born: otherwise the moment at which a
 * tenant's channel ends or its ids are forgotten would tell when other tenants began. [T-TEN-1] [P7]
 */
import type { Clock, Timer } from '../../base/clock.js';
import type { ChannelDirectory } from './channel-directory.js';
import type { ChannelState } from './channel-state.js';
import type { DedupeWindow } from './dedupe-window.js';
import type { RetainedBudget } from './retained-budget.js';

export const SWEEP_INTERVAL_MS = 1000;
/** Channels and id tables looked at per sweep: a sixteenth of the channels, but not fewer or more than these. */
const VISITS_MIN = 256;
const VISITS_MAX = 4096;

export interface SweeperPorts {
  readonly clock: Clock;
  readonly channels: ChannelDirectory;
  readonly dedupe: DedupeWindow;
  readonly budget: RetainedBudget;
  readonly dedupeWindowMs: number;
  readonly reclaim: (channel: ChannelState) => void;
}

export class Sweeper {
  readonly #ports: SweeperPorts;
  #timer: Timer | null = null;
  #cursor: Iterator<ChannelState> | null = null;
  #stopped = false;
  /** Monotonic time in whole intervals: late by one at most, and free to read. */
  nowMs: number;

  constructor(ports: SweeperPorts) {
    this.#ports = ports;
    this.nowMs = wholeIntervals(ports.clock.monotonicMs());
  }

  /** Called when a channel is born; sweeps go on as long as there are channels. Returns the time. */
  arm(): number {
    if (this.#timer !== null || this.#stopped) return this.nowMs;
    const nowMs = this.#ports.clock.monotonicMs();
    this.nowMs = wholeIntervals(nowMs);
    this.#timer = this.#ports.clock.setTimer(this.nowMs + SWEEP_INTERVAL_MS - nowMs, () => this.#sweep());
    return this.nowMs;
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #sweep(): void {
    const { channels, clock, dedupe } = this.#ports;
    this.#timer = null;
    this.nowMs = wholeIntervals(clock.monotonicMs());
    const visits = Math.min(channels.size, Math.max(VISITS_MIN, Math.min(VISITS_MAX, Math.ceil(channels.size / 16))));
    dedupe.expire(this.nowMs, VISITS_MAX);
    for (let visit = 0; visit < visits; visit += 1) {
      const channel = this.#next();
      if (channel === null) break;
      this.#visit(channel);
    }
    if (channels.size > 0) this.arm();
  }

  #visit(channel: ChannelState): void {
    const { budget, clock, dedupeWindowMs, reclaim } = this.#ports;
    budget.trim(channel, Math.max(clock.nowMs(), channel.lastTimestampMs));
    if (channel.ring.count > 0 || channel.watched) return;
    const idleMs = this.nowMs - channel.lastAppendMs;
    if (idleMs > Math.max(channel.retention.ageMaxMs, dedupeWindowMs)) reclaim(channel);
  }

  /** The next channel in turn; a map's iterator survives additions and removals. */
  #next(): ChannelState | null {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      this.#cursor ??= this.#ports.channels.all();
      const step = this.#cursor.next();
      if (step.done !== true) return step.value;
      this.#cursor = null;
    }
    return null;
  }
}

function wholeIntervals(ms: number): number {
  return Math.floor(ms / SWEEP_INTERVAL_MS) * SWEEP_INTERVAL_MS;
}
