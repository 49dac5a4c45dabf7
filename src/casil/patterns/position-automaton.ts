/**
 * A pattern as positions (Glushkov's automaton): each place that takes one byte, which places may follow it, and which
 * begin and end a match. There are no empty steps; `^ $ \b \B` have become conditions on the neighbouring bytes, and
 * those inside the pattern are already decided by leaving out what may not follow.
 */

/** What stands beside a byte: an ASCII word character, another byte, or the edge of the text. Masks are sums of these. */
export const WORD = 1;
export const OTHER = 2;
export const EDGE = 4;
export const ANYTHING = WORD | OTHER | EDGE;

export interface PositionAutomaton {
  /** The bytes each position takes: 256 entries each, 1 for members. Equal sets may be one object. */
  readonly members: readonly Uint8Array[];
  /** Per position: what may stand before it where it begins a match; 0 where it begins none. */
  readonly first: Uint8Array;
  /** Per position: what may stand after it where it ends a match; 0 where it ends none. */
  readonly last: Uint8Array;
  readonly follow: readonly Int32Array[];
  readonly precede: readonly Int32Array[];
  /**
   * Positions of one family are the same place in several copies of a counted repeat; -1 for those of no family.
   * Whatever leads to one of lower rank leads to one of higher rank too.
   */
  readonly family: Int32Array;
  readonly rank: Int32Array;
  readonly familyCount: number;
  /** Every position takes word characters only or none. */
  readonly wordsApart: boolean;
  /** Contexts in which the empty string matches: bit 3 * before + after, of the numbers 0 (word), 1 (other), 2 (edge). */
  readonly empty: number;
}

export function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a)
  );
}

/** 1 for word bytes. */
export const WORD_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => (isWordByte(byte) ? 1 : 0));
