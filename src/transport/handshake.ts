/**
 * Judges an upgrade request by its headers alone: origin, subprotocol, credential. The URL is never read, because URLs
 * end up in logs. [P6]
 */
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '../base/result.js';
import { BEARER_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from '../protocol/version.js';
import type { Refusal } from './refusal.js';

export interface Handshake {
  /** Null where neither the Authorization header nor a bearer subprotocol carried one. */
  readonly credential: string | null;
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
  // rawHeaders alternates names and values. Node drops lines over its limit silently; a request whose headers were
  // dropped must not be judged by the rest.
  if (request.rawHeaders.length > HEADERS_MAX * 2) return err(TOO_MANY_HEADERS);
  const { origin, authorization } = request.headers;
  if (origin !== undefined && !rules.allowedOrigins.has(origin)) return err(ORIGIN_NOT_ALLOWED);
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL)) return err(SUBPROTOCOL_NOT_SUPPORTED);
  return ok({ credential: bearerOfHeader(authorization) ?? bearerOfSubprotocols(offered) });
}

/** RFC 6750, section 2.1; the scheme's name is case-insensitive (RFC 9110, section 11.1). */
function bearerOfHeader(authorization: string | undefined): string | null {
  return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

function bearerOfSubprotocols(offered: readonly string[]): string | null {
  const found = offered.find((name) => name.startsWith(BEARER_SUBPROTOCOL_PREFIX));
  const token = found?.slice(BEARER_SUBPROTOCOL_PREFIX.length) ?? '';
  return token === '' ? null : token;
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
