/**
 * API keys at the command line: making one, with the entry that a server's file of keys needs for it. The reader of
 * that file judges the entry, so that what is made is accepted. A server never uses this. [T-AUTH-3] [T-AUTH-8]
 */
import { err, ok, type Result } from '../base/result.js';
import { generateApiKey } from './api-key/api-key.js';
import { parseKeyFile } from './api-key/load-key-file.js';
import type { GrantSet } from './principal.js';

/** An entry of the file of keys without its hash; see src/auth/api-key/key-file-schema.ts for what each may be. */
export interface ApiKeyWishes {
  readonly id: string;
  readonly tenant: string;
  readonly subject: string;
  readonly grants: Partial<GrantSet>;
  readonly subscriptions: readonly string[];
  readonly clientType: string | null;
  /** RFC 3339; null for never. */
  readonly expires: string | null;
}

export interface MadeApiKey {
  /** To be shown once and kept nowhere. */
  readonly key: string;
  readonly sha256: string;
  /** Lines of YAML to append to `keys:`, indented by two, with a line break at the end. */
  readonly entry: string;
}

/** @returns or a sentence for people about the first wish that cannot be */
export function makeApiKey(wishes: ApiKeyWishes): Result<MadeApiKey, string> {
  const { key, sha256 } = generateApiKey();
  const entry = entryText(wishes, sha256);
  const judged = parseKeyFile(`version: 1\nkeys:\n${entry}`, 'the entry');
  return judged.ok ? ok({ key, sha256, entry }) : err(judged.error[0]?.problem ?? 'the entry would be refused');
}

function entryText({ id, tenant, subject, grants, ...rest }: ApiKeyWishes, sha256: string): string {
  const { subscriptions, clientType, expires } = rest;
  const members: readonly [string, unknown][] = [
    ['id', id],
    ['sha256', sha256],
    ['tenant', tenant],
    ['subject', subject],
    ['grants', grants],
    ['client_type', clientType],
    ['subscriptions', subscriptions.length === 0 ? null : subscriptions],
    ['expires', expires],
  ];
  // JSON is YAML, and quoted text is never taken for a number: a hash may well hold digits only.
  const lines = members
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `  - ${lines.join('    ')}`;
}
