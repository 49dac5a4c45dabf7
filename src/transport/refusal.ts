/** Saying no to an upgrade request in plain HTTP, and letting go of the socket whatever the peer does. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Refusal {
  /** HTTP status. */
  readonly status: number;
  /** A stable word for telemetry. */
  readonly reason: string;
  /** For people; holds nothing of the request. */
  readonly text: string;
  /** Seconds (RFC 9110, section 10.2.3). */
  readonly retryAfterSeconds?: number;
}

export const AT_CONNECTION_LIMIT: Refusal = {
  status: 503,
  reason: 'busy',
  text: 'the server is at limits.connections_max; connect again later',
  retryAfterSeconds: 5,
};
export const DRAINING: Refusal = {
  status: 503,
  reason: 'draining',
  text: 'the server is going away; connect again',
  retryAfterSeconds: 1,
};
export const UPGRADE_REQUIRED: Refusal = {
  status: 426,
  reason: 'not_websocket',
  text: 'this is an ArqonBus WebSocket endpoint; connect with a WebSocket client',
};

/** Answers and closes. The socket goes when the answer has left, not when the peer agrees. */
export function refuse(socket: Duplex, refusal: Refusal): void {
  const body = `${refusal.text}\n`;
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  if (refusal.retryAfterSeconds !== undefined) head.push(`Retry-After: ${refusal.retryAfterSeconds}`);
  // A peer that vanishes while it is being refused is no event worth a word.
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
