/** The bearer token of the admin API: the environment, else a file that only its owner can read. */
import { readSecretFile } from '../../base/secret-file.js';
import type { Config } from '../../config/schema.js';
import type { Env } from '../command-context.js';
import { operatorError } from '../operator-error.js';
import { readToken } from '../target.js';

/** Shorter tokens can be guessed: 128 bits take 22 characters of base64url. */
export const ADMIN_TOKEN_CHARS_MIN = 22;

/** @returns null where the admin API is off. @throws OperatorError 66, 65 or 78 */
export function readAdminToken({ admin }: Config, env: Env): string | null {
  if (!admin.enabled) return null;
  const fromEnv = env['ARQONBUS_ADMIN_TOKEN'] ?? '';
  const file = admin.token_file;
  const where = fromEnv !== '' ? 'env ARQONBUS_ADMIN_TOKEN' : (file ?? 'admin.token_file');
  const token = fromEnv !== '' || file === undefined ? fromEnv : readOwnersFile(file);
  if (token.length < ADMIN_TOKEN_CHARS_MIN) {
    const problem = `the admin token is shorter than ${ADMIN_TOKEN_CHARS_MIN} characters`;
    throw operatorError('config', 'CLI002', problem, { where, next: ['openssl rand -base64 32'] });
  }
  return token;
}

function readOwnersFile(file: string): string {
  const token = readToken(file);
  const secret = readSecretFile(file);
  if (!secret.ok) {
    const { problem, next } = secret.error;
    throw operatorError('config', 'CLI002', `the admin token is not safe: ${problem}`, { where: file, next });
  }
  return token;
}
