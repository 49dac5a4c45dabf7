import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { loadCredentials } from '../../../src/server/credentials.js';

const folder = mkdtempSync(join(tmpdir(), 'arqonbus-key-file-'));
const keyFile = join(folder, 'api-keys.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problems() {
  const text = `auth:\n  mode: required\n  api_keys: { file: ${keyFile} }\n`;
  const loaded = loadConfig({ file: join(folder, 'arqonbus.yaml'), text, env: {} });
  if (!loaded.ok) throw new Error(loaded.error.map(({ problem }) => problem).join('; '));
  const credentials = loadCredentials(loaded.value);
  return credentials.ok ? [] : credentials.error.map(({ code, where }) => ({ code, where }));
}

const SETTING = { kind: 'file', file: join(folder, 'arqonbus.yaml'), line: 3 };

it('names the setting where the file of API keys cannot be read, as for every file of keys [T-TLS-1]', () => {
  expect(problems()).toMatchObject([{ code: 'CFG032', where: SETTING }]);
  writeFileSync(keyFile, 'version: 1\nkeys: []\n', { mode: 0o644 });
  expect(problems()).toMatchObject([{ code: 'CFG032', where: SETTING }]);
});

it('names the line of that file where something in it is wrong, and nothing where all is well', () => {
  rmSync(keyFile, { force: true });
  writeFileSync(keyFile, 'version: 1\nkeys:\n  - id: k1\n', { mode: 0o600 });
  expect(problems()[0]).toMatchObject({ code: 'CFG011', where: { kind: 'file', file: keyFile } });
  writeFileSync(keyFile, 'version: 1\nkeys: []\n', { mode: 0o600 });
  expect(problems()).toEqual([]);
});
