/**
 * The server under attack: a process of its own, limited as one that faces strangers would be. Its configuration and
 * whom it lets in stand here and nowhere else.
 */
import { createServer } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { RawClient } from '../raw/raw-client.js';
import { spawnServer, type SpawnedServer } from '../raw/spawned-server.js';
import { parseMetrics, type Metrics } from './metrics.js';

export const CHANNELS_PER_TENANT_MAX = 5_000;
export const CONNECTIONS_PER_ADDRESS_MAX = 1_000;
export const HISTORY_MIB_MAX = 64;
export const INBOUND_MIB_MAX = 16;

const CONFIGURATION = `
limits:
  connections_per_address_max: ${CONNECTIONS_PER_ADDRESS_MAX}
  channels_per_tenant_max: ${CHANNELS_PER_TENANT_MAX}
  inbound_bytes_max: ${INBOUND_MIB_MAX}MiB
  rates:
    connection: { messages: 10000, bytes: 16MiB }
    sender_per_channel: { messages: 5000, bytes: 8MiB }
storage: { memory_bytes_max: ${HISTORY_MIB_MAX}MiB }
`;

export interface Target {
  readonly server: SpawnedServer;
  /** Null where sessions need none. */
  readonly attackerCredential: string | null;
  /** A healthy client with a session. */
  connect(): Promise<RawClient>;
  scrape(): Promise<Metrics>;
  /** Names of the events logged so far, how often each. */
  readonly logged: ReadonlyMap<string, number>;
  end(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
  const adminToken = randomBytes(24).toString('base64url');
  const adminPort = await freePort();
  const logged = new Map<string, number>();
  const server = await spawnServer(`${CONFIGURATION}admin: { enabled: true, port: ${adminPort} }\n`, {
    env: { ARQONBUS_ADMIN_TOKEN: adminToken },
    onLogLine: (line) => {
      const event = /"event":"([^"]+)"/.exec(line)?.[1] ?? 'none';
      logged.set(event, (logged.get(event) ?? 0) + 1);
    },
  });
  return {
    server,
    attackerCredential: null,
    connect: () => RawClient.welcome(server.url),
    logged,
    async scrape() {
      const response = await fetch(`http://127.0.0.1:${adminPort}/metrics`, {
        headers: { authorization: `Bearer ${adminToken}` },
      });
      if (!response.ok) throw new Error(`no metrics: ${response.status}`);
      return parseMetrics(await response.text());
    },
    async end() {
      await server.end('SIGTERM');
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
