/** Files of keys that cannot be used: the same words from `config validate` and `serve`, and none in development. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from './program.js';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.dispose());

const CONFIG = `auth:
  mode: required
  api_keys: { file: keys.yaml }
  jwt:
    issuers:
      - issuer: https://id.example
        audience: arqonbus
        keys:
          - { kid: a, algorithm: HS256, file: secret }
          - { kid: b, algorithm: EdDSA, file: words.pem }
tls:
  cert_file: nowhere.pem
  key_file: nowhere.key
admin: { port: 0 }
`;

it('every one is told at its line, and nothing of their content [T-TLS-1] [T-AUTH-1]', async () => {
  const secret = 'correct-horse-battery-staple-of-41-bytes';
  const file = join(sandbox.folder, 'arqonbus.yaml');
  writeFileSync(file, CONFIG);
  writeFileSync(join(sandbox.folder, 'secret'), secret, { mode: 0o644 });
  writeFileSync(join(sandbox.folder, 'words.pem'), secret);
  const validated = await sandbox.run(['config', 'validate', file]);
  const served = await sandbox.run(['serve', '-c', file]);
  expect([validated.status, served.status]).toEqual([1, 78]);
  for (const { stdout, stderr } of [validated, served]) {
    const text = `${stdout}${stderr}`;
    const places = [...text.matchAll(/error\[CFG\d+\].*\n {2}--> (?:\S*\/)?arqonbus\.yaml:(\d+):/g)];
    expect(places.map(([, line]) => Number(line)).sort((a, b) => a - b)).toEqual([3, 9, 10, 12]);
    expect(text).toContain('chmod 600');
    expect(text).not.toContain(secret);
  }

  const dev = await sandbox.run(['serve', '--dev', '--check', '--port', '0', '-c', file]);
  expect(dev).toMatchObject({ status: 0, stdout: expect.stringContaining('ok') as string });
});
