import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAdminToken } from '../../../../src/cli/serve/admin-token.js';
import { configSchema } from '../../../../src/config/schema.js';

describe('the file of the admin token [T-TLS-1] [S-ADM-1]', () => {
  let directory: string;
  let file: string;
  const token = 'only-for-this-test-'.padEnd(32, 'x');
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'arqonbus-admin-token-'));
    file = join(directory, 'token');
    writeFileSync(file, `${token}\n`);
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const read = () => readAdminToken(configSchema.parse({ admin: { enabled: true, token_file: file } }), {});

  it('is read where only its owner can', () => {
    chmodSync(file, 0o600);
    expect(read()).toBe(token);
  });

  it.each([0o644, 0o640, 0o660, 0o602])('is refused with mode %o, with the command that mends it', (mode) => {
    chmodSync(file, mode);
    expect(read).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('is open to users other than its owner') as string,
        problems: [expect.objectContaining({ next: [`chmod 600 ${file}`] })],
      }) as Error,
    );
  });
});
