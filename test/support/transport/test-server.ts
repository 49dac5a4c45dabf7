/** A real transport on a free port with short timeouts, and everything its sinks and its telemetry were told. */
import { systemClock } from '../../../src/base/clock.js';
import { createFlushLoop } from '../../../src/base/flush-loop.js';
import { createHotCounters, type TelemetryEvent } from '../../../src/telemetry/events.js';
import type { Connection } from '../../../src/transport/connection.js';
import type { TransportOptions } from '../../../src/transport/transport-options.js';
import { createTransport, type Transport } from '../../../src/transport/websocket-server.js';

export interface Accepted {
  readonly connection: Connection;
  readonly messages: Buffer[];
  readonly closeCodes: number[];
}

export interface TestServer {
  readonly transport: Transport;
  readonly port: number;
  readonly accepted: Accepted[];
  readonly events: TelemetryEvent[];
  readonly counters: ReturnType<typeof createHotCounters>;
}

export const TEST_OPTIONS: TransportOptions = {
  host: '127.0.0.1',
  port: 0,
  allowedOrigins: ['https://app.example'],
  tls: null,
  trustedProxies: [],
  pingIntervalMs: 60_000,
  pongDeadlineMs: 60_000,
  headersTimeoutMs: 400,
  requestTimeoutMs: 800,
  closeTimeoutMs: 400,
  connectionsMax: 1_000,
  frameBytesMax: 262_144,
  inboundBytesMax: 67_108_864,
  outboxBytesMax: 1_048_576,
  outboxAgeMaxMs: 60_000,
  batchBytesMax: 65_536,
};

/** @param onMessage what the sink does beside recording; echoing, for example. */
export async function startTestServer(
  overrides: Partial<TransportOptions> = {},
  onMessage?: (connection: Connection, bytes: Buffer) => void,
): Promise<TestServer> {
  const accepted: Accepted[] = [];
  const events: TelemetryEvent[] = [];
  const counters = createHotCounters();
  const transport = createTransport(
    { ...TEST_OPTIONS, ...overrides },
    {
      clock: systemClock,
      telemetry: { emit: (event) => void events.push(event) },
      counters,
      flushLoop: createFlushLoop(),
      openSink(connection) {
        const one: Accepted = { connection, messages: [], closeCodes: [] };
        accepted.push(one);
        return {
          onMessage(bytes) {
            one.messages.push(Buffer.from(bytes));
            onMessage?.(connection, bytes);
          },
          onClose: (code) => void one.closeCodes.push(code),
        };
      },
    },
  );
  const { port } = await transport.listen();
  return { transport, port, accepted, events, counters };
}
