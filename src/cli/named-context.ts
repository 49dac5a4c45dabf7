/** Named contexts: $XDG_CONFIG_HOME/arqonbus/contexts.yaml says where buses are and which files hold their tokens. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Env } from './command-context.js';
import { operatorError } from './operator-error.js';

export interface NamedContext {
  readonly name: string;
  readonly url?: string;
  readonly adminUrl?: string;
  readonly tokenFile?: string;
  readonly adminTokenFile?: string;
}

export interface NamedContexts {
  readonly path: string;
  /** The one to use when none is asked for; null for none. */
  readonly current: string | null;
  readonly contexts: ReadonlyMap<string, NamedContext>;
}

const KEYS = {
  url: 'url',
  admin_url: 'adminUrl',
  token_file: 'tokenFile',
  admin_token_file: 'adminTokenFile',
} as const;

export function contextsPath(env: Env): string {
  const configHome = env['XDG_CONFIG_HOME'];
  const base = configHome !== undefined && configHome !== '' ? configHome : join(env['HOME'] ?? homedir(), '.config');
  return join(base, 'arqonbus', 'contexts.yaml');
}

/** @throws OperatorError 78 when the file cannot be read as contexts. */
export async function readNamedContexts(env: Env): Promise<NamedContexts> {
  const path = contextsPath(env);
  if (!existsSync(path)) return { path, current: null, contexts: new Map() };
  const { readDocumentFile } = await import('../documents/document-file.js');
  const { parseYamlSource } = await import('../documents/yaml-source.js');
  const text = readDocumentFile(path);
  if (!text.ok) throw contextError(path, text.error.problem);
  const source = parseYamlSource(text.value, path);
  const [problem] = source.problems;
  if (problem !== undefined) throw contextError(path, problem.problem);
  return { path, ...contextsOf(source.value ?? {}, path) };
}

function contextsOf(value: unknown, path: string): Pick<NamedContexts, 'current' | 'contexts'> {
  const { current, contexts, ...unknown } = mapping(value, path, 'the file');
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw contextError(path, `unknown key "${stranger}"; known are current and contexts`);
  if (current !== undefined && typeof current !== 'string') throw contextError(path, 'current must be a name');
  const entries = Object.entries(mapping(contexts ?? {}, path, 'contexts'));
  const named = entries.map(([name, entry]): [string, NamedContext] => [name, contextOf(name, entry, path)]);
  return { current: current ?? null, contexts: new Map(named) };
}

function contextOf(name: string, value: unknown, path: string): NamedContext {
  const context: Record<string, string> = { name };
  for (const [key, text] of Object.entries(mapping(value, path, name))) {
    if (!Object.hasOwn(KEYS, key)) {
      throw contextError(path, `unknown key "${key}" in ${name}; known are ${Object.keys(KEYS).join(', ')}`);
    }
    if (typeof text !== 'string') throw contextError(path, `${key} of ${name} must be text`);
    // Files are named relative to the file that names them.
    context[KEYS[key as keyof typeof KEYS]] = key.endsWith('_file') ? resolve(dirname(path), text) : text;
  }
  return context as unknown as NamedContext;
}

function mapping(value: unknown, path: string, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw contextError(path, `${what} must be a mapping of keys`);
}

function contextError(path: string, problem: string) {
  return operatorError('config', 'CLI008', problem, { where: path });
}
