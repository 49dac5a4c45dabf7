/**
 * Judges an upgrade request by its headers alone: origin, subprotocol, what is presented. The URL is never read,
 * because URLs end up in logs. [P6] [T-AUTH-5]
 */
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '../base/result.js';
import { SUBPROTOCOL } from '../protocol/version.js';
import { readAssertion, readCredential } from './presented.js';
import type { Refusal } from './refusal.js';

export interface Handshake {
  /** Null where neither the Authorization header nor a bearer subprotocol carried one. */
  readonly credential: string | null;
  /** What the assertion header says, whoever wrote it; null where there is none. */
  readonly assertedPrincipal: string | null;
}

export interface HandshakeRules {
  readonly allowedOrigins: ReadonlySet<string>;
}

/** Header lines of a request beyond which it is refused; browsers send about 20. */
export const HEADERS_MAX = 64;

export function judgeHandshake(
  request: { readonly headers: IncomingHttpHeaders; readonly rawHeaders: readonly string[] },
  rules: HandshakeRules,
): Result<Handshake, Refusal> {
  const { headers, rawHeaders } = request;
  // rawHeaders alternates names and values. Node drops lines over its limit silently; a request whose headers were
  // dropped must not be judged by the rest.
  if (rawHeaders.length > HEADERS_MAX * 2) return err(TOO_MANY_HEADERS);
  const { origin } = headers;
  // Compared as the browser wrote it: every normalization would be one more way to be somebody else.
  if (origin !== undefined && !rules.allowedOrigins.has(origin)) return err(ORIGIN_NOT_ALLOWED);
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL)) return err(SUBPROTOCOL_NOT_SUPPORTED);
  const credential = readCredential(rawHeaders, offered);
  if (!credential.ok) return credential;
  const asserted = readAssertion(headers);
  if (!asserted.ok) return asserted;
  return ok({ credential: credential.value, assertedPrincipal: asserted.value });
}

const TOO_MANY_HEADERS: Refusal = {
  status: 431,
  reason: 'headers',
  text: `a request may have at most ${HEADERS_MAX} header lines`,
};
const ORIGIN_NOT_ALLOWED: Refusal = {
  status: 403,
  reason: 'origin',
  text: 'this origin may not connect; the operator lists origins in server.allowed_origins',
};
const SUBPROTOCOL_NOT_SUPPORTED: Refusal = {
  status: 400,
  reason: 'subprotocol',
  text: `supported WebSocket subprotocols: ${SUBPROTOCOL}`,
};
