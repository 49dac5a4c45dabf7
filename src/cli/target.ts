/**
 * Which server a command talks to, and with which credential: flag > environment > context > config file > default.
 * A token goes only where it belongs: what a context holds is never sent to an address that came from elsewhere.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { CommandContext, Env } from './command-context.js';
import { readDevContext } from './dev-context.js';
import { readNamedContexts, type NamedContext } from './named-context.js';
import { configError, operatorError, usageError } from './operator-error.js';

export interface Target {
  readonly url: string;
  readonly token: string | null;
  readonly adminUrl: string | null;
  readonly adminToken: string | null;
  /** Where the address came from, for people. */
  readonly origin: string;
  /** Where the token came from, for people; null where there is none. */
  readonly tokenOrigin: string | null;
  /** Where another token would be taken from without the one of the environment; null where there is none. */
  readonly unusedTokenOrigin: string | null;
}

interface Place {
  readonly url: string | null;
  readonly hasToken: boolean;
  readonly token: () => string | null;
  readonly adminUrl: string | null;
  readonly adminToken: () => string | null;
  readonly origin: string;
}

export const DEFAULT_URL = 'ws://127.0.0.1:7410';
export const DEFAULT_ADMIN_URL = 'http://127.0.0.1:7411';
const TOKEN_BYTES_MAX = 16_384;
/** Servers take HTTP headers of 16 KiB in all. */
const TOKEN_CHARS_MAX = 8_192;

export async function resolveTarget(context: CommandContext): Promise<Target> {
  const { globals, env } = context;
  const url: string | null = globals.url ?? nonEmpty(env['ARQONBUS_URL']);
  const adminUrl: string | null = globals.adminUrl ?? nonEmpty(env['ARQONBUS_ADMIN_URL']);
  const ownAdminToken = envToken(env, 'ARQONBUS_ADMIN_TOKEN');
  if (url !== null) checkUrl(url, ['ws:', 'wss:'], 'ws://127.0.0.1:7410');
  if (adminUrl !== null) checkUrl(adminUrl, ['http:', 'https:'], 'http://127.0.0.1:7411');

  const named = globals.context ?? nonEmpty(env['ARQONBUS_CONTEXT']);
  const place = url !== null && named === null ? null : await findPlace(context, named);
  const busFromPlace = url === null || url === place?.url;
  const adminFromPlace = adminUrl === null || adminUrl === place?.adminUrl;
  return {
    url: url ?? place?.url ?? DEFAULT_URL,
    ...chooseToken(context, busFromPlace ? place : null),
    adminUrl: adminUrl ?? (busFromPlace ? (place?.adminUrl ?? null) : null),
    adminToken: ownAdminToken ?? (adminFromPlace ? (place?.adminToken() ?? null) : null),
    origin: originOf(context, place),
  };
}

/** @param place where the bus came from; null where its token must not be used. */
function chooseToken(
  { globals, env }: CommandContext,
  place: Place | null,
): Pick<Target, 'token' | 'tokenOrigin' | 'unusedTokenOrigin'> {
  const { tokenFile } = globals;
  if (tokenFile !== undefined) {
    return { token: readToken(tokenFile), tokenOrigin: 'flag --token-file', unusedTokenOrigin: null };
  }
  const token = envToken(env, 'ARQONBUS_TOKEN');
  const placeOrigin = place?.hasToken === true ? place.origin : null;
  if (token !== null) return { token, tokenOrigin: 'env ARQONBUS_TOKEN', unusedTokenOrigin: placeOrigin };
  return { token: place?.token() ?? null, tokenOrigin: placeOrigin, unusedTokenOrigin: null };
}

function originOf({ globals }: CommandContext, place: Place | null): string {
  if (globals.url !== undefined) return 'flag --url';
  return place === null ? 'env ARQONBUS_URL' : place.origin;
}

/** A named context, else the development server that runs, else the current context, else the configuration. */
async function findPlace(context: CommandContext, name: string | null): Promise<Place> {
  if (name === 'dev' || name === null) {
    const dev = readDevContext(context.env);
    if (dev !== null) {
      const { busUrl, adminUrl, token, adminToken } = dev;
      return {
        url: busUrl,
        adminUrl,
        hasToken: true,
        token: () => token,
        adminToken: () => adminToken,
        origin: 'context dev',
      };
    }
  }
  const { contexts, current, path } = await readNamedContexts(context.env);
  const wanted = name ?? current;
  if (wanted === null) return (await placeOfConfig(context)) ?? defaultPlace();
  const found = contexts.get(wanted);
  if (found !== undefined) return placeOfContext(found);
  const known = [...contexts.keys()];
  const problem = wanted === 'dev' ? 'no development server is running' : `there is no context "${wanted}"`;
  const next =
    wanted === 'dev' ? ['arqonbus serve --dev'] : [`known: ${known.length === 0 ? 'none' : known.join(', ')}`];
  throw operatorError('missing', 'CLI008', problem, { where: path, next });
}

function placeOfContext(context: NamedContext): Place {
  const { name, url, adminUrl, tokenFile, adminTokenFile } = context;
  if (url !== undefined) checkUrl(url, ['ws:', 'wss:'], 'ws://127.0.0.1:7410');
  if (adminUrl !== undefined) checkUrl(adminUrl, ['http:', 'https:'], 'http://127.0.0.1:7411');
  return {
    url: url ?? null,
    adminUrl: adminUrl ?? null,
    hasToken: tokenFile !== undefined,
    token: () => (tokenFile === undefined ? null : readToken(tokenFile)),
    adminToken: () => (adminTokenFile === undefined ? null : readToken(adminTokenFile)),
    origin: `context ${name}`,
  };
}

async function placeOfConfig({ globals, env }: CommandContext): Promise<Place | null> {
  const { findConfigFile } = await import('../config/config-file.js');
  const file = findConfigFile(globals.config, env);
  if (file === undefined || file === '-') return null;
  const { loadConfig } = await import('../config/load-config.js');
  const loaded = loadConfig({ file, env });
  if (!loaded.ok) throw configError(loaded.error);
  const { server, tls, admin } = loaded.value.config;
  const { token_file: adminTokenFile } = admin;
  return {
    url: `${tls.cert_file === undefined ? 'ws' : 'wss'}://${bracketed(reachable(server.host))}:${server.port}`,
    adminUrl: admin.enabled
      ? `${admin.tls.cert_file === undefined ? 'http' : 'https'}://${bracketed(reachable(admin.host))}:${admin.port}`
      : null,
    hasToken: false,
    token: () => null,
    adminToken: () => (adminTokenFile === undefined ? null : readToken(adminTokenFile)),
    origin: `config ${file}`,
  };
}

/** A server that listens on every address is asked on loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' || host === '[::]' ? '::1' : host;
}

function defaultPlace(): Place {
  const nothing = () => null;
  return { url: DEFAULT_URL, adminUrl: null, hasToken: false, token: nothing, adminToken: nothing, origin: 'default' };
}

/** The text of a token file without the line end. @throws OperatorError 66 */
export function readToken(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readBytes(file, TOKEN_BYTES_MAX + 1);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : message;
    throw operatorError('missing', 'CLI003', `cannot read the token file: ${reason}`, { where: file, cause: error });
  }
  const token = bytes.toString('utf8').trim();
  if (!isToken(token) || bytes.length > TOKEN_BYTES_MAX) {
    throw operatorError('data', 'CLI002', 'the token file must hold one token on one line', { where: file });
  }
  return token;
}

/** @throws OperatorError 65 when the variable holds what no request could carry. */
function envToken(env: Env, name: string): string | null {
  const token = nonEmpty(env[name]);
  if (token === null || isToken(token)) return token;
  throw operatorError('data', 'CLI002', `${name} must hold one token and nothing else`, { where: `env ${name}` });
}

function isToken(text: string): boolean {
  return text.length <= TOKEN_CHARS_MAX && /^[\x21-\x7e]+$/.test(text);
}

/** The beginning of a file, at most `bytesMax`, whatever the file is. */
function readBytes(file: string, bytesMax: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(bytesMax);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, bytesMax, null));
  } finally {
    closeSync(descriptor);
  }
}

function checkUrl(text: string, protocols: readonly string[], example: string): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol)) throw usageError(`"${text}" is not a URL such as ${example}`);
  if (url.username !== '' || url.password !== '') {
    throw usageError('a URL must not hold a credential', ['set ARQONBUS_TOKEN, or --token-file']);
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
