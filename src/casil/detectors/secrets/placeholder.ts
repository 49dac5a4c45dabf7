/**
 * Keeps quiet about tokens that only look the part: documentation is full of `EXAMPLE`, `xxxx`, `12345678` and rows of
 * zeros in the right shape. A token somebody could use has none of these but by a chance below one in ten thousand.
 */

import { InvariantError } from '../../../base/invariant.js';
import type { Detector, Matcher } from '../../engine/detector.js';

/** Lower case; a token that contains one of them was written by a person. */
const WORDS = ['example', 'your', 'xxxx', 'placeholder', 'redacted', 'changeme', 'dummy', 'sample', 'insert', '....'];
/** Equal neighbours: `0000000`. Seven, because base64 of small numbers begins with up to six `A`. */
const EQUAL_RUN_BYTES = 7;
/** Steps of one: `abcdefgh`, `12345678`, `01234567890`. */
const STEP_RUN_BYTES = 8;
/** Samples made before one that is none. */
const TRIES_MAX = 20;

const WORD_BYTES = WORDS.map((word) => Uint8Array.from(Buffer.from(word, 'latin1')));
/** Indexed by a lower-case byte: words that begin with it. */
const WORDS_BY_FIRST: (readonly Uint8Array[])[] = Array.from({ length: 256 }, (_, byte) =>
  WORD_BYTES.filter((word) => word[0] === byte),
);

/** The detector without its matches on placeholders. */
export function silenceOnPlaceholders(detector: Detector): Detector {
  const inner = detector.match;
  const match: Matcher = (bytes, from, to, hitStart, hitEnd, found, work, memo) => {
    if (!inner(bytes, from, to, hitStart, hitEnd, found, work, memo)) return false;
    work.spend(found.end - found.start);
    return !isPlaceholder(bytes, found.start, found.end);
  };
  return { ...detector, match, sample: (random) => sampleOf(detector, random) };
}

/** One made-up value in ten thousand looks like a placeholder by chance: make another. */
function sampleOf(detector: Detector, random: (below: number) => number): string {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const sample = detector.sample(random);
    const bytes = Buffer.from(sample, 'latin1');
    if (!isPlaceholder(bytes, 0, bytes.length)) return sample;
  }
  throw new InvariantError(`${detector.id}: every sample looks like a placeholder`);
}

/** Looks at bytes[start..end) once. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  let equalRun = 1;
  let stepRun = 1;
  let previous = -1;
  for (let at = start; at < end; at += 1) {
    const byte = lower(bytes[at] ?? 0);
    equalRun = byte === previous ? equalRun + 1 : 1;
    stepRun = byte === previous + 1 || (previous === DIGIT_NINE && byte === DIGIT_ZERO) ? stepRun + 1 : 1;
    if (equalRun >= EQUAL_RUN_BYTES || stepRun >= STEP_RUN_BYTES) return true;
    for (const word of WORDS_BY_FIRST[byte] ?? []) {
      if (at + word.length <= end && standsAt(bytes, at, word)) return true;
    }
    previous = byte;
  }
  return false;
}

const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (lower(bytes[at + index] ?? 0) !== word[index]) return false;
  }
  return true;
}
