/**
 * E-mail addresses as people write them (RFC 5321 and RFC 6531, without quoted local parts and address literals). An `@`
 * is many other things: user information of a URL, an SSH remote, an npm scope, a handle, an image at twice its size.
 */
import { byteSet, byteSetOf, unionOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { asciiBytes, byteAt, LETTER, runEnd, runStart, standsAt } from '../byte-text.js';
import { characters, LOWER_LETTERS, pick, type RandomBelow } from '../made-up.js';
import { WordList } from '../word-list.js';
import { emailDomainEnd } from './email-domain.js';

const LOCAL_BYTES_MAX = 64;
const LOCAL_ASCII = unionOf(byteSet('alnum'), byteSetOf("._%+-'&~#!$"));
/** Lead and following bytes of UTF-8 letters from U+00C0 to U+07FF: Latin, Greek, Cyrillic, Hebrew, Arabic. */
const LOCAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  LOCAL_ASCII[byte] === 1 || (byte >= 0x80 && byte <= 0xbf) || (byte >= 0xc3 && byte <= 0xdf) ? 1 : 0,
);
/** Stands in front of an address, not in it. */
const NOT_FIRST = byteSetOf(".%+-'&~#!$");
/** Letters of JSON's escapes of one character. */
const ESCAPED = byteSetOf('bfnrt');
const USER_INFO = unionOf(byteSet('word'), byteSetOf("-.~%!$&'()*+,;=:"));
const USER_INFO_BYTES_MAX = 128;
const SSH_PATH_START = unionOf(byteSet('alnum'), byteSetOf('~/._'));
const SSH_USERS = new WordList(['git', 'hg', 'svn', 'ssh', 'root', 'ubuntu', 'ec2-user', 'admin', 'deploy']);
const SLASHES = asciiBytes('//');
const AT_SIGN = 0x40;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const DOT = 0x2e;

export const email: Detector = {
  id: 'email',
  kind: KIND_PERSONAL_DATA,
  risk: 'medium',
  group: 'personal-data',
  title: 'E-mail address',
  source: 'RFC 5321 and RFC 6531',
  anchors: [{ literal: '@' }],
  match: matchEmail,
  sample: (random) => `${name(random)}@${name(random)}.${pick(random, ['com', 'org', 'example', 'co.uk', 'io'])}`,
  nearMiss: (random) =>
    pick(random, [
      `@${name(random)}/${name(random)}`,
      `git@${name(random)}.com:${name(random)}/${name(random)}.git`,
      `https://${name(random)}:pw@${name(random)}.net/`,
      `${name(random)}@4.17.${random(30)}`,
      `${name(random)}@2x.png`,
      `${name(random)}@${name(random)}`,
    ]),
};

function matchEmail(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  if (LOCAL[byteAt(bytes, hitStart - 1, from, to)] !== 1) return false;
  const runFrom = runStart(bytes, LOCAL, hitStart, Math.max(from, hitStart - LOCAL_BYTES_MAX - 8));
  if (!work.spend(hitStart - runFrom + 1)) return false;
  const start = localStart(bytes, from, runFrom, hitStart);
  if (!isLocalPart(bytes, from, start, hitStart)) return false;
  const end = emailDomainEnd(bytes, hitEnd, to, work);
  if (end < 0 || isUserInfo(bytes, from, start, work) || isRemote(bytes, start, hitStart, end, to)) return false;
  match.start = start;
  match.end = end;
  match.verified = false;
  return true;
}

/** Without the tail of an escape (`\n`, `\u003c`), half a character, or punctuation in front. */
function localStart(bytes: Uint8Array, from: number, runFrom: number, end: number): number {
  let start = runFrom;
  if (byteAt(bytes, start - 1, from, end) === BACKSLASH) {
    if (bytes[start] === 0x75) start += 5;
    else if (ESCAPED[bytes[start] as number] === 1) start += 1;
  }
  while (start < end) {
    const byte = bytes[start] as number;
    if (NOT_FIRST[byte] !== 1 && (byte < 0x80 || byte >= 0xc3)) break;
    start += 1;
  }
  return Math.min(start, end);
}

function isLocalPart(bytes: Uint8Array, from: number, start: number, end: number): boolean {
  if (start >= end || end - start > LOCAL_BYTES_MAX) return false;
  if (byteAt(bytes, start - 1, from, end) === AT_SIGN || bytes[end - 1] === DOT) return false;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === DOT && bytes[at + 1] === DOT) return false;
  }
  return true;
}

/** Whether a URL's `//` comes before it, with nothing between that ends user information. */
function isUserInfo(bytes: Uint8Array, from: number, start: number, work: WorkBudget): boolean {
  const infoStart = runStart(bytes, USER_INFO, start, Math.max(from, start - USER_INFO_BYTES_MAX));
  work.spend(start - infoStart);
  return (
    infoStart - 3 >= from &&
    standsAt(bytes, SLASHES, infoStart - 2, infoStart) &&
    byteAt(bytes, infoStart - 3, from, start) === COLON
  );
}

/** `git@host:path`: what comes after the colon is a path when the name is an account, or when it says so itself. */
function isRemote(bytes: Uint8Array, start: number, atSign: number, end: number, to: number): boolean {
  if (byteAt(bytes, end, 0, to) !== COLON) return false;
  const next = byteAt(bytes, end + 1, 0, to);
  if (SSH_PATH_START[next] !== 1) return false;
  if (next === 0x7e || next === 0x2f || SSH_USERS.isWhole(bytes, start, atSign)) return true;
  // A path of at least two parts, the first of which begins with a letter.
  const partEnd = runEnd(bytes, SSH_PATH_START, end + 1, Math.min(to, end + 1 + LOCAL_BYTES_MAX));
  for (let at = end + 2; at < partEnd; at += 1) if (bytes[at] === 0x2f) return LETTER[next] === 1;
  return false;
}

function name(random: RandomBelow): string {
  const letters = characters(random, LOWER_LETTERS, 4 + random(6));
  return random(3) === 0 ? `${letters}${random(1000)}` : letters;
}
