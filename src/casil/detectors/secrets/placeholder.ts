/**
 * Keeps quiet about tokens that only look the part: documentation is full of `EXAMPLE`, `xxxx`, `12345678` and rows of
 * zeros in the right shape. A token somebody could use has none of these but by a chance below one in ten thousand.
 */

/** Lower case; a token that contains one of them was written by a person. */
const WORDS = ['example', 'your', 'xxxx', 'placeholder', 'redacted', 'changeme', 'dummy', 'sample', 'insert', '....'];
/** Equal neighbours: `0000000`. Seven, because base64 of small numbers begins with up to six `A`. */
const EQUAL_RUN_BYTES = 7;
/** Steps of one: `abcdefgh`, `12345678`, `01234567890`. */
const STEP_RUN_BYTES = 8;

const WORD_BYTES = WORDS.map((word) => Uint8Array.from(Buffer.from(word, 'latin1')));
/** Indexed by a lower-case byte: words that begin with it. */
const WORDS_BY_FIRST: (readonly Uint8Array[])[] = Array.from({ length: 256 }, (_, byte) =>
  WORD_BYTES.filter((word) => word[0] === byte),
);
const BEGINS_WORD = Uint8Array.from(WORDS_BY_FIRST, (words) => (words.length > 0 ? 1 : 0));

/** Whether one stands in bytes[start..end). */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  return placeholderIn(bytes, start, end) >= 0;
}

/** Where the first one in bytes[start..end) begins, or -1. Looks at what is before it, or at all, once. */
export function placeholderIn(bytes: Uint8Array, start: number, end: number): number {
  let equalRun = 1;
  let stepRun = 1;
  let previous = -1;
  for (let at = start; at < end; at += 1) {
    const byte = lower(bytes[at] as number);
    equalRun = byte === previous ? equalRun + 1 : 1;
    stepRun = byte === previous + 1 || (previous === DIGIT_NINE && byte === DIGIT_ZERO) ? stepRun + 1 : 1;
    if (equalRun >= EQUAL_RUN_BYTES || stepRun >= STEP_RUN_BYTES) return at + 1 - Math.max(equalRun, stepRun);
    if (BEGINS_WORD[byte] === 1 && wordStandsAt(bytes, at, byte, end)) return at;
    previous = byte;
  }
  return -1;
}

const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** Whether a word whose first byte is `byte` stands at `at`, before `end`. */
function wordStandsAt(bytes: Uint8Array, at: number, byte: number, end: number): boolean {
  for (const word of WORDS_BY_FIRST[byte] as readonly Uint8Array[]) {
    if (at + word.length <= end && standsAt(bytes, at, word)) return true;
  }
  return false;
}

function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (lower(bytes[at + index] ?? 0) !== word[index]) return false;
  }
  return true;
}
