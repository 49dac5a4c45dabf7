/**
 * The checks between an upgrade request and a connection, in order: whom the request is from, whether it came encrypted,
 * its headers. Everything here is decided before a byte of WebSocket is spoken. [T-TLS-1]
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CidrSet } from '../base/cidr.js';
import { isLoopbackAddress } from '../base/loopback.js';
import { err, type Result } from '../base/result.js';
import type { ConnectionInfo } from './connection.js';
import { resolveClient } from './forwarded.js';
import { judgeHandshake, type HandshakeRules } from './handshake.js';
import type { PeerCertificate } from './peer-certificate.js';
import type { Refusal } from './refusal.js';

export interface AdmissionRules extends HandshakeRules {
  readonly trustedProxies: CidrSet;
}

export interface Refused {
  readonly refusal: Refusal;
  /** The client's as far as it was resolved, else the TCP peer's. */
  readonly remoteAddress: string;
}

/** @param certificate of the socket; one that was refused must not come here */
export function admitUpgrade(
  request: IncomingMessage,
  socket: Socket,
  certificate: PeerCertificate,
  rules: AdmissionRules,
): Result<Omit<ConnectionInfo, 'connectionId'>, Refused> {
  const peer = { address: socket.remoteAddress ?? '', encrypted: socket instanceof TLSSocket };
  const client = resolveClient(peer, request.headers, rules.trustedProxies);
  if (!client.ok) return refused(client.error, peer.address);
  const { address: remoteAddress, viaProxy, secure } = client.value;
  if (!secure && !isLoopbackAddress(remoteAddress)) return refused(NOT_ENCRYPTED, remoteAddress);
  const handshake = judgeHandshake(request, rules);
  if (!handshake.ok) return refused(handshake.error, remoteAddress);
  const peerCertificateSha256 = certificate.kind === 'verified' ? certificate.sha256 : null;
  return { ok: true, value: { remoteAddress, viaProxy, peerCertificateSha256, ...handshake.value } };
}

function refused(refusal: Refusal, remoteAddress: string): Result<never, Refused> {
  return err({ refusal, remoteAddress });
}

/** A server that listens beyond loopback without TLS of its own is meant to be reached through its proxy only. */
const NOT_ENCRYPTED: Refusal = {
  status: 403,
  reason: 'insecure',
  text: 'this connection is not encrypted, or its proxy does not say so (X-Forwarded-Proto: https); connect with wss://',
};
