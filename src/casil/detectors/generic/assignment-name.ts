/**
 * The name on the left of an assignment: `DB_PASSWORD`, `clientSecret`, `x-api-key`. It counts when a word for a secret
 * ends it, give or take a few endings; `next_page_token`, `password_hash` and `secretary` name something else.
 */
import { byteSet, byteSetOf, unionOf } from '../../engine/byte-sets.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { byteAt, lower, runEnd, runStart } from '../byte-text.js';
import { WordList } from '../word-list.js';

/** How much a value must look like a secret depends on what its name promises. */
export type NameStrength = 'password' | 'key' | 'token';

export const PASSWORD_NAMES = ['password', 'passwd', 'passphrase', 'passwort', 'pwd'] as const;
/** Nobody calls anything else an API key. */
export const KEY_NAMES = ['api', 'access', 'private', 'signing', 'encryption', 'account', 'master', 'auth'].flatMap(
  (word) => [`${word}_key`, `${word}-key`, `${word}key`, `${word} key`],
);
/** What the bus, its tools and every paged API call things that are no secret. */
export const TOKEN_NAMES = ['secret', 'token', 'credential'] as const;

const NAME = unionOf(byteSet('word'), byteSetOf('-'));
const NAME_BYTES_MAX = 40;
/** Ends a name: the value is the secret itself. The longest first. */
const ENDINGS = new WordList([
  's',
  'key',
  '_key',
  '-key',
  ' key',
  'keybase64',
  '_key_base64',
  '_base64',
  'accesskey',
  '_access_key',
  '-access-key',
  ' access key',
  '_token',
  '-token',
  '_value',
  'value',
  '_prod',
  '_production',
  '_staging',
  '_dev',
  '_live',
  '_1',
  '_2',
  '1',
  '2',
]);
const ENDING_BYTES_MAX = 12;
/** Begin what `ENDINGS` holds. */
const ENDING_START = byteSetOf('sSkK_-aAvV12');

/** Anywhere before the word: no secret, whatever the value looks like. */
const OTHER_THINGS = new WordList([
  'page',
  'next',
  'prev',
  'cursor',
  'contin',
  'csrf',
  'xsrf',
  'idempot',
  'sync',
  'scroll',
  'resume',
  'request',
  'pagin',
  'delta',
  'offset',
  'marker',
  'search',
  'query',
  'change',
  'hash',
  'encrypted',
  'prompt',
  'completion',
  'input',
  'output',
  'total',
  'count',
  'max',
  'min',
  'limit',
  'stop',
  'start',
  'end_',
  'mask',
  'public',
  'ssh_host',
  'device',
  'reset',
  'forgot',
]);

/** Whether the name goes on after the word at `at` in a way that makes it something else; else where it ends. -1 for something else. */
export function endOfName(bytes: Uint8Array, at: number, to: number, work: WorkBudget): number {
  work.spend(1);
  const next = byteAt(bytes, at, 0, to);
  if (NAME[next] !== 1) return at + (next === 0x20 ? spacedEnding(bytes, at, to) : 0);
  if (ENDING_START[next] !== 1) return -1;
  const end = runEnd(bytes, NAME, at, Math.min(to, at + ENDING_BYTES_MAX + 1));
  work.spend(end - at);
  return ENDINGS.isWhole(bytes, at, end) ? end : -1;
}

/** Length of ` key` in `secret key`, or 0. */
function spacedEnding(bytes: Uint8Array, at: number, to: number): number {
  return lower(byteAt(bytes, at + 1, 0, to)) === 0x6b ? ENDINGS.lengthAt(bytes, at, Math.min(to, at + 4)) : 0;
}

/** Whether what stands before the word says that it names no secret. */
export function namesSomethingElse(bytes: Uint8Array, from: number, wordStart: number, work: WorkBudget): boolean {
  const start = startOfName(bytes, from, wordStart);
  work.spend(wordStart - start);
  return OTHER_THINGS.isWithin(bytes, start, wordStart);
}

/** Whether the name is an option of a command line: `--api-key`. */
export function isOption(bytes: Uint8Array, from: number, wordStart: number, work: WorkBudget): boolean {
  const start = startOfName(bytes, from, wordStart);
  work.spend(wordStart - start);
  return byteAt(bytes, start, from, wordStart) === 0x2d && byteAt(bytes, start + 1, from, wordStart) === 0x2d;
}

function startOfName(bytes: Uint8Array, from: number, wordStart: number): number {
  return runStart(bytes, NAME, wordStart, Math.max(from, wordStart - NAME_BYTES_MAX));
}

/** By the word that was found at bytes[start..), and the ending of its name at bytes[wordEnd..nameEnd). */
export function strengthOf(bytes: Uint8Array, start: number, wordEnd: number, nameEnd: number): NameStrength {
  const first = lower(bytes[start] as number);
  const second = lower(bytes[start + 1] as number);
  if (first === 0x70 && second !== 0x72) return 'password';
  const isKey = first !== 0x74 && first !== 0x63 && !(first === 0x73 && second === 0x65);
  if (isKey) return 'key';
  for (let at = wordEnd; at + 3 <= nameEnd; at += 1) if (lower(bytes[at] as number) === 0x6b) return 'key';
  return 'token';
}
