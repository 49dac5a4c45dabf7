/**
 * Credentials of HTTP authentication: `Bearer` (RFC 6750) and `Basic` (RFC 7617), in a header or on their own, as a
 * header's value is when name and value travel apart. The match is the credential, not the scheme. Both words are
 * English too, so a bearer token must look made up and a basic credential must decode to `user:password`.
 */
import { byteSet, byteSetOf, unionOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import { entropyBits } from '../../engine/entropy.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_SECRET } from '../../vocabulary.js';
import { ALNUM, byteAt, DIGIT, LETTER, lower, runEnd, WORD } from '../byte-text.js';
import { LOWER_LETTERS, characters, mixed, pick, type RandomBelow } from '../made-up.js';
import { WordList } from '../word-list.js';
import { decodeBase64, decoded } from './base64.js';
import { isPlaceholder } from './placeholder.js';

/** b64token of RFC 6750. */
const TOKEN = unionOf(byteSet('base64'), byteSetOf('-._~'));
const BASE64 = byteSet('base64');
const SPACES_MAX = 3;
const TOKEN_BYTES_MAX = 4096;
/** Right after a header's name a token may be short; anywhere else it must not be a word. */
const TOKEN_BYTES_MIN_IN_HEADER = 8;
const TOKEN_BYTES_MIN = 16;
const ENTROPY_MIN_BITS = 2.5;
/** `a:bc`. */
const BASIC_BYTES_MIN = 6;
const BASIC_BYTES_MAX = 512;
const HEADER_NAME = new WordList(['authorization', 'authorisation']);
/** `Authorization`, quotes in any number of escapes, a colon. */
const HEADER_NAME_BYTES = 28;
const LETTER_A = 0x61;
const EQUALS = 0x3d;
const COLON = 0x3a;

export const authorizationHeader: Detector = {
  id: 'authorization-header',
  kind: KIND_SECRET,
  risk: 'high',
  group: 'secrets',
  title: 'HTTP Bearer or Basic credential',
  source: 'RFC 6750 and RFC 7617',
  anchors: [
    { literal: 'bearer ', ignoreCase: true },
    { literal: 'basic ', ignoreCase: true },
  ],
  match: matchAuthorization,
  sample: (random) => header(random, mixed(random, 32), `${characters(random, LOWER_LETTERS, 6)}:${mixed(random, 9)}`),
  nearMiss: (random) => header(random, pick(random, ['<token>', '${TOKEN}', '{{token}}', 'authentication']), 'plan'),
};

function matchAuthorization(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  if (WORD[byteAt(bytes, hitStart - 1, from, to)] === 1) return false;
  let start = hitEnd;
  while (start < to && start < hitEnd + SPACES_MAX && bytes[start] === 0x20) start += 1;
  const end = runEnd(bytes, TOKEN, start, Math.min(to, start + TOKEN_BYTES_MAX));
  if (!work.spend(end - hitStart) || end === start) return false;
  const isBasic = lower(bytes[hitStart + 1] as number) === LETTER_A;
  if (!(isBasic ? isUserAndPassword(bytes, start, end) : isBearer(bytes, from, hitStart, start, end, work))) {
    return false;
  }
  match.start = start;
  match.end = end;
  while (match.end < to && match.end < end + 2 && bytes[match.end] === EQUALS) match.end += 1;
  match.verified = isBasic;
  return true;
}

function isBearer(
  bytes: Uint8Array,
  from: number,
  hitStart: number,
  start: number,
  end: number,
  work: WorkBudget,
): boolean {
  if (end - start < TOKEN_BYTES_MIN_IN_HEADER || !work.spend(2 * (end - start))) return false;
  if (isPlaceholder(bytes, start, end)) return false;
  let digits = 0;
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    if (DIGIT[bytes[at] as number] === 1) digits += 1;
    if (LETTER[bytes[at] as number] === 1) letters += 1;
  }
  if (digits === 0 || entropyBits(bytes, start, end) < ENTROPY_MIN_BITS) return false;
  if (end - start >= TOKEN_BYTES_MIN && letters > 0 && digits > 1) return true;
  const nameStart = Math.max(from, hitStart - HEADER_NAME_BYTES);
  work.spend(hitStart - nameStart);
  return HEADER_NAME.isWithin(bytes, nameStart, hitStart);
}

function isUserAndPassword(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < BASIC_BYTES_MIN || end - start > BASIC_BYTES_MAX) return false;
  if (runEnd(bytes, BASE64, start, end) !== end) return false;
  const length = decodeBase64(bytes, start, end);
  let colon = -1;
  for (let at = 0; at < length; at += 1) {
    const byte = decoded[at] as number;
    if (byte < 0x20 || byte === 0x7f) return false;
    if (byte === COLON && colon < 0) colon = at;
  }
  if (colon < 0 || colon + 1 >= length) return false;
  // Text that decodes by chance is mostly bytes above 0x7f; names begin with a letter or digit.
  return ALNUM[decoded[0] as number] === 1 && !isPlaceholder(decoded, colon + 1, length);
}

function header(random: RandomBelow, bearer: string, userAndPassword: string): string {
  const value =
    random(2) === 0 ? `Bearer ${bearer}` : `Basic ${Buffer.from(userAndPassword, 'latin1').toString('base64')}`;
  return pick(random, [`Authorization: ${value}`, `"authorization": "${value}"`, `-H 'Authorization: ${value}'`]);
}
