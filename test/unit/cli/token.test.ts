import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJwtAuthenticator } from '../../../src/auth/jwt/jwt-authenticator.js';
import type { JwtAlgorithm } from '../../../src/auth/jwt/algorithms.js';
import { FakeClock } from '../../support/fake-clock.js';
import { cli, type CliResult } from './support.js';

let folder = '';
const clock = new FakeClock();
const at = (name: string): string => join(folder, name);

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'arqonbus-token-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WHO = ['--issuer', 'https://id.example', '--audience', 'bus', '--tenant', 'acme', '--subject', 'svc'];
const GRANTS = ['--grant', 'publish=orders:*,logs:app.*', '--grant', 'subscribe=orders:*', '--grant', 'command=*'];

function run(args: readonly string[], stdin?: string): Promise<CliResult> {
  return cli(['token', ...args], { clock, ...(stdin === undefined ? {} : { stdin }) });
}

async function keygen(name = 'id'): Promise<{ privateFile: string; publicFile: string }> {
  expect((await run(['keygen', at(name)])).status).toBe(0);
  return { privateFile: at(`${name}.private.pem`), publicFile: at(`${name}.public.pem`) };
}

async function mint(keyFile: string, ...more: string[]): Promise<string> {
  const { status, stdout, stderr } = await run(['mint', '-q', '--key', keyFile, ...WHO, ...GRANTS, ...more]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  return stdout.trim();
}

function accepts(material: Buffer, algorithm: JwtAlgorithm, token: string) {
  const authenticator = createJwtAuthenticator({
    issuers: [
      { issuer: 'https://id.example', audience: 'bus', keys: [{ kid: 'k1', algorithm, material }], jwks: null },
    ],
    clock,
  });
  return authenticator.authenticate({
    credential: token,
    remoteAddress: '127.0.0.1',
    peerCertificateSha256: null,
    assertedPrincipal: null,
  });
}

function privateFileOf(name: string, key: KeyObject): string {
  writeFileSync(at(name), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return at(name);
}

describe('token keygen [T-AUTH-8]', () => {
  it('writes a private key for its owner only and a public one for all, and never overwrites', async () => {
    const { privateFile, publicFile } = await keygen();
    expect([statSync(privateFile).mode & 0o777, statSync(publicFile).mode & 0o777]).toEqual([0o600, 0o644]);
    expect(readFileSync(publicFile, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    const before = readFileSync(privateFile, 'utf8');
    const again = await run(['keygen', at('id')]);
    expect([again.status, readFileSync(privateFile, 'utf8')]).toEqual([66, before]);
    expect(again.stderr).toContain('is there already');
  });

  it('leaves no private key behind where the public one cannot be written', async () => {
    writeFileSync(at('id.public.pem'), 'mine');
    expect((await run(['keygen', at('id')])).status).toBe(66);
    expect(() => statSync(at('id.private.pem'))).toThrow('ENOENT');
    expect(readFileSync(at('id.public.pem'), 'utf8')).toBe('mine');
  });

  it('prints no key', async () => {
    const { stdout, stderr } = await run(['keygen', at('id'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, type: 'key_pair', algorithm: 'EdDSA' });
    expect(stdout + stderr).not.toContain('BEGIN');
  });
});

describe('token mint [T-AUTH-8]', () => {
  it('signs what a server accepts, good for one hour by default', async () => {
    const { privateFile, publicFile } = await keygen();
    const token = await mint(privateFile, '--kid', 'k1', '--subscription', 'orders:*', '--role', 'r');
    const answer = await accepts(readFileSync(publicFile), 'EdDSA', token);
    if (!answer.ok) throw new Error(answer.error.reason);
    const { expiresAtMs, ...principal } = answer.value;
    expect(principal).toMatchObject({
      tenant: 'acme',
      subject: 'svc',
      roles: ['r'],
      subscriptions: ['orders:*'],
      grants: { publish: ['orders:*', 'logs:app.*'], subscribe: ['orders:*'], history: [], create: [], command: ['*'] },
    });
    expect(Math.abs(expiresAtMs - clock.nowMs() - 3_600_000)).toBeLessThanOrEqual(3_000);
  });

  it.each<[JwtAlgorithm, () => { privateKey: KeyObject; publicKey: KeyObject }, string[]]>([
    ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), []],
    ['RS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), []],
    ['PS384', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), ['--algorithm', 'PS384']],
  ])('signs with a key for %s', async (algorithm, generate, flags) => {
    const { privateKey, publicKey } = generate();
    const token = await mint(privateFileOf('key.pem', privateKey), '--kid', 'k1', ...flags);
    const material = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(await accepts(material, algorithm, token)).toMatchObject({ ok: true });
  });

  it('signs with a secret where that is said', async () => {
    const secret = randomBytes(32);
    writeFileSync(at('secret'), secret, { mode: 0o600 });
    const token = await mint(at('secret'), '--algorithm', 'HS256');
    expect(await accepts(secret, 'HS256', token)).toMatchObject({ ok: true });
    const silent = await run(['mint', '--key', at('secret'), ...WHO, ...GRANTS]);
    expect([silent.status, silent.stdout]).toEqual([65, '']);
  });

  it('refuses a key that others can read, and says what to do', async () => {
    const { privateFile } = await keygen();
    chmodSync(privateFile, 0o640);
    const { status, stdout, stderr } = await run(['mint', '--key', privateFile, ...WHO, ...GRANTS]);
    expect([status, stdout]).toEqual([78, '']);
    expect(stderr).toContain('chmod 600');
  });

  it('notes who it is for and until when beside the token; --json is one record', async () => {
    const { privateFile } = await keygen();
    const args = ['mint', '--key', privateFile, ...WHO, ...GRANTS, '--ttl', '15m'];
    const plain = await run(args);
    const end = new Date(clock.nowMs() + 900_000).toISOString();
    expect(plain.stderr).toBe(`good for svc of acme until ${end}; whoever has it can use it\n`);
    const record = JSON.parse((await run([...args, '--json', '-q'])).stdout) as Record<string, unknown>;
    expect(record).toMatchObject({
      v: 1,
      type: 'token',
      tenant: 'acme',
      kid: null,
      algorithm: 'EdDSA',
      expires_at: end,
    });
    const long = await run([...args, '--ttl', '2d']);
    expect(long.stderr).toContain('refuse by default');
  });

  it.each([
    [['--grant', 'publish'], 'is no grant'],
    [['--grant', 'shout=orders:*'], 'is no grant'],
    [['--grant', 'publish=a:*,'], 'is no grant'],
    [['--grant', 'publish=not an address'], 'not written as it must be'],
    [['--grant', 'command=Join'], 'not written as it must be'],
    [['--subscription', 'secret:*'], 'not granted'],
    [['--tenant', 'no tenant'], 'not written as it must be'],
    [['--algorithm', 'none'], 'no algorithm of this name'],
    [['--client-type', 'robot'], 'Allowed choices'],
    [['--ttl', '0s'], 'duration'],
  ])('signs nothing for %j', async (flags, problem) => {
    const { privateFile } = await keygen();
    const { status, stdout, stderr } = await run(['mint', '--key', privateFile, ...WHO, ...GRANTS, ...flags]);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain(problem);
  });

  it.each([['public.pem'], ['nonsense']])('refuses %s as a key', async (name) => {
    const { publicFile } = await keygen();
    writeFileSync(at(name), name === 'nonsense' ? 'nonsense' : readFileSync(publicFile), { mode: 0o600 });
    expect((await run(['mint', '--key', at(name), ...WHO, ...GRANTS])).status).toBe(65);
    expect((await run(['mint', '--key', at('gone'), ...WHO, ...GRANTS])).status).toBe(66);
  });
});

/** Characters a terminal would obey or not show, each once. */
function hiddenIn(text: string): string[] {
  return [...new Set([...text].filter((char) => /[\p{Cc}\p{Cf}]/u.test(char)))];
}

describe('token inspect [T-AUTH-8] [P9]', () => {
  it('prints what the token says and that nobody vouches for it, never the token', async () => {
    const { privateFile } = await keygen();
    const token = await mint(privateFile);
    for (const args of [['inspect'], ['inspect', '--json']]) {
      const { status, stdout } = await run(args, `${token}\n`);
      expect(status).toBe(0);
      expect(stdout).toContain('https://id.example');
      for (const part of token.split('.')) expect(stdout).not.toContain(part);
    }
    const { stdout } = await run(['inspect'], token);
    expect(stdout).toContain('was not checked: anyone can write these words');
    expect(stdout).toContain('  alg: EdDSA\n');
    expect(stdout).toContain(`(${new Date(clock.nowMs() + 3_600_000).toISOString()})`);
  });

  it('says whether it verifies, with a key or a set of them, and whether it is in its time', async () => {
    const { privateFile, publicFile } = await keygen();
    const other = await keygen('other');
    const token = await mint(privateFile, '--kid', 'k1');
    writeFileSync(at('token'), token);
    const inspect = async (...args: string[]) => {
      const { status, stdout } = await run(['inspect', at('token'), '--json', ...args]);
      const { signature, times } = JSON.parse(stdout) as Record<string, unknown>;
      return { status, signature, times };
    };
    expect(await inspect('--key', publicFile)).toEqual({ status: 0, signature: 'good', times: 'in_time' });
    expect(await inspect('--key', other.publicFile)).toEqual({ status: 1, signature: 'bad', times: 'in_time' });

    const { createPublicKey } = await import('node:crypto');
    const jwkOf = (file: string, kid: string) => ({
      ...createPublicKey(readFileSync(file)).export({ format: 'jwk' }),
      kid,
      alg: 'EdDSA',
    });
    const writeSet = (...keys: unknown[]) => writeFileSync(at('jwks.json'), JSON.stringify({ keys }));
    writeSet(jwkOf(other.publicFile, 'k0'), jwkOf(publicFile, 'k1'));
    expect(await inspect('--jwks', at('jwks.json'))).toMatchObject({ status: 0, signature: 'good' });
    writeSet(jwkOf(publicFile, 'k0'));
    expect(await inspect('--jwks', at('jwks.json'))).toMatchObject({ status: 1, signature: 'no_key' });

    clock.advance(3_600_000);
    expect(await inspect('--key', publicFile)).toEqual({ status: 1, signature: 'good', times: 'expired' });
    expect(await inspect()).toEqual({ status: 0, signature: 'not_checked', times: 'expired' });
  });

  it('shows hostile words harmlessly', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      sub: '\u001b[2J\u202egnp.exe',
      exp: 1e300,
      ['na\nme']: 'x\u0000',
      __proto__: null,
      deep: [{ a: '\u009b' }],
    };
    const token = `${part({ alg: 'none' })}.${part(claims)}.AAAA`;
    const plain = await run(['inspect'], token);
    expect(plain.status).toBe(0);
    expect(hiddenIn(plain.stdout)).toEqual(['\n']);
    expect(plain.stdout.split('\n').filter((line) => line.includes('me: x'))).toHaveLength(1);
    const json = await run(['inspect', '--json'], token);
    expect(hiddenIn(json.stdout.slice(0, -1))).toEqual([]);
  });

  it('takes no token on the command line, and does not repeat the one that came', async () => {
    const { privateFile } = await keygen();
    const token = await mint(privateFile);
    const { status, stdout, stderr } = await run(['inspect', token]);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain('does not belong on a command line');
    expect(stderr).not.toContain(token.split('.')[1]);
  });

  it.each(['', 'a.b', 'a.b.c', 'no token at all', `${'A'.repeat(40)}.${'B'.repeat(40)}.C`])(
    'refuses "%s" without showing it',
    async (text) => {
      const { status, stdout, stderr } = await run(['inspect'], text);
      expect([status, stdout]).toEqual([65, '']);
      if (text.length > 12) expect(stderr).not.toContain(text);
    },
  );

  it('wants one thing to verify with', async () => {
    const { privateFile, publicFile } = await keygen();
    const token = await mint(privateFile);
    const status = async (...args: string[]) => (await run(['inspect', ...args], token)).status;
    expect(await status('--key', publicFile, '--jwks', publicFile)).toBe(64);
    expect(await status('--algorithm', 'HS256')).toBe(64);
    expect(await status('--key', publicFile, '--algorithm', 'EdDSA')).toBe(64);
    expect(await status('--jwks', publicFile)).toBe(65);
    expect(await status('--key', at('gone'))).toBe(66);
  });
});
