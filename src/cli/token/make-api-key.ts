/**
 * `token api-key`: a key in a file of its own, and on stdout the entry for the server's file of keys, so that the one can
 * be handed over and the other appended. The key itself is never printed. [T-AUTH-3] [T-AUTH-8]
 */
import { makeApiKey } from '../../auth/api-key-tools.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { writeNew } from './new-file.js';
import { parseGrants } from './token-claims.js';

export interface ApiKeyOptions {
  readonly id: string;
  readonly tenant: string;
  readonly subject: string;
  /** `action=pattern,pattern`. */
  readonly grants: readonly string[];
  readonly subscriptions: readonly string[];
  readonly clientType: string | null;
  readonly expires: string | null;
  readonly keyFile: string;
}

export async function runApiKey({ io, globals }: CommandContext, options: ApiKeyOptions): Promise<ExitName> {
  const { keyFile, grants, ...wishes } = options;
  const made = makeApiKey({ ...wishes, grants: parseGrants(grants) });
  if (!made.ok) throw operatorError('usage', 'CLI001', `the key would be refused: ${made.error}`);
  const { key, sha256, entry } = made.value;
  await writeNew(keyFile, `${key}\n`, 0o600);
  if (globals.json) {
    const { id, tenant, subject, expires } = wishes;
    const record = { v: 1, type: 'api_key', id, sha256, tenant, subject, expires, key_file: keyFile } as const;
    await io.stdout.write(jsonLine(record, globals.fields));
    return 'ok';
  }
  await io.stdout.write(entry);
  if (!globals.quiet) {
    await io.stderr.write(`the key is in ${keyFile}, for its bearer; the server needs what is printed, below keys:\n`);
  }
  return 'ok';
}
