/**
 * Who violates policies again and again: senders, rooms and channels counted in bounded memory, without timers. A
 * subject is told once per window when it reaches the threshold. [C-DEC-2] [P8]
 *
 * The window slides in two halves: what is counted is never older than the window, and at least as young as half of
 * it. So a warning is never about the past, and a steady rate at the threshold is still seen.
 */
export const DIMENSIONS = ['sender', 'room', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface ViolationsOptions {
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly windowMs: number;
  /** Violations within the window; reaching it is told. */
  readonly threshold: number;
  /** Subjects remembered per dimension; the one that violated longest ago makes room. */
  readonly entriesMax: number;
}

/** Who broke a policy and where. An empty name is not counted. */
export interface Violation {
  readonly tenant: string;
  readonly sender: string;
  readonly room: string;
  readonly channel: string;
}

export interface RepeatedViolation {
  readonly dimension: Dimension;
  readonly tenant: string;
  /** The sender, the room, or `room:channel`. */
  readonly name: string;
  /** Violations counted within the window. */
  readonly count: number;
}

export interface Violations {
  /** @returns those that reached the threshold with this one; most often nobody, and then always the same empty list */
  record(violation: Violation): readonly RepeatedViolation[];
  /** Subjects remembered in all dimensions. */
  readonly size: number;
}

interface Entry {
  /** Number of the half window `current` counts. */
  half: number;
  current: number;
  previous: number;
  /** Milliseconds of the clock; -Infinity before the first time. */
  toldAtMs: number;
}

const NOBODY: readonly RepeatedViolation[] = Object.freeze([]);

export function createViolations({ clock, windowMs, threshold, entriesMax }: ViolationsOptions): Violations {
  const halfMs = windowMs / 2;
  const entries: { readonly [D in Dimension]: Map<string, Entry> } = {
    sender: new Map(),
    room: new Map(),
    channel: new Map(),
  };

  /** The subject's entry, now the youngest. */
  function touch(dimension: Dimension, key: string, half: number): Entry {
    const known = entries[dimension];
    const entry = known.get(key) ?? { half, current: 0, previous: 0, toldAtMs: -Infinity };
    // Maps keep the order of insertion: taking out and putting back moves to the end.
    known.delete(key);
    if (known.size >= entriesMax) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    known.set(key, entry);
    return entry;
  }

  /** @returns violations within the window if the subject is to be told now, else 0 */
  function countIn(dimension: Dimension, key: string, nowMs: number): number {
    const half = Math.floor(nowMs / halfMs);
    const entry = touch(dimension, key, half);
    if (entry.half !== half) {
      entry.previous = entry.half === half - 1 ? entry.current : 0;
      entry.current = 0;
      entry.half = half;
    }
    entry.current += 1;
    const count = entry.current + entry.previous;
    if (count < threshold || nowMs - entry.toldAtMs < windowMs) return 0;
    entry.toldAtMs = nowMs;
    return count;
  }

  return {
    record(violation) {
      const nowMs = clock();
      let repeated: RepeatedViolation[] | null = null;
      for (const dimension of DIMENSIONS) {
        const name = nameIn(dimension, violation);
        if (name === '') continue;
        // A tenant's name holds no zero byte, so two tenants never share a key. [P7]
        const count = countIn(dimension, `${violation.tenant}\0${name}`, nowMs);
        if (count > 0) (repeated ??= []).push({ dimension, tenant: violation.tenant, name, count });
      }
      return repeated ?? NOBODY;
    },
    get size() {
      return entries.sender.size + entries.room.size + entries.channel.size;
    },
  };
}

function nameIn(dimension: Dimension, { sender, room, channel }: Violation): string {
  if (dimension === 'sender') return sender;
  if (dimension === 'room') return room;
  return channel === '' ? '' : `${room}:${channel}`;
}
