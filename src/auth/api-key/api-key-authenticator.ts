/**
 * Scheme `api_key`: whoever knows a key whose SHA-256 stands in the file is that entry's principal. [T-AUTH-3]
 *
 * A key is found by the digest of what was presented. How long a lookup among digests takes tells nothing about keys: a
 * client cannot choose digests near one another, and a digest that is known leads to no key.
 *
 * The file is looked at every second. A file that cannot be used leaves the keys from before in place; a key that was
 * removed or changed no longer vouches for the sessions it opened.
 */
import type { Clock } from '../../base/clock.js';
import { watchFiles } from '../../base/file-watch.js';
import { err, ok, type Result } from '../../base/result.js';
import { DOCUMENT_CODES, type DocumentCode, type Problem } from '../../documents/problem.js';
import type { Telemetry } from '../../telemetry/events.js';
import type { AuthFailure, Authenticator } from '../authenticator.js';
import type { Principal } from '../principal.js';
import { digestOfApiKey, isApiKey } from './api-key.js';
import { loadKeyFile, type ApiKeys } from './load-key-file.js';

export interface ApiKeyAuthenticatorOptions {
  readonly file: string;
  readonly clock: Pick<Clock, 'nowMs' | 'setTimer'>;
  readonly telemetry: Telemetry;
  /** Reading and looking, where a test has no file. */
  readonly load?: (file: string) => Result<ApiKeys, readonly Problem<DocumentCode>[]>;
  readonly stampOf?: (file: string) => string;
}

export interface ApiKeyAuthenticator extends Authenticator {
  readonly keyCount: number;
  /** Looks at the file no more. */
  stop(): void;
}

/** An error where the file cannot be used from the start. */
export function createApiKeyAuthenticator(
  options: ApiKeyAuthenticatorOptions,
): Result<ApiKeyAuthenticator, readonly Problem<DocumentCode>[]> {
  const { file, clock, telemetry, load = loadKeyFile, stampOf } = options;
  let keys: ApiKeys = new Map();
  let current = new Set<Principal>();

  const watch = watchFiles({ files: [file], clock, onChange: reload, ...(stampOf === undefined ? {} : { stampOf }) });
  const first = load(file);
  if (!first.ok) {
    watch.stop();
    return first;
  }
  take(first.value);

  function reload(): void {
    const loaded = load(file);
    if (loaded.ok) {
      take(loaded.value);
      telemetry.emit({ type: 'credentials.reloaded', source: 'api_keys' });
    } else {
      telemetry.emit({ type: 'credentials.reload_failed', source: 'api_keys', problem: describe(loaded.error) });
    }
  }

  /** An entry that did not change keeps its principal, and with it its sessions. */
  function take(loaded: ApiKeys): void {
    const next = new Map<string, Principal>();
    for (const [digest, principal] of loaded) {
      const before = keys.get(digest);
      const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(principal);
      next.set(digest, isSame ? before : principal);
    }
    keys = next;
    current = new Set(next.values());
  }

  function decide(credential: string | null): Result<Principal, AuthFailure> {
    if (credential === null || credential === '') return err({ reason: 'missing' });
    if (!isApiKey(credential)) return err({ reason: 'malformed' });
    const principal = keys.get(digestOfApiKey(credential));
    if (principal === undefined) return err({ reason: 'unknown' });
    return clock.nowMs() >= principal.expiresAtMs ? err({ reason: 'expired' }) : ok(principal);
  }

  return ok({
    scheme: 'api_key',
    authenticate: ({ credential }) => Promise.resolve(decide(credential)),
    stillVouchesFor: (principal) => current.has(principal),
    get keyCount() {
      return keys.size;
    },
    stop: () => watch.stop(),
  });
}

/** Where the first problem is and of what kind; nothing of what stands there, which could be a key. */
function describe(problems: readonly Problem<DocumentCode>[]): string {
  const [first] = problems;
  if (first === undefined) return 'unknown';
  const where = first.where?.kind === 'file' ? `${first.where.file}:${first.where.line}: ` : '';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  // Of a file that cannot be read the sentence names the file and the command that mends it.
  return `${where}${first.code === 'CFG001' ? first.problem : DOCUMENT_CODES[first.code]}${more}`;
}
