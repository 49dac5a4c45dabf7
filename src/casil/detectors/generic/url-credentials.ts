/**
 * Passwords in URLs: `scheme://user:password@host` (RFC 3986 section 3.2.1). The match is the password alone: the rest
 * of the address stays readable. As browsers do, the last `@` of the authority ends the user information.
 */
import { byteSetOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_SECRET } from '../../vocabulary.js';
import { ALNUM, byteAt } from '../byte-text.js';
import { characters, LOWER_LETTERS, mixed, pick, type RandomBelow } from '../made-up.js';
import { isPlaceholder } from './placeholder.js';

const AUTHORITY_BYTES_MAX = 512;
/** Ends an authority; a password that holds one of these must have it percent-encoded. */
const AUTHORITY_END = byteSetOf('/?#\\"\'`<>|^ \t\r\n');
const HOST_START = byteSetOf('[{$%<_');
const AT_SIGN = 0x40;
const COLON = 0x3a;

export const urlCredentials: Detector = {
  id: 'url-credentials',
  kind: KIND_SECRET,
  risk: 'high',
  group: 'secrets',
  title: 'Password in a URL',
  source: 'RFC 3986 section 3.2.1',
  anchors: [{ literal: '://' }],
  match: matchUrlCredentials,
  sample: (random) => url(random, mixed(random, 12)),
  nearMiss: (random) => url(random, pick(random, ['***', '<password>', '${DB_PASSWORD}', '{{ password }}', '%s', ''])),
};

function matchUrlCredentials(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  if (ALNUM[byteAt(bytes, hitStart - 1, from, to)] !== 1) return false;
  const limit = Math.min(to, hitEnd + AUTHORITY_BYTES_MAX);
  let colon = -1;
  let atSign = -1;
  let at = hitEnd;
  for (; at < limit; at += 1) {
    const byte = bytes[at] as number;
    if (AUTHORITY_END[byte] === 1) break;
    if (byte === COLON && colon < 0) colon = at;
    if (byte === AT_SIGN) atSign = at;
  }
  if (!work.spend(at - hitStart + 1)) return false;
  if (colon < 0 || atSign <= colon + 1) return false;
  const host = byteAt(bytes, atSign + 1, from, to);
  if (ALNUM[host] !== 1 && HOST_START[host] !== 1) return false;
  work.spend(2 * (atSign - colon));
  if (isPlaceholder(bytes, colon + 1, atSign)) return false;
  match.start = colon + 1;
  match.end = atSign;
  match.verified = false;
  return true;
}

function url(random: RandomBelow, password: string): string {
  const scheme = pick(random, ['postgres', 'https', 'amqp', 'redis', 'mongodb+srv']);
  const user = characters(random, LOWER_LETTERS, 6);
  return `${scheme}://${user}:${password}@db.${characters(random, LOWER_LETTERS, 8)}.net/main`;
}
