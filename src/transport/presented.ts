/**
 * What an upgrade request presents of who it speaks for: a credential in the Authorization header or in a bearer
 * subprotocol, and what a gateway says of the client behind it. Never from the URL, which ends up in logs. [T-AUTH-5]
 */
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '../base/result.js';
import { BEARER_SUBPROTOCOL_PREFIX } from '../protocol/version.js';
import type { Refusal } from './refusal.js';

export const ASSERTION_HEADER = 'arqonbus-principal';

/** A principal with a hundred grants stays below this; Node's bound for all headers together is 16 KiB. */
export const ASSERTION_BYTES_MAX = 8_192;

/**
 * The one credential, wherever and however often it stands; null if there is none.
 *
 * @param rawHeaders names and values alternating. Node keeps the first Authorization line and drops others silently; a
 * proxy in front may have judged another one.
 */
export function readCredential(
  rawHeaders: readonly string[],
  offeredSubprotocols: readonly string[],
): Result<string | null, Refusal> {
  const presented = new Set([...bearersOfHeaders(rawHeaders), ...bearersOfSubprotocols(offeredSubprotocols)]);
  if (presented.size > 1) return err(CREDENTIALS_AMBIGUOUS);
  const [only] = presented;
  return ok(only !== undefined && /^\S+$/.test(only) ? only : null);
}

/** The header's content, not yet believed by anyone; null if it is absent. */
export function readAssertion(headers: IncomingHttpHeaders): Result<string | null, Refusal> {
  const value = headers[ASSERTION_HEADER];
  if (value === undefined) return ok(null);
  const text = typeof value === 'string' ? value : value.join(',');
  return text.length > ASSERTION_BYTES_MAX ? err(ASSERTION_TOO_LARGE) : ok(text);
}

/**
 * RFC 6750, section 2.1; the scheme's name is case-insensitive (RFC 9110, section 11.1). Other schemes are for others
 * on the way. What is no token is kept, because it is different from any token beside it.
 */
function bearersOfHeaders(rawHeaders: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'authorization') continue;
    const match = /^bearer(?: +(.*))?$/i.exec(rawHeaders[index + 1] ?? '');
    if (match !== null) found.push(match[1] ?? '');
  }
  return found;
}

function bearersOfSubprotocols(offered: readonly string[]): readonly string[] {
  return offered
    .filter((name) => name.startsWith(BEARER_SUBPROTOCOL_PREFIX) && name !== BEARER_SUBPROTOCOL_PREFIX)
    .map((name) => name.slice(BEARER_SUBPROTOCOL_PREFIX.length));
}

const CREDENTIALS_AMBIGUOUS: Refusal = {
  status: 400,
  reason: 'credentials',
  text: 'the request carries more than one credential; send one',
};
const ASSERTION_TOO_LARGE: Refusal = {
  status: 431,
  reason: 'assertion',
  text: `${ASSERTION_HEADER} may have at most ${ASSERTION_BYTES_MAX} bytes`,
};
