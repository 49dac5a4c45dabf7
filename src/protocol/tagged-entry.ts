/**
 * A logged message as clients see it where the server exposes what inspection said: the same Frame with field `casil`
 * appended. The message itself stays the same bytes for everyone; this is the one field that may differ. [P2] [C-META-1]
 */
import type { LogEntry } from './entry.js';
import type { ReadPage } from './log-shapes.js';
import { appendToEnvelope } from './stamp.js';

class TaggedEntry implements LogEntry {
  readonly casil = null;
  readonly #entry: LogEntry;

  constructor(
    entry: LogEntry,
    readonly frame: Buffer,
  ) {
    this.#entry = entry;
  }

  get address() {
    return this.#entry.address;
  }

  get sequence() {
    return this.#entry.sequence;
  }

  get epoch() {
    return this.#entry.epoch;
  }

  get timestampMs() {
    return this.#entry.timestampMs;
  }

  get expiresAtMs() {
    return this.#entry.expiresAtMs;
  }

  get frameBytes() {
    return this.frame.length;
  }

  copyFrame(target: Uint8Array, pos: number): void {
    target.set(this.frame, pos);
  }
}

/** The entry itself where it carries nothing. */
export function tagEntry(entry: LogEntry): LogEntry {
  return entry.casil === null ? entry : new TaggedEntry(entry, appendToEnvelope(entry.frame, entry.casil));
}

export function tagPage(page: ReadPage): ReadPage {
  return { ...page, entries: page.entries.map(tagEntry) };
}
