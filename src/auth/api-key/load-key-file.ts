/** A file of API keys as principals, or everything that is wrong with it at once, each at its line. [T-AUTH-3] */
import { err, ok, type Result } from '../../base/result.js';
import { readSecretFile } from '../../base/secret-file.js';
import { decodeDocument } from '../../documents/document-file.js';
import { PROBLEMS_MAX, type DocumentCode, type Place, type Problem } from '../../documents/problem.js';
import { createValidator } from '../../documents/validate.js';
import { parseYamlSource } from '../../documents/yaml-source.js';
import { parseAddress } from '../../protocol/address.js';
import { wire } from '../../protocol/codec.js';
import { coversAddress, parseGrantPattern } from '../grant-pattern.js';
import type { Principal } from '../principal.js';
import { API_KEY_PREFIX } from './api-key.js';
import { keyFileSchema, parseInstant, type KeyFileEntry } from './key-file-schema.js';

/** Found by the key's SHA-256, 64 lower-case hex digits. */
export type ApiKeys = ReadonlyMap<string, Principal>;

const CLIENT_TYPES = {
  human: wire.ClientType.HUMAN,
  'ai-agent': wire.ClientType.AI_AGENT,
  dashboard: wire.ClientType.DASHBOARD,
  service: wire.ClientType.SERVICE,
} as const;

const validate = createValidator(keyFileSchema, {
  subject: 'the file of API keys',
  nextOfUnknownKey: () => ['see docs/security.md for every key of this file'],
});

/** Refuses a file that others can read or change: whoever adds a hash to it has a key. */
export function loadKeyFile(file: string): Result<ApiKeys, readonly Problem<DocumentCode>[]> {
  const read = readSecretFile(file);
  if (!read.ok) {
    const { problem, next } = read.error;
    return err([{ code: 'CFG001', severity: 'error', problem, where: null, hint: '', next }]);
  }
  const text = decodeDocument(read.value, file);
  return text.ok ? parseKeyFile(text.value, file) : err([text.error]);
}

/** @param file what places call it */
export function parseKeyFile(text: string, file: string): Result<ApiKeys, readonly Problem<DocumentCode>[]> {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return err(source.problems);
  const { value, problems } = validate(source.value ?? {}, {
    ofValue: (path) => source.placeOfValue(path),
    ofKey: (path, key) => source.placeOfKey(path, key),
  });
  if (value === null) return err(problems.map(withoutKey));
  const found = judgeKeys(value.keys, (path) => source.placeOfValue(['keys', ...path]));
  if (found.length > 0) return err(found.slice(0, PROBLEMS_MAX));
  return ok(new Map(value.keys.map((entry) => [entry.sha256, principalOf(entry)])));
}

function judgeKeys(
  keys: readonly KeyFileEntry[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): readonly Problem<DocumentCode>[] {
  const problems: Problem<DocumentCode>[] = [];
  const ids = new Set<string>();
  const digests = new Set<string>();
  const report = (path: readonly PropertyKey[], problem: string, hint: string) =>
    problems.push({ code: 'CFG010', severity: 'error', problem, where: placeOf(path), hint, next: [] });
  for (const [index, { id, sha256, grants, subscriptions }] of keys.entries()) {
    if (ids.has(id)) report([index, 'id'], `two keys have the id ${id}`, 'an id names one key');
    ids.add(id);
    if (digests.has(sha256)) report([index, 'sha256'], `key ${id} is written twice`, 'one of them would not count');
    digests.add(sha256);
    for (const [at, text] of subscriptions.entries()) {
      const path = [index, 'subscriptions', at];
      const address = parseAddress(text);
      if (!address.ok) report(path, `${JSON.stringify(text)} is no address`, address.error);
      else if (!isGranted(address.value, grants.subscribe)) {
        report(path, `key ${id} is not granted to subscribe to ${text}`, 'add it to grants.subscribe');
      }
    }
  }
  return problems;
}

/** Whoever writes the key where its hash belongs should read of it, but the key should not stand in a log. */
function withoutKey(problem: Problem<DocumentCode>): Problem<DocumentCode> {
  const { where } = problem;
  const mask = (text: string) => text.replaceAll(/aqk_[\w-]+/g, `${API_KEY_PREFIX}...`);
  const masked = where?.kind === 'file' ? { ...where, sourceLine: mask(where.sourceLine) } : where;
  return { ...problem, problem: mask(problem.problem), where: masked };
}

function isGranted({ room, channel }: { room: string; channel: string }, patterns: readonly string[]): boolean {
  return patterns.some((text) => {
    const pattern = parseGrantPattern(text);
    return pattern !== null && coversAddress(pattern, room, channel);
  });
}

function principalOf(entry: KeyFileEntry): Principal {
  const { id, tenant, subject, grants, client_type: clientType, subscriptions, expires } = entry;
  return {
    tenant,
    subject,
    clientType: clientType === undefined ? null : CLIENT_TYPES[clientType],
    roles: [],
    grants,
    capabilities: [],
    // A bare room means all its channels.
    subscriptions: [...new Set(subscriptions.map((text) => (text.includes(':') ? text : `${text}:*`)))],
    expiresAtMs: expires === undefined ? Infinity : (parseInstant(expires) ?? 0),
    keyId: id,
  };
}
