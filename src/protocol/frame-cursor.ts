/**
 * Walks the envelopes of one Frame. The whole outer framing is checked before the first envelope is given out, so a
 * broken Frame yields none of them: nothing is partially processed. [S-PROTO-1]
 */
import { varintEnd, varintValue } from './varint.js';

/** Tag of Frame.envelopes: field 1, length-delimited. */
const ENVELOPES_TAG = 0x0a;

/** Reusable; one per connection or per process. */
export class FrameCursor {
  /** The current envelope is bytes[start..end). */
  start = 0;
  end = 0;
  /** Number of the current envelope, from 0; -1 before the first. */
  index = -1;
  /** Envelopes of the Frame; 0 when it is malformed. */
  count = 0;
  /** Something other than field 1, a wrong wire type, a truncation or a length not in its shortest form. */
  malformed = false;
  #bytes: Uint8Array = EMPTY;
  #pos = 0;

  /** Begins a Frame. `malformed` and `count` are known from here on. */
  reset(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.start = 0;
    this.end = 0;
    this.#pos = 0;
    this.count = 0;
    this.malformed = false;
    while (this.#advance()) this.count += 1;
    if (this.malformed) this.count = 0;
    this.#pos = 0;
    this.index = -1;
  }

  /** Moves to the next envelope; false when there is none or the Frame is malformed. */
  next(): boolean {
    if (this.malformed || !this.#advance()) return false;
    this.index += 1;
    return true;
  }

  #advance(): boolean {
    const bytes = this.#bytes;
    const pos = this.#pos;
    if (pos >= bytes.length) return false;
    const lengthPos = pos + 1;
    const start = varintEnd(bytes, lengthPos, bytes.length);
    if (bytes[pos] !== ENVELOPES_TAG || start < 0) return this.#fail();
    const end = start + varintValue(bytes, lengthPos, start);
    if (end > bytes.length) return this.#fail();
    this.start = start;
    this.end = end;
    this.#pos = end;
    return true;
  }

  #fail(): false {
    this.malformed = true;
    this.start = 0;
    this.end = 0;
    return false;
  }
}

const EMPTY = new Uint8Array(0);
