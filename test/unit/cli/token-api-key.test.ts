import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiKeyAuthenticator } from '../../../src/auth/api-key/api-key-authenticator.js';
import { loadKeyFile } from '../../../src/auth/api-key/load-key-file.js';
import { FakeClock } from '../../support/fake-clock.js';
import { cli, type CliResult } from './support.js';

let folder = '';
const clock = new FakeClock();
const at = (name: string): string => join(folder, name);
const WHO = [
  '--tenant',
  'acme',
  '--subject',
  'robot',
  '--grant',
  'publish=orders:*,logs:app.*',
  '--grant',
  'command=*',
];

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'arqonbus-api-key-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(id: string, ...more: string[]): Promise<CliResult> {
  return cli(['token', 'api-key', id, ...WHO, '--key-file', at(`${id}.key`), ...more], { clock });
}

/** What a server with these entries in its file says to the key in that one. */
async function authenticate(entries: string, keyFile: string) {
  writeFileSync(at('api-keys.yaml'), 'version: 1\nkeys:\n', { mode: 0o600 });
  appendFileSync(at('api-keys.yaml'), entries);
  const authenticator = createApiKeyAuthenticator({ file: at('api-keys.yaml'), clock, telemetry: { emit: () => {} } });
  if (!authenticator.ok) throw new Error(authenticator.error.map(({ problem }) => problem).join('; '));
  const answer = await authenticator.value.authenticate({
    credential: readFileSync(keyFile, 'utf8').trim(),
    remoteAddress: '127.0.0.1',
    peerCertificateSha256: null,
    assertedPrincipal: null,
  });
  authenticator.value.stop();
  return answer;
}

describe('token api-key [T-AUTH-3] [T-AUTH-8]', () => {
  it('makes a key that a server with the printed entries accepts, for its owner only', async () => {
    const wishes = ['--subscription', 'orders', '--grant', 'subscribe=orders:*', '--client-type', 'service'];
    const one = await run('robot-1', ...wishes, '--expires', '2999-01-31T18:00:00Z');
    const two = await run('1e5');
    expect([one.status, two.status]).toEqual([0, 0]);
    expect(statSync(at('robot-1.key')).mode & 0o777).toBe(0o600);
    const answer = await authenticate(one.stdout + two.stdout, at('robot-1.key'));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        keyId: 'robot-1',
        tenant: 'acme',
        subject: 'robot',
        grants: { publish: ['orders:*', 'logs:app.*'], subscribe: ['orders:*'], history: [], command: ['*'] },
        subscriptions: ['orders:*'],
        expiresAtMs: Date.UTC(2999, 0, 31, 18),
      },
    });
    expect(await authenticate(one.stdout + two.stdout, at('1e5.key'))).toMatchObject({ value: { keyId: '1e5' } });
    expect(await authenticate(two.stdout, at('robot-1.key'))).toEqual({ ok: false, error: { reason: 'unknown' } });
  });

  it('prints the hash and never the key', async () => {
    for (const flags of [[], ['--json']]) {
      const id = `k${flags.length}`;
      const { stdout, stderr } = await run(id, ...flags);
      const key = readFileSync(at(`${id}.key`), 'utf8').trim();
      expect(key).toMatch(/^aqk_[\w-]{43}$/);
      expect(stdout + stderr).not.toContain(key.slice(4));
      expect(stdout).toMatch(/[0-9a-f]{64}/);
    }
    const record = JSON.parse((await run('k2', '--json', '-q')).stdout) as Record<string, unknown>;
    expect(record).toMatchObject({ v: 1, type: 'api_key', id: 'k2', expires: null, key_file: at('k2.key') });
  });

  it('never writes over a file', async () => {
    expect((await run('robot')).status).toBe(0);
    const before = readFileSync(at('robot.key'), 'utf8');
    const again = await run('robot');
    expect([again.status, again.stdout, readFileSync(at('robot.key'), 'utf8')]).toEqual([66, '', before]);
  });

  it.each([
    [['--tenant', 'no tenant'], 'tenant must be'],
    [['--grant', 'publish=not an address'], 'must be a grant'],
    [['--grant', 'shout=orders:*'], 'is no grant'],
    [['--subscription', 'secret:*'], 'not granted'],
    [['--expires', 'tomorrow'], 'must be an instant'],
    [['--client-type', 'robot'], 'Allowed choices'],
  ])('makes nothing for %j', async (flags, problem) => {
    const { status, stdout, stderr } = await run('robot', ...flags);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain(problem);
    expect(() => statSync(at('robot.key'))).toThrow('ENOENT');
  });

  it('escapes what it prints, so that nothing in it is another key of YAML', async () => {
    const { stdout } = await run('quoted', '--subject', 'a: "b" # c');
    writeFileSync(at('keys.yaml'), `version: 1\nkeys:\n${stdout}`, { mode: 0o600 });
    const loaded = loadKeyFile(at('keys.yaml'));
    expect(loaded.ok && [...loaded.value.values()].map(({ subject }) => subject)).toEqual(['a: "b" # c']);
  });
});
