/**
 * The server under attack: a process of its own, limited as one that faces strangers would be. Its configuration and
 * whom it lets in stand here and nowhere else.
 */
import { createServer } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateApiKey } from '../../../src/auth/api-key/api-key.js';
import { RawClient } from '../raw/raw-client.js';
import { spawnServer, type SpawnedServer } from '../raw/spawned-server.js';
import { ATTACK_NAMES, type AttackName } from './attack.js';
import { parseMetrics, type Metrics } from './metrics.js';

export const CHANNELS_PER_TENANT_MAX = 5_000;
export const HISTORY_MIB_MAX = 64;
export const INBOUND_MIB_MAX = 16;

const configuration = (connectionsPerAddressMax: number): string => `
limits:
  connections_per_address_max: ${connectionsPerAddressMax}
  channels_per_tenant_max: ${CHANNELS_PER_TENANT_MAX}
  inbound_bytes_max: ${INBOUND_MIB_MAX}MiB
# A peer that reads nothing answers no pings.
transport: { ping_interval: 3s, pong_deadline: 2s }
storage: { memory_bytes_max: ${HISTORY_MIB_MAX}MiB }
`;

export interface Target {
  readonly server: SpawnedServer;
  /** Of the tenant `attacker`. Each attack is a subject of its own: one that gets banned stays out for a time. */
  credentialFor(name: AttackName): string;
  /** A healthy client with a session. */
  connect(): Promise<RawClient>;
  scrape(): Promise<Metrics>;
  /** Names of the events logged so far, how often each. */
  readonly logged: ReadonlyMap<string, number>;
  /** Lines of the log that are no information and no warning: errors, and what is no line of the log at all. */
  readonly alarms: readonly string[];
  readonly alive: boolean;
  end(): Promise<void>;
}

export async function startTarget(connectionsPerAddressMax: number): Promise<Target> {
  const adminToken = randomBytes(24).toString('base64url');
  const adminPort = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'arqonbus-attacks-'));
  const healthy = newKey('healthy', 'healthy');
  const attackers = new Map(ATTACK_NAMES.map((name) => [name, newKey('attacker', name)]));
  const keyFile = join(folder, 'api-keys.yaml');
  const entries = [healthy, ...attackers.values()].map(({ entry }) => entry);
  writeFileSync(keyFile, JSON.stringify({ version: 1, keys: entries }), { mode: 0o600 });
  const sections = [
    `auth: { mode: required, api_keys: { file: ${keyFile} } }`,
    `admin: { enabled: true, port: ${adminPort} }`,
  ];
  const logged = new Map<string, number>();
  const alarms: string[] = [];
  const server = await spawnServer(`${configuration(connectionsPerAddressMax)}${sections.join('\n')}\n`, {
    env: { ARQONBUS_ADMIN_TOKEN: adminToken },
    onLogLine: (line) => {
      if (!/"level":"(info|warn)"/.test(line)) alarms.push(line);
      const event = /"event":"([^"]+)"/.exec(line)?.[1] ?? 'none';
      logged.set(event, (logged.get(event) ?? 0) + 1);
    },
  });
  return {
    server,
    credentialFor: (name) => attackers.get(name)?.key ?? '',
    async connect() {
      const client = await RawClient.open(server.url);
      await client.ask({ hello: { sdk: 'raw', token: healthy.key } });
      return client;
    },
    logged,
    alarms,
    get alive() {
      return server.process.exitCode === null && server.process.signalCode === null;
    },
    async scrape() {
      const response = await fetch(`http://127.0.0.1:${adminPort}/metrics`, {
        headers: { authorization: `Bearer ${adminToken}` },
      });
      if (!response.ok) throw new Error(`no metrics: ${response.status}`);
      return parseMetrics(await response.text());
    },
    async end() {
      await server.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A key that may do everything within its tenant, and its entry in the file of keys. */
function newKey(tenant: string, subject: string) {
  const { key, sha256 } = generateApiKey();
  const all = ['*'];
  const grants = { publish: all, subscribe: all, history: all, create: all, command: all };
  return { key, entry: { id: `${tenant}-${subject}`, sha256, tenant, subject, grants } };
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
