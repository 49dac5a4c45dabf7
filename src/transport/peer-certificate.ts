/** What a socket's TLS says of its peer. */
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Refusal } from './refusal.js';

/** `none`: plain TCP, or a peer that showed none. `refused`: shown, but not of an authority we know, or out of time. */
export type PeerCertificate =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'verified'; /** SHA-256, 64 lower-case hex digits. */ readonly sha256: string };

/** Sockets accept any certificate or none, so that the verdict is told in HTTP and counted. [T-TLS-1] */
export function peerCertificateOf(socket: Socket): PeerCertificate {
  if (!(socket instanceof TLSSocket)) return { kind: 'none' };
  // The certificate first: node:tls calls a resumed session authorized, with a certificate or without.
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return { kind: 'none' };
  if (!socket.authorized) return { kind: 'refused' };
  return { kind: 'verified', sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase() };
}

export const CERTIFICATE_REFUSED: Refusal = {
  status: 403,
  reason: 'certificate',
  text: 'the client certificate is not accepted; connect with a valid one of a known authority, or without',
};
