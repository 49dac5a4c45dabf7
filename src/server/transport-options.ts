/** The configuration's word on connections, as the transport takes it. */
import type { Config } from '../config/schema.js';
import { tlsFiles, trustedProxies } from './credentials.js';
import type { TransportOptions } from '../transport/transport-options.js';

export function transportOptions(config: Config): TransportOptions {
  const { server, transport, limits } = config;
  return {
    host: server.host,
    port: server.port,
    allowedOrigins: server.allowed_origins,
    tls: tlsFiles(config.tls),
    trustedProxies: trustedProxies(config),
    pingIntervalMs: transport.ping_interval,
    pongDeadlineMs: transport.pong_deadline,
    headersTimeoutMs: transport.headers_timeout,
    requestTimeoutMs: transport.request_timeout,
    closeTimeoutMs: transport.close_timeout,
    connectionsMax: limits.connections_max,
    frameBytesMax: limits.frame_bytes_max,
    inboundBytesMax: limits.inbound_bytes_max,
    outboxBytesMax: limits.outbox_bytes_max,
    outboxAgeMaxMs: limits.outbox_age_max,
    batchBytesMax: limits.batch_bytes_max,
  };
}
