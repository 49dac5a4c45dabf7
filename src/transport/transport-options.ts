import type { Cidr } from '../base/cidr.js';
import type { TlsFiles } from '../base/tls-files.js';

/** Settings of the transport; config/schema.ts has their meaning and defaults. Times in milliseconds. */
export interface TransportOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Browser origins that may connect, exactly as browsers send them. */
  readonly allowedOrigins: readonly string[];
  /** Null for plain HTTP. */
  readonly tls: TlsFiles | null;
  /** Reverse proxies whose word on the client behind them is taken. */
  readonly trustedProxies: readonly Cidr[];
  readonly pingIntervalMs: number;
  readonly pongDeadlineMs: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly closeTimeoutMs: number;
  readonly connectionsMax: number;
  /** Bytes of one inbound WebSocket message. */
  readonly frameBytesMax: number;
  /** Bytes of unfinished inbound messages, all connections together. */
  readonly inboundBytesMax: number;
  /** Bytes queued for one connection before the slow-consumer policy acts. */
  readonly outboxBytesMax: number;
  /** Age of the oldest queued chunk before the slow-consumer policy acts. */
  readonly outboxAgeMaxMs: number;
  /** Bytes of one outbound WebSocket message made of control frames; equal to the bound of shared batches. */
  readonly batchBytesMax: number;
}
