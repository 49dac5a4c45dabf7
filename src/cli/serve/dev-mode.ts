/** Development mode: what it changes in a configuration, when it refuses to run, and what it prints. */
import { randomName } from '../../base/ids.js';
import { isLoopbackHost } from '../../base/loopback.js';
import type { LoadedConfig } from '../../config/load-config.js';
import type { Config } from '../../config/schema.js';
import type { Env } from '../command-context.js';
import { operatorError } from '../operator-error.js';

export interface DevSecrets {
  readonly token: string;
  readonly adminToken: string;
}

/** New for every start, gone with it: 36^32 is more than 165 bits. */
export function createDevSecrets(): DevSecrets {
  return { token: randomName(32), adminToken: randomName(32) };
}

/** @throws OperatorError 78 where development mode would not be safe. */
function checkDevMode({ server, admin }: Config, env: Env): void {
  if (env['NODE_ENV'] === 'production') {
    throw operatorError('config', 'CLI007', '--dev is refused where NODE_ENV is production', {
      where: { kind: 'env', name: 'NODE_ENV' },
      next: ['arqonbus serve'],
    });
  }
  for (const [key, host] of Object.entries({ 'server.host': server.host, 'admin.host': admin.host })) {
    if (isLoopbackHost(host)) continue;
    throw operatorError('config', 'CLI007', `--dev listens on loopback only, and ${key} is ${host}`, {
      next: [`set ${key} to 127.0.0.1`],
    });
  }
}

/** The demo policy, acting and showing what it did. */
const DEMO_CASIL = {
  enabled: true,
  mode: 'enforce',
  default_decision: 'block',
  policies: ['demo'],
  expose_metadata_to_clients: true,
  persist_metadata_in_history: true,
} as const;

const PLAIN = { min_version: 'TLSv1.2' } as const;

/**
 * The admin API on, plain HTTP, a quiet log unless another level was asked for, and the demo policy unless inspection was set up.
 * @throws OperatorError 78 where development mode would not be safe.
 */
export function devConfig(loaded: LoadedConfig, env: Env): LoadedConfig {
  const { config, sources } = loaded;
  checkDevMode(config, env);
  const level = sources.get('logging.level')?.kind === 'default' ? 'warn' : config.logging.level;
  const isDefault = sources.get('casil.enabled')?.kind === 'default';
  const casil = isDefault ? { ...config.casil, ...DEMO_CASIL, policies: [...DEMO_CASIL.policies] } : config.casil;
  const admin = { ...config.admin, enabled: true, tls: PLAIN };
  // Its own token is the only credential, and nothing of it leaves this machine.
  const auth = { ...config.auth, mode: 'none' } as const;
  return { ...loaded, config: { ...config, auth, tls: PLAIN, casil, admin, logging: { ...config.logging, level } } };
}

/** The same on free ports. */
export function onFreePorts(config: Config): Config {
  return { ...config, server: { ...config.server, port: 0 }, admin: { ...config.admin, port: 0 } };
}

export interface DevFacts {
  readonly version: string;
  readonly busUrl: string;
  readonly adminUrl: string | null;
  readonly invocation: string;
  readonly token: string;
}

export function devBanner({ version, busUrl, adminUrl }: Omit<DevFacts, 'invocation' | 'token'>): string {
  return [
    `  ArqonBus ${version}  dev mode: loopback only, ephemeral keys, memory history`,
    `  bus   ${busUrl}     admin  ${adminUrl ?? 'off'}`,
    '',
  ].join('\n');
}

/** Only what works: each line can be pasted into a second terminal. */
export function devHints({ invocation, token }: Pick<DevFacts, 'invocation' | 'token'>, selfCheckMs: number): string {
  return [
    `  self-check  join, send, receive, history: ok (${Math.round(selfCheckMs)} ms)`,
    `  try   ${invocation} tail demo --as-client --payload`,
    `        ${invocation} send demo:hello '{"text":"hi","email":"ada@example.com"}'`,
    // The command line finds the token by itself; a program has to be told. It opens nothing but this run on loopback.
    `  sdk   export ARQONBUS_TOKEN=${token}`,
    '  stop  Ctrl-C',
    '  ready',
    '',
  ].join('\n');
}
