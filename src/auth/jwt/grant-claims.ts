/**
 * What a token says its bearer may do: the grants claim, an object of lists such as
 * `{"publish": ["orders:*"], "subscribe": ["orders:*"], "command": ["join", "leave"]}`, and the addresses to join when a
 * session opens. All of it must make sense: a typing error that silently grants nothing helps nobody. [T-AUTH-7]
 */
import { parseAddress } from '../../protocol/address.js';
import { findMalformedGrants } from '../authorize.js';
import { coversAddress, parseGrantPattern } from '../grant-pattern.js';
import type { GrantSet } from '../principal.js';
import { isJsonObject, memberOf } from './strict-json.js';
import { readStringList } from './string-list.js';

const GRANT_NAMES = ['publish', 'subscribe', 'history', 'create', 'command'] as const satisfies (keyof GrantSet)[];

const PATTERNS_MAX = 256;
/** Two identifiers of 128, a colon and two stars. */
const PATTERN_CHARS_MAX = 260;
const COMMAND = /^(?:\*|[a-z][a-z0-9_]{0,63})$/;
const SUBSCRIPTIONS_MAX = 64;

/** Null unless the claim is an object with lists of well-formed patterns under known names only. */
export function readGrants(claim: unknown): GrantSet | null {
  if (!isJsonObject(claim)) return null;
  const known: readonly string[] = GRANT_NAMES;
  if (Object.keys(claim).some((name) => !known.includes(name))) return null;
  const [publish, subscribe, history, create] = GRANT_NAMES.slice(0, 4).map((name) =>
    readStringList(memberOf(claim, name), PATTERNS_MAX, isPatternText),
  );
  const command = readStringList(memberOf(claim, 'command'), PATTERNS_MAX, isCommandPattern);
  if (!publish || !subscribe || !history || !create || !command) return null;
  const grants = { publish, subscribe, history, create, command };
  return findMalformedGrants(grants).length === 0 ? grants : null;
}

/**
 * @returns each address once, as `room:channel`; null when one is malformed or not within the grants to subscribe
 */
export function readSubscriptions(claim: unknown, grants: GrantSet): readonly string[] | null {
  const texts = readStringList(claim, SUBSCRIPTIONS_MAX, isPatternText);
  if (texts === null) return null;
  const patterns = grants.subscribe.map(parseGrantPattern);
  const addresses = new Set<string>();
  for (const text of texts) {
    const parsed = parseAddress(text);
    if (!parsed.ok) return null;
    const { room, channel } = parsed.value;
    if (!patterns.some((pattern) => pattern !== null && coversAddress(pattern, room, channel))) return null;
    addresses.add(`${room}:${channel}`);
  }
  return [...addresses];
}

function isPatternText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= PATTERN_CHARS_MAX;
}

function isCommandPattern(value: unknown): value is string {
  return typeof value === 'string' && COMMAND.test(value);
}
