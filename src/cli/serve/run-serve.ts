/** `serve`: loads the configuration, starts the server, and stays until it has stopped. */
import type { CompiledPolicy } from '../../casil/policy/compiled-policy.js';
import type { ConfigFlag } from '../../config/load-config.js';
import type { Config } from '../../config/schema.js';
import type { RunningServer, StartOptions } from '../../server/start.js';
import { packageVersion } from '../../server/package-version.js';
import type { Credentials } from '../../server/credentials.js';
import type { CommandContext, Env } from '../command-context.js';
import { loadServable } from '../config/load-servable.js';
import { devContextPath, writeDevContext, type DevContext } from '../dev-context.js';
import type { ExitName } from '../exit-codes.js';
import { configError, operatorError, usageError } from '../operator-error.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';
import { readAdminToken } from './admin-token.js';
import { createDevSecrets, devBanner, devConfig, devHints, onFreePorts } from './dev-mode.js';
import { isPortInUse, listenFailure } from './listen-failure.js';
import { startFailure } from './start-failure.js';
import { selfCheck } from './self-check.js';
import { stayUntilStopped, watchSignals, type SignalWatch } from './stay-until-stopped.js';
import { reloadOnHangup } from './reload.js';
import { testBind } from './test-bind.js';

export interface ServeOptions {
  readonly dev: boolean;
  readonly check: boolean;
  readonly host: string | null;
  readonly port: number | null;
}

export async function runServe(context: CommandContext, options: ServeOptions): Promise<ExitName> {
  const servable = await load(context, options);
  if (options.check) return check(context, servable.config, options);
  const signals = watchSignals(context);
  try {
    return await (options.dev ? serveDev(context, servable, signals) : serve(context, servable, signals));
  } finally {
    signals.release();
  }
}

/** What is served: a configuration, adjusted for how it is started, and its policies. */
interface Servable {
  readonly config: Config;
  readonly policies: readonly CompiledPolicy[];
  readonly credentials: Credentials;
  /** Null where the configuration came from standard input, which has no second time. */
  readonly loadAgain: (() => Promise<Config>) | null;
}

async function load(context: CommandContext, options: ServeOptions): Promise<Servable> {
  const { io, globals, env, invocation } = context;
  if (globals.quiet && globals.verbose) throw usageError('-q and -v exclude each other');
  const { file, result } = await loadServable(context, globals.config, {
    flags: flagsOf(context, options),
    ...(options.dev && { adjust: (loaded) => devConfig(loaded, env) }),
  });
  if (!result.ok) throw configError(result.error);
  const style = chooseStyle(globals.color, io.stderr, env);
  for (const warning of result.value.warnings) await io.stderr.write(problemText(warning, style, invocation));
  const loadAgain = file === '-' ? null : async () => (await load(context, options)).config;
  const { loaded, policies, credentials } = result.value;
  return { config: loaded.config, policies, credentials, loadAgain };
}

function flagsOf({ globals }: CommandContext, { host, port }: ServeOptions): ConfigFlag[] {
  return [
    ...(host === null ? [] : [{ name: '--host', path: ['server', 'host'], value: host }]),
    ...(port === null ? [] : [{ name: '--port', path: ['server', 'port'], value: port }]),
    ...(globals.verbose ? [{ name: '-v', path: ['logging', 'level'], value: 'debug' }] : []),
    ...(globals.quiet ? [{ name: '-q', path: ['logging', 'level'], value: 'error' }] : []),
  ];
}

async function check({ io, env }: CommandContext, config: Config, { dev }: ServeOptions): Promise<ExitName> {
  // Development mode makes a token of its own.
  if (!dev) readAdminToken(config, env);
  const { server, admin } = config;
  const addresses = [server, ...(admin.enabled ? [admin] : [])];
  for (const { host, port } of addresses) {
    try {
      await testBind(host, port);
    } catch (error) {
      throw listenFailure(error) ?? error;
    }
  }
  const names = addresses.map(({ host, port }) => `${host}:${port}`).join(' and ');
  await io.stdout.write(`ok: the configuration is valid and ${names} can be bound\n`);
  return 'ok';
}

async function serve(context: CommandContext, servable: Servable, signals: SignalWatch): Promise<ExitName> {
  const { config } = servable;
  const server = await start({ ...servable, dev: null, adminToken: readAdminToken(config, context.env) });
  const release = reloadOnHangup(context, server, servable.loadAgain);
  try {
    await stayUntilStopped(context, server, signals, config.server.drain_timeout);
  } finally {
    release();
  }
  return 'ok';
}

async function serveDev(context: CommandContext, servable: Servable, signals: SignalWatch): Promise<ExitName> {
  const { io, env, clock, invocation } = context;
  const { token, adminToken } = createDevSecrets();
  const { config } = servable;
  const server = await startOnSomePort({ ...servable, dev: { token }, adminToken });
  const { busUrl, adminUrl } = server;
  let forget: () => void = () => undefined;
  try {
    forget = shareContext(env, { busUrl, adminUrl, token, adminToken, pid: process.pid });
    await io.stdout.write(devBanner({ version: packageVersion(), busUrl, adminUrl }));
    const selfCheckMs = await selfCheck(busUrl, token, clock).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw operatorError('bug', 'CLI070', `the self-check failed: ${reason}`, { cause });
    });
    await io.stdout.write(devHints({ invocation, token }, selfCheckMs));
    await stayUntilStopped(context, server, signals, config.server.drain_timeout);
  } catch (error) {
    await server.stopNow();
    throw error;
  } finally {
    forget();
  }
  return 'ok';
}

/** @throws OperatorError 78 where the place for the context is not ours alone. */
function shareContext(env: Env, devContext: DevContext): () => void {
  try {
    return writeDevContext(env, devContext);
  } catch (cause) {
    const where = devContextPath(env);
    const problem = `cannot write the context for other terminals: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw operatorError('config', 'CLI008', problem, {
      where,
      next: ['set XDG_RUNTIME_DIR to a folder of your own'],
      cause,
    });
  }
}

/** Configured ports give way to free ones when another program has them. */
async function startOnSomePort(options: StartOptions): Promise<RunningServer> {
  const { startServer } = await import('../../server/start.js');
  try {
    return await startServer(options);
  } catch (error) {
    if (!isPortInUse(error)) throw startFailure(error) ?? error;
  }
  return start({ ...options, config: onFreePorts(options.config) });
}

async function start(options: StartOptions): Promise<RunningServer> {
  const { startServer } = await import('../../server/start.js');
  try {
    return await startServer(options);
  } catch (error) {
    throw startFailure(error) ?? error;
  }
}
