/** A real server in this process, on free loopback ports, with everything creating itself unless told otherwise. */
import { loadConfig } from '../../src/config/load-config.js';
import { loadConfiguredPolicies } from '../../src/server/configured-policies.js';
import { loadCredentials } from '../../src/server/credentials.js';
import { startServer, type RunningServer } from '../../src/server/start.js';
import { randomName } from '../../src/base/ids.js';

export interface TestServer extends RunningServer {
  readonly adminToken: string;
  /** Lines of the log so far, parsed. */
  readonly logLines: Record<string, unknown>[];
  close(): Promise<void>;
}

/** @param yaml configuration on top of: free ports, admin on, debug log, `auto_create` for every room. */
export async function startTestServer(yaml = '', options: { dev?: { token: string } } = {}): Promise<TestServer> {
  const rooms = /^rooms:/m.test(yaml) ? '' : 'rooms: [{ match: "*", auto_create: true }]\n';
  const loaded = loadConfig({
    file: '-',
    text: `${rooms}${yaml}`,
    env: { ARQONBUS_ADMIN_TOKEN: 'only-to-satisfy-the-check' },
    flags: [
      { name: '--port', path: ['server', 'port'], value: 0 },
      { name: '--admin-port', path: ['admin', 'port'], value: 0 },
      { name: '--admin', path: ['admin', 'enabled'], value: true },
      { name: '--log', path: ['logging', 'level'], value: 'debug' },
    ],
  });
  if (!loaded.ok) throw new Error(`bad test configuration: ${JSON.stringify(loaded.error)}`);
  const adminToken = randomName(32);
  const logLines: Record<string, unknown>[] = [];
  const policies = loadConfiguredPolicies(loaded.value, null, Date.now());
  if (!policies.ok) throw new Error(`bad test policies: ${JSON.stringify(policies.error)}`);
  const credentials = loadCredentials(loaded.value);
  if (!credentials.ok) throw new Error(`bad test credentials: ${JSON.stringify(credentials.error)}`);
  const server = await startServer({
    credentials: credentials.value,
    config: loaded.value.config,
    policies: policies.value.policies,
    dev: options.dev ?? null,
    adminToken,
    logDestination: {
      write: (line) => {
        logLines.push(JSON.parse(line) as Record<string, unknown>);
      },
      droppedLines: () => 0,
      close: () => Promise.resolve(),
    },
  });
  return { ...server, adminToken, logLines, close: () => server.stopNow() };
}
