/**
 * Protobuf without a schema: what can be said about bytes from tags and lengths alone. Groups are not taken for
 * Protobuf: nobody writes them, and text often looks like them.
 */
import { UINT32_MAX, varintEnd, varintValue } from '../../protocol/varint.js';
import { NO_BYTES } from './no-bytes.js';

/** Messages within messages that are looked into; deeper ones are looked at as bytes. */
export const WIRE_DEPTH_MAX = 16;
/** Larger field numbers are legal and next to unheard of; in arbitrary bytes they are the rule. */
const PLAUSIBLE_NUMBER_MAX = 100_000;
/** Reserved for the implementation of Protobuf. */
const RESERVED_MIN = 19_000;
const RESERVED_MAX = 19_999;

const WIRE_VARINT = 0;
const WIRE_FIXED64 = 1;
const WIRE_BYTES = 2;
const WIRE_FIXED32 = 5;

/** Steps over the fields of one message. Reusable. */
export class WireCursor {
  number = 0;
  /** Content of the current field if it is length-delimited, else its value. */
  start = 0;
  end = 0;
  isBytes = false;
  isFixed = false;
  /** What follows is no plausible field. */
  malformed = false;
  #bytes: Uint8Array = NO_BYTES;
  #pos = 0;
  #to = 0;

  reset(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes;
    this.#pos = from;
    this.#to = to;
    this.malformed = false;
  }

  /** Moves to the next field; false at the end and where the bytes are no plausible field. */
  next(): boolean {
    if (this.#pos >= this.#to) return false;
    const bytes = this.#bytes;
    const to = this.#to;
    const valueStart = varintEnd(bytes, this.#pos, to);
    const tag = valueStart < 0 ? 0 : varintValue(bytes, this.#pos, valueStart);
    const number = Math.floor(tag / 8);
    this.malformed = true;
    if (tag > UINT32_MAX || number < 1 || number > PLAUSIBLE_NUMBER_MAX) return false;
    if (number >= RESERVED_MIN && number <= RESERVED_MAX) return false;
    this.number = number;
    this.start = valueStart;
    this.isBytes = false;
    this.isFixed = false;
    switch (tag % 8) {
      case WIRE_VARINT:
        this.end = varintEnd(bytes, valueStart, to);
        break;
      case WIRE_FIXED64:
        this.isFixed = true;
        this.end = valueStart + 8;
        break;
      case WIRE_FIXED32:
        this.isFixed = true;
        this.end = valueStart + 4;
        break;
      case WIRE_BYTES:
        this.isBytes = true;
        this.start = varintEnd(bytes, valueStart, to);
        this.end = this.start < 0 ? -1 : this.start + varintValue(bytes, valueStart, this.start);
        break;
      default:
        return false;
    }
    if (this.end < 0 || this.end > to) return false;
    this.malformed = false;
    this.#pos = this.end;
    return true;
  }
}

/** How much of a length-delimited value there must be for bytes that are text to be taken for a message all the same. */
const STRONG_BYTES_MIN = 8;

/** A text that reads as numbers alone for this long is no message. */
const CONTENT_EXPECTED_BYTES = 256;

const probe = new WireCursor();

/** 0: the bytes are no message. 1: they could be. 2: they hardly are anything else, even if they are text as well. */
export type Likelihood = 0 | 1 | 2;

/**
 * Looks at tags and lengths of bytes[from..to), not into values and at nothing that begins at `readTo` or later. About
 * one text in a thousand passes for a message by chance; encoders write fields in the order of their numbers and mostly
 * content, and fixed-width numbers are hardly ever all printable.
 */
export function messageLikelihood(bytes: Uint8Array, from: number, to: number, readTo: number): Likelihood {
  return likelihoodOf(bytes, from, to, readTo, false);
}

/** Whether the likelihood is 2. Bytes that are text nearly never are, so this gives up early. */
export function isSurelyMessage(bytes: Uint8Array, from: number, to: number, readTo: number): boolean {
  return likelihoodOf(bytes, from, to, readTo, true) === 2;
}

function likelihoodOf(bytes: Uint8Array, from: number, to: number, readTo: number, mustBeSure: boolean): Likelihood {
  let contentBytes = 0;
  let longest = 0;
  let number = 0;
  let isOrdinary = true;
  probe.reset(bytes, from, to);
  while (probe.next()) {
    if (probe.isFixed || probe.number < number) isOrdinary = false;
    if (mustBeSure && !isOrdinary) return 1;
    number = probe.number;
    if (probe.isBytes) {
      const length = probe.end - probe.start;
      contentBytes += length;
      if (length > longest) longest = length;
    }
    if (probe.end >= readTo) break;
    const seen = probe.end - from;
    if (mustBeSure && seen > CONTENT_EXPECTED_BYTES && 2 * contentBytes < seen) return 1;
  }
  if (probe.malformed || from === to) return 0;
  return isOrdinary && longest >= STRONG_BYTES_MIN && 2 * contentBytes >= readTo - from ? 2 : 1;
}
