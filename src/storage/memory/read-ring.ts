/** One page of a ring: bounded, without what expired. */
import type { LogEntry } from '../../protocol/entry.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../../protocol/log-shapes.js';
import type { EntryRing } from './entry-ring.js';

/** Lengths of a Frame and its envelope may each need this many bytes more when a field is appended. */
const LENGTH_GROWTH_BYTES = 4;

/** @param head of the same channel, after trimming: its firstSequence is the ring's. */
export function readRing(ring: EntryRing, head: ChannelHead, request: ReadRequest, nowMs: number): ReadPage {
  let low = Math.max(0, request.from - head.firstSequence);
  let high = Math.min(ring.count, request.to - head.firstSequence + 1);
  // Timestamps of a channel never go back, so a range of time is a range of indexes.
  if (request.sinceMs !== undefined) low = Math.max(low, ring.firstSince(request.sinceMs));
  if (request.untilMs !== undefined) high = Math.min(high, ring.firstSince(request.untilMs));

  const step = request.direction === 'forward' ? 1 : -1;
  const entries: LogEntry[] = [];
  let bytes = 0;
  for (let index = step === 1 ? low : high - 1; index >= low && index < high; index += step) {
    const entry = ring.at(index);
    if (entry === undefined || entry.expiresAtMs <= nowMs) continue;
    const full = entries.length >= request.countMax || bytes + deliveredBytesMax(entry) > request.bytesMax;
    if (full && entries.length > 0) return { entries, more: true, head };
    entries.push(entry);
    bytes += deliveredBytesMax(entry);
  }
  return { entries, more: false, head };
}

/** What the entry takes in a page if what inspection said is shown with it. */
function deliveredBytesMax({ frameBytes, casil }: LogEntry): number {
  return casil === null ? frameBytes : frameBytes + casil.length + LENGTH_GROWTH_BYTES;
}
