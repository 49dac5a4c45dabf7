/**
 * Who a request comes from. A reverse proxy in `server.trusted_proxies` is believed about the client behind it; what
 * anybody else writes into the same headers is ignored. [T-TLS-1] [P6]
 *
 * - `X-Forwarded-For` and `Forwarded` (RFC 7239): entries are read from the right, the end the nearest proxy wrote; the
 *   first that is no trusted proxy is the client. What stands further left is the client's own word and is not read.
 * - A proxy maintains one of the two and lets the other pass, so where both are present they must agree.
 * - The PROXY protocol is not spoken: a load balancer that knows nothing else must pass TLS through.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { canonicalAddress, parseIpAddress, type CidrSet } from '../base/cidr.js';
import { err, ok, type Result } from '../base/result.js';
import { parseForwarded, type ForwardedElement } from './forwarded-header.js';
import type { Refusal } from './refusal.js';

export interface Client {
  /** In canonical form, so that one address has one name. */
  readonly address: string;
  /** The TCP peer is a trusted proxy. */
  readonly viaProxy: boolean;
  /** Encrypted all the way as far as is known: here, or as the proxy says. */
  readonly secure: boolean;
}

/** What the TCP connection itself tells. */
export interface Peer {
  readonly address: string;
  readonly encrypted: boolean;
}

export function resolveClient(peer: Peer, headers: IncomingHttpHeaders, trusted: CidrSet): Result<Client, Refusal> {
  const peerAddress = canonicalAddress(peer.address) ?? peer.address;
  if (!trusted.has(peerAddress)) return ok({ address: peerAddress, viaProxy: false, secure: peer.encrypted });

  const elements = headers.forwarded === undefined ? [] : parseForwarded(headers.forwarded);
  if (elements === null) return err(FORWARDED_MALFORMED);
  const list = headerText(headers['x-forwarded-for']);
  const listed = list === undefined ? null : findClient(list.split(','), trusted);
  const told =
    elements.length === 0
      ? null
      : findClient(
          elements.map((element) => element.for ?? ''),
          trusted,
        );
  if (listed === 'malformed' || told === 'malformed') return err(FORWARDED_MALFORMED);
  if (listed !== null && told !== null && listed.address !== told.address) return err(FORWARDED_MALFORMED);

  const address = listed?.address ?? told?.address ?? peerAddress;
  const schemes = schemesOf(headers, elements.slice(told?.index ?? 0));
  // Nothing said is not said to be secure.
  return ok({ address, viaProxy: true, secure: schemes.length > 0 && schemes.every(isSecureScheme) });
}

/** The rightmost entry that is no trusted proxy; the leftmost where all are. */
function findClient(entries: readonly string[], trusted: CidrSet): { address: string; index: number } | 'malformed' {
  let found: { address: string; index: number } | 'malformed' = 'malformed';
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const address = addressOfNode((entries[index] ?? '').trim());
    if (address === null) return 'malformed';
    found = { address, index };
    if (!trusted.has(address)) return found;
  }
  return found;
}

/** `192.0.2.1`, `192.0.2.1:80`, `[2001:db8::1]`, `[2001:db8::1]:80` (RFC 7239, 6), and a bare IPv6 address. */
function addressOfNode(text: string): string | null {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|(\d{1,3}(?:\.\d{1,3}){3}))(?::\d{1,5})?$/.exec(text);
  const plain = match?.[1] ?? match?.[2] ?? text;
  // Brackets are for IPv6, and a zone means nothing to anyone else.
  if (match?.[1] !== undefined && !match[1].includes(':')) return null;
  return parseIpAddress(plain) === null ? null : canonicalAddress(plain);
}

function schemesOf(headers: IncomingHttpHeaders, elements: readonly ForwardedElement[]): readonly string[] {
  const told = elements.flatMap(({ proto }) => (proto === undefined ? [] : [proto]));
  const listed = headerText(headers['x-forwarded-proto'])?.split(',') ?? [];
  return [...told, ...listed];
}

function isSecureScheme(scheme: string): boolean {
  return /^\s*(https|wss)\s*$/i.test(scheme);
}

/** Lines of one name are one list (RFC 9110, 5.3). */
function headerText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(',');
}

const FORWARDED_MALFORMED: Refusal = {
  status: 400,
  reason: 'forwarded',
  text: 'the forwarding headers of this request do not say who it is from',
};
