/**
 * Files of keys in a folder of their own, made when a test runs, and the configuration that names them. Files are
 * exchanged as operators should: a finished one is renamed into place.
 */
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateApiKey } from '../../../src/auth/api-key/api-key.js';
import { AUDIENCE, goodClaims, ISSUER, signToken, type TestKey } from '../auth/signed-tokens.js';

export const ALL_GRANTS = { publish: ['*'], subscribe: ['*'], history: ['*'], create: ['*'], command: ['*'] };

/** An entry of a file of API keys, beside its hash. */
export interface ApiKeyWishes {
  readonly id: string;
  readonly tenant?: string;
  readonly subject?: string;
  readonly grants?: Partial<Record<keyof typeof ALL_GRANTS, readonly string[]>>;
  readonly subscriptions?: readonly string[];
}

export interface TestApiKey {
  readonly key: string;
  readonly entry: Record<string, unknown>;
}

export function makeApiKey({
  id,
  tenant = 'acme',
  subject = id,
  grants,
  subscriptions = [],
}: ApiKeyWishes): TestApiKey {
  const { key, sha256 } = generateApiKey();
  return { key, entry: { id, sha256, tenant, subject, grants: grants ?? ALL_GRANTS, subscriptions } };
}

/** @param over claims beside those of a good token with all grants; `exp` in seconds since 1970 */
export function mintToken(key: TestKey, over: Record<string, unknown> = {}): string {
  return signToken(key, goodClaims(Date.now(), { arqonbus: ALL_GRANTS, ...over }));
}

/** When a token of so many seconds expires, as `exp` has it: whole seconds since 1970, rounded up. */
export function expiryIn(seconds: number): number {
  return Math.ceil(Date.now() / 1000 + seconds);
}

export class AuthFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'arqonbus-auth-'));

  /** @returns the path of the file */
  write(name: string, content: string | Uint8Array, mode = 0o600): string {
    const file = join(this.path, name);
    writeFileSync(`${file}.new`, content);
    chmodSync(`${file}.new`, mode);
    renameSync(`${file}.new`, file);
    return file;
  }

  /** A key set that holds these, each as its public part. */
  writeKeySet(keys: readonly TestKey[], name = 'jwks.json'): string {
    return this.write(name, JSON.stringify({ keys: keys.map(({ jwk }) => ({ ...jwk, use: 'sig' })) }));
  }

  writeApiKeys(keys: readonly TestApiKey[], name = 'api-keys.yaml'): string {
    return this.write(name, JSON.stringify({ version: 1, keys: keys.map(({ entry }) => entry) }));
  }

  /** `auth` with one issuer, whose keys are these, each in a file. */
  jwtWithKeys(keys: readonly TestKey[], more = ''): string {
    const rows = keys.map(({ kid, algorithm, material }) => {
      const file = this.write(`${kid}.key`, material);
      return `{kid: ${kid}, algorithm: ${algorithm}, file: ${file}}`;
    });
    return this.#auth(`keys: [${rows.join(', ')}]`, more);
  }

  /** `auth` with one issuer, whose keys are in a set in a file. */
  jwtWithKeySet(keys: readonly TestKey[], more = ''): string {
    return this.#auth(`jwks_file: ${this.writeKeySet(keys)}`, more);
  }

  /** `auth` with a file of API keys. */
  apiKeys(keys: readonly TestApiKey[]): string {
    return `auth:\n  mode: required\n  api_keys: {file: ${this.writeApiKeys(keys)}}\n`;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #auth(source: string, more: string): string {
    const issuer = `{issuer: "${ISSUER}", audience: ${AUDIENCE}, ${source}}`;
    return `auth:\n  mode: required\n  jwt:\n    issuers: [${issuer}]\n${more}`;
  }
}
