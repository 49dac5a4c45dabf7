/** Dotted IPv4 addresses (RFC 791): four decimal octets without leading zeros, and nothing that makes them a version. */
import type { MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { ALNUM, byteAt, DIGIT, asciiBytes, LETTER, runEnd, runStart, standsAt, WORD } from '../byte-text.js';
import { WordList } from '../word-list.js';

const OCTETS = 4;
export const OCTET_DIGITS_MAX = 3;
const CONTEXT_BYTES = 16;
/** Before numbers that count releases or chapters. */
const NUMBERED = new WordList([
  'version',
  'ver.',
  'ver:',
  'release',
  'build',
  'section',
  'chapter',
  'clause',
  'rev.',
  'oid',
  '$',
  '\u00a7',
]);
/** A network's own address, or a version. */
const ZEROS = asciiBytes('.0.0.0');
const LOOPBACK = 127;
const MULTICAST_FIRST = 224;
const DOT = 0x2e;
const DASH = 0x2d;
const SLASH = 0x2f;
const ZERO = 0x30;

/** Looks at an address that begins with the digits at `start`, the last before `afterDot` being a dot. */
export function matchIpv4(
  bytes: Uint8Array,
  from: number,
  to: number,
  start: number,
  afterDot: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  // Most dots end a sentence, or the zero of a decimal.
  if (bytes[start] === ZERO || DIGIT[byteAt(bytes, afterDot, from, to)] !== 1) return false;
  const before = byteAt(bytes, start - 1, from, to);
  if (WORD[before] === 1 || before === DOT) return false;
  const end = ipv4End(bytes, start, to);
  work.spend(end < 0 ? OCTET_DIGITS_MAX : end - start);
  if (end < 0 || !endsAddress(bytes, from, to, end)) return false;
  const first = octetValue(bytes, start, afterDot - 1);
  // Loopback, multicast, masks and broadcast.
  if (first === LOOPBACK || first >= MULTICAST_FIRST) return false;
  if (standsAt(bytes, ZEROS, afterDot - 1, end) && byteAt(bytes, end, from, to) !== SLASH) return false;
  if (isVersion(bytes, start, end) || isNumbered(bytes, from, start, work)) return false;
  match.start = start;
  match.end = end;
  match.verified = true;
  return true;
}

/** The byte after the four octets that begin at `start`, before `to`; -1 where there are none. */
export function ipv4End(bytes: Uint8Array, start: number, to: number): number {
  let at = start;
  for (let octet = 0; octet < OCTETS; octet += 1) {
    if (octet > 0) {
      if (at >= to || bytes[at] !== DOT) return -1;
      at += 1;
    }
    const end = runEnd(bytes, DIGIT, at, Math.min(to, at + OCTET_DIGITS_MAX + 1));
    if (octetValue(bytes, at, end) < 0) return -1;
    at = end;
  }
  return at;
}

/** 0 to 255 without a leading zero, or -1. */
function octetValue(bytes: Uint8Array, start: number, end: number): number {
  const digits = end - start;
  if (digits < 1 || digits > OCTET_DIGITS_MAX || (digits > 1 && bytes[start] === ZERO)) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) value = 10 * value + (bytes[at] as number) - ZERO;
  return value <= 255 ? value : -1;
}

function endsAddress(bytes: Uint8Array, from: number, to: number, end: number): boolean {
  const after = byteAt(bytes, end, from, to);
  const afterThat = byteAt(bytes, end + 1, from, to);
  if (WORD[after] === 1 || (after === DOT && ALNUM[afterThat] === 1)) return false;
  return after !== DASH || LETTER[afterThat] !== 1;
}

/** Three octets of one digit: a version or a chapter; one address in seventeen thousand looks like that. */
function isVersion(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start > 6 && bytes[start + 1] === DOT && bytes[start + 3] === DOT && bytes[start + 5] === DOT;
}

/** `Chrome/120.0.6099.1`, `version 1.2.3.4`. An address after a slash has a URL's second slash, or a path, before it. */
function isNumbered(bytes: Uint8Array, from: number, start: number, work: WorkBudget): boolean {
  const contextStart = Math.max(from, start - CONTEXT_BYTES);
  work.spend(start - contextStart);
  if (byteAt(bytes, start - 1, from, start) === SLASH) {
    const word = runStart(bytes, LETTER, start - 1, contextStart);
    const initial = byteAt(bytes, word, from, start);
    if (initial >= 0x41 && initial <= 0x5a) return true;
  }
  return NUMBERED.isWithin(bytes, contextStart, start);
}
