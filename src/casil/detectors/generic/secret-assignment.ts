/**
 * Secrets that are given away by their name: `password=...`, `"api_key": "..."`, `client_secret => '...'`, `--token ...`,
 * `<password>...</password>`. The match is the value. Names are judged in assignment-name.ts, values in
 * assignment-value.ts; this file finds where the value begins and ends. A guess by its nature, so its risk is medium.
 */
import { byteSetOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_SECRET } from '../../vocabulary.js';
import { byteAt, runEnd } from '../byte-text.js';
import { BASE64URL, characters, mixed, pick, type RandomBelow } from '../made-up.js';
import {
  endOfName,
  isOption,
  KEY_NAMES,
  namesSomethingElse,
  PASSWORD_NAMES,
  strengthOf,
  TOKEN_NAMES,
} from './assignment-name.js';
import { looksLikeSecret } from './assignment-value.js';

const VALUE_BYTES_MAX = 1024;
/** Between name and value: quotes, brackets, Markdown's stars, spaces. */
const SPACES_MAX = 8;
const CLOSING_MAX = 8;
const CLOSING = byteSetOf('"\'`\\]*');
const QUOTES = byteSetOf('"\'`');
/** Ends a value out of quotes; a colon or an equals sign begins the next assignment. */
const VALUE_END = byteSetOf(' \t\r\n"\'`\\,;&|()[]{}<>:=');
const SPACES = byteSetOf(' \t\r\n');
const PADDING = byteSetOf('=');
const PADDING_MAX = 2;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const EQUALS = 0x3d;
const COLON = 0x3a;
const GREATER = 0x3e;
const LESS = 0x3c;
const DOT = 0x2e;

export const secretAssignment: Detector = {
  id: 'secret-assignment',
  kind: KIND_SECRET,
  risk: 'medium',
  group: 'secrets',
  title: 'Password or secret by its name',
  source: 'no standard: names and values as configuration files, environments and APIs write them',
  anchors: [...PASSWORD_NAMES, ...KEY_NAMES, ...TOKEN_NAMES].map((literal) => ({ literal, ignoreCase: true })),
  match: matchAssignment,
  sample: (random) => assignment(random, pick(random, SAMPLE_NAMES), mixed(random, 24)),
  nearMiss: (random) =>
    random(2) === 0
      ? assignment(random, pick(random, OTHER_NAMES), mixed(random, 24))
      : assignment(random, pick(random, SAMPLE_NAMES), pick(random, ['<your-key>', '${SECRET}', 'changeme', 'none'])),
};

/** Where `separatorEnd` found the value to begin, and whether it may hold what is not quoted. */
let openQuote = 0;
let escapes = 0;

function matchAssignment(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  const nameEnd = endOfName(bytes, hitEnd, to, work);
  if (nameEnd < 0) return false;
  let pos = separatorEnd(bytes, nameEnd, to, work);
  if (pos < 0) {
    const isSpaced = byteAt(bytes, nameEnd, from, to) === SPACE && isOption(bytes, from, hitStart, work);
    if (!isSpaced) return false;
    pos = nameEnd + 1;
  }
  if (namesSomethingElse(bytes, from, hitStart, work)) return false;
  const start = valueStart(bytes, pos, to, work);
  const end = valueEnd(bytes, start, to);
  if (!work.spend(end - start + 1) || end - start >= VALUE_BYTES_MAX || end <= start) return false;
  if (openQuote === 0 ? isCode(bytes, end, to) : !isClosed(bytes, end, to)) return false;

  const strength = strengthOf(bytes, hitStart, hitEnd, nameEnd);
  work.spend(2 * (end - start));
  let unpadded = end;
  while (unpadded > start && bytes[unpadded - 1] === EQUALS) unpadded -= 1;
  if (!looksLikeSecret(bytes, start, unpadded, openQuote !== 0, strength)) return false;
  match.start = start;
  match.end = end;
  match.verified = false;
  return true;
}

/** The byte after `:`, `=`, `=>`, `:=` or the `>` of an element, with what closes the name before it; -1 without one. */
function separatorEnd(bytes: Uint8Array, nameEnd: number, to: number, work: WorkBudget): number {
  let at = nameEnd;
  const limit = Math.min(to, nameEnd + CLOSING_MAX);
  while (at < limit && CLOSING[bytes[at] as number] === 1) at += 1;
  if (byteAt(bytes, at, 0, to) === GREATER) return at + 1;
  at = skipSpaces(bytes, at, to);
  work.spend(at - nameEnd + 1);
  const first = byteAt(bytes, at, 0, to);
  const second = byteAt(bytes, at + 1, 0, to);
  if (first === EQUALS) return second === EQUALS ? -1 : at + (second === GREATER ? 2 : 1);
  if (first === COLON) return at + (second === EQUALS ? 2 : 1);
  return -1;
}

function skipSpaces(bytes: Uint8Array, at: number, to: number): number {
  const limit = Math.min(to, at + SPACES_MAX);
  while (at < limit && (bytes[at] === SPACE || bytes[at] === 0x09)) at += 1;
  return at;
}

/** Steps over spaces, stars, and an opening quote behind any number of backslashes, which it remembers. */
function valueStart(bytes: Uint8Array, pos: number, to: number, work: WorkBudget): number {
  openQuote = 0;
  escapes = 0;
  let at = pos;
  const starsMax = Math.min(to, at + 2);
  while (at < starsMax && bytes[at] === 0x2a) at += 1;
  at = skipSpaces(bytes, at, to);
  let quoteAt = at;
  while (quoteAt < to && quoteAt < at + CLOSING_MAX && bytes[quoteAt] === BACKSLASH) quoteAt += 1;
  const quote = byteAt(bytes, quoteAt, 0, to);
  work.spend(quoteAt - pos + 1);
  if (QUOTES[quote] !== 1) return at;
  openQuote = quote;
  escapes = quoteAt - at;
  return quoteAt + 1;
}

/** Where the value stops: at its closing quote, at white space, or out of quotes at whatever ends a value. */
function valueEnd(bytes: Uint8Array, start: number, to: number): number {
  const limit = Math.min(to, start + VALUE_BYTES_MAX);
  let at = start;
  if (openQuote !== 0) {
    while (at < limit && bytes[at] !== openQuote && SPACES[bytes[at] as number] !== 1) at += 1;
    return byteAt(bytes, at, 0, to) === openQuote && at - escapes >= start ? at - escapes : at;
  }
  while (at < limit && VALUE_END[bytes[at] as number] !== 1) at += 1;
  // Padding of base64 belongs to the value, another equals sign does not; nor does a full stop.
  const padded = runEnd(bytes, PADDING, at, Math.min(to, at + PADDING_MAX + 1));
  const isPadding = padded > at && padded - at <= PADDING_MAX;
  if (isPadding && (padded === to || VALUE_END[bytes[padded] as number] === 1)) return padded;
  while (at > start && bytes[at - 1] === DOT) at -= 1;
  return at;
}

/** Whether the quoted value is followed by its closing quote: with a space in it, it is prose. */
function isClosed(bytes: Uint8Array, end: number, to: number): boolean {
  const next = byteAt(bytes, end + escapes, 0, to);
  return next === openQuote || (end >= to && next === 0);
}

/** Whether the value goes on as an expression: `getSecret(...)`, `env[...]`, `Optional<...>`. */
function isCode(bytes: Uint8Array, end: number, to: number): boolean {
  const next = byteAt(bytes, end, 0, to);
  if (next === LESS) return byteAt(bytes, end + 1, 0, to) !== 0x2f;
  return next === 0x28 || next === 0x5b || next === 0x7b;
}

const SAMPLE_NAMES = ['password', 'DB_PASSWORD', 'api_key', 'apiKey', 'client_secret', 'auth_token', 'private_key'];
const OTHER_NAMES = ['next_page_token', 'pageToken', 'csrf_token', 'password_hash', 'max_tokens', 'idempotency_key'];

function assignment(random: RandomBelow, name: string, value: string): string {
  const id = characters(random, BASE64URL.slice(0, 52), 4);
  return pick(random, [`${name}=${value}`, `${name}: ${value}`, `"${name}": "${value}"`, `${id}.${name} = '${value}'`]);
}
