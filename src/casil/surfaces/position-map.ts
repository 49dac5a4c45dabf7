/**
 * Where decoded bytes came from. Maps form a chain, the last decoding first; each leads from offsets of what it decoded
 * to offsets of what it was decoded from. Maps are pooled: they mean something until the next message is segmented.
 */
import { NO_BYTES } from './no-bytes.js';
export type PositionMap = EscapeMap | Base64Map;

/** Integers per escape: decoded start and end, parent's start and end. */
const UNIT = 4;
const UNITS_AT_FIRST = 64;

/** Escapes are few between runs that were copied as they are, so only the escapes are written down. */
export class EscapeMap {
  parent: PositionMap | null = null;
  #units = new Int32Array(UNIT * UNITS_AT_FIRST);
  #count = 0;
  /** What is decoded before the first escape lies this many bytes further in the parent. */
  #shift = 0;

  begin(decodedFrom: number, parentFrom: number, parent: PositionMap | null): void {
    this.parent = parent;
    this.#count = 0;
    this.#shift = parentFrom - decodedFrom;
  }

  /** Notes the next escape: parent's bytes [parentStart..parentEnd) became [start..end). */
  add(start: number, end: number, parentStart: number, parentEnd: number): void {
    let index = this.#count * UNIT;
    if (index === this.#units.length) {
      const larger = new Int32Array(2 * index);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#count += 1;
    this.#units[index] = start;
    this.#units[(index += 1)] = end;
    this.#units[(index += 1)] = parentStart;
    this.#units[(index += 1)] = parentEnd;
  }

  /** First byte of the parent that the decoded byte `at` stands for; of a whole escape. */
  start(at: number): number {
    const index = this.#unitBefore(at);
    if (index < 0) return at + this.#shift;
    const end = this.#units[index + 1] as number;
    return at < end ? (this.#units[index + 2] as number) : (this.#units[index + 3] as number) + at - end;
  }

  /** The byte after the last one of the parent that decoded bytes ending at `at` stand for. */
  end(at: number): number {
    const index = this.#unitBefore(at - 1);
    if (index < 0) return at + this.#shift;
    const end = this.#units[index + 1] as number;
    return (this.#units[index + 3] as number) + (at <= end ? 0 : at - end);
  }

  /** Index of the last escape that starts at or before `at`; -1 where there is none. */
  #unitBefore(at: number): number {
    const units = this.#units;
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((units[middle * UNIT] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * UNIT;
  }
}

/** Base64: three bytes come from four characters, which may stand in lines of equal length (RFC 2045 6.8). */
export class Base64Map {
  parent: PositionMap | null = null;
  /** Start of the decoded bytes. */
  from = 0;
  /** First character in the parent. */
  parentFrom = 0;
  /** Characters that were decoded, padding included, line breaks not. */
  charsCount = 0;
  /** Characters per line and bytes of a line break; 0 and 0 where there is one line. */
  lineChars = 0;
  breakBytes = 0;
  /** What the characters were read from. */
  parentBytes: Uint8Array = NO_BYTES;

  start(at: number): number {
    return this.charAt(4 * Math.floor((at - this.from) / 3));
  }

  end(at: number): number {
    const chars = Math.min(this.charsCount, 4 * Math.ceil((at - this.from) / 3));
    return chars === 0 ? this.parentFrom : this.charAt(chars - 1) + 1;
  }

  /** Where the character of this number, line breaks not counted, lies in the parent. */
  charAt(index: number): number {
    const breaks = this.lineChars === 0 ? 0 : Math.floor(index / this.lineChars);
    return this.parentFrom + index + breaks * this.breakBytes;
  }
}
