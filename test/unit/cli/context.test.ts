import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import type { CommandContext, GlobalOptions } from '../../../src/cli/command-context.js';
import { devContextPath, readDevContext, writeDevContext } from '../../../src/cli/dev-context.js';
import { readNamedContexts } from '../../../src/cli/named-context.js';
import { OperatorError } from '../../../src/cli/operator-error.js';
import { resolveTarget } from '../../../src/cli/target.js';

let home = '';
let env: Record<string, string> = {};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'arqonbus-context-'));
  env = { XDG_RUNTIME_DIR: join(home, 'run'), XDG_CONFIG_HOME: join(home, 'config') };
  mkdirSync(join(home, 'config', 'arqonbus'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const DEV = {
  busUrl: 'ws://127.0.0.1:1',
  adminUrl: 'http://127.0.0.1:2',
  token: 'dev-token',
  adminToken: 'dev-admin',
  pid: process.pid,
};

function context(globals: Partial<GlobalOptions> = {}, extra: Record<string, string> = {}): CommandContext {
  // Only what resolving a target looks at; a command gets the rest from run.ts.
  return { env: { ...env, ...extra }, globals, clock: systemClock } as unknown as CommandContext;
}

function writeContexts(text: string): void {
  writeFileSync(join(home, 'config', 'arqonbus', 'contexts.yaml'), text);
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OperatorError)) throw new Error('accepted');
  return `${error.exit}: ${error.message}`;
}

describe('the development context [S-CLI-1]', () => {
  it('is private, found again, and removed by who wrote it', () => {
    const forget = writeDevContext(env, DEV);
    expect(statSync(devContextPath(env)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'run', 'arqonbus')).mode & 0o777).toBe(0o700);
    expect(readDevContext(env)).toEqual(DEV);
    expect(readdirSync(join(home, 'run', 'arqonbus'))).toEqual(['dev.json']);
    forget();
    expect(readdirSync(join(home, 'run', 'arqonbus'))).toEqual([]);
  });

  it('of a later server is left alone by an earlier one', () => {
    const forget = writeDevContext(env, DEV);
    writeDevContext(env, { ...DEV, pid: process.ppid });
    forget();
    expect(readDevContext(env)?.pid).toBe(process.ppid);
  });

  it('is ignored when its server is gone, others could have written it, or it is no context', () => {
    writeDevContext(env, DEV);
    const path = devContextPath(env);
    expect(readDevContext(env, () => false)).toBeNull();
    chmodSync(path, 0o644);
    expect(readDevContext(env)).toBeNull();
    chmodSync(path, 0o600);
    chmodSync(join(home, 'run', 'arqonbus'), 0o755);
    expect(readDevContext(env)).toBeNull();
    chmodSync(join(home, 'run', 'arqonbus'), 0o700);
    expect(readDevContext(env)).toEqual(DEV);
    for (const text of ['', '{', '5', 'null', '{"busUrl":5}', '{"busUrl":"ws://a","token":"t","pid":-1}']) {
      writeFileSync(path, text);
      expect(readDevContext(env), text).toBeNull();
    }
  });

  it('follows no link', () => {
    writeDevContext(env, DEV);
    const path = devContextPath(env);
    const elsewhere = join(home, 'elsewhere.json');
    writeFileSync(elsewhere, JSON.stringify(DEV), { mode: 0o600 });
    rmSync(path);
    symlinkSync(elsewhere, path);
    expect(readDevContext(env)).toBeNull();
  });

  it('is not written into a folder that others can enter', () => {
    mkdirSync(join(home, 'run', 'arqonbus'), { recursive: true, mode: 0o700 });
    chmodSync(join(home, 'run', 'arqonbus'), 0o777);
    expect(() => writeDevContext(env, DEV)).toThrow('not a private folder');
  });
});

describe('resolveTarget [S-CLI-1]', () => {
  it.each([
    ['server: {host: 0.0.0.0, trusted_proxies: [10.0.0.0/8]}', 'ws://127.0.0.1:7410', null],
    ['server: {host: "::"}\ntls: {cert_file: c.pem, key_file: k.pem}', 'wss://[::1]:7410', null],
    [
      'server: {port: 1}\nadmin: {enabled: true, port: 2, token_file: token, host: 0.0.0.0, tls: {cert_file: c, key_file: k}}',
      'ws://127.0.0.1:1',
      'https://127.0.0.1:2',
    ],
  ])('speaks to the server of %j as it listens [T-TLS-1]', async (text, url, adminUrl) => {
    const file = join(home, 'bus.yaml');
    writeFileSync(join(home, 'token'), 't'.repeat(32), { mode: 0o600 });
    writeFileSync(file, `${text}\nauth: {mode: required, api_keys: {file: keys.yaml}}\n`);
    expect(await resolveTarget(context({ config: file }))).toMatchObject({ url, adminUrl });
  });

  it('prefers flag to environment to context to default', async () => {
    const urlOf = async (...args: Parameters<typeof context>) => (await resolveTarget(context(...args))).url;
    expect(await urlOf()).toBe('ws://127.0.0.1:7410');
    writeContexts('current: named\ncontexts:\n  named: {url: "wss://named.example"}\n');
    expect(await urlOf()).toBe('wss://named.example');
    writeDevContext(env, DEV);
    expect(await urlOf()).toBe('ws://127.0.0.1:1');
    expect(await urlOf({ context: 'named' })).toBe('wss://named.example');
    expect(await urlOf({}, { ARQONBUS_CONTEXT: 'named' })).toBe('wss://named.example');
    expect(await urlOf({}, { ARQONBUS_URL: 'ws://env.example' })).toBe('ws://env.example');
    expect(await urlOf({ url: 'ws://flag.example' }, { ARQONBUS_URL: 'ws://env.example' })).toBe('ws://flag.example');
  });

  it('takes the address from the configuration where there is no context', async () => {
    const file = join(home, 'a.yaml');
    const tokenFile = join(home, 'admin.token');
    writeFileSync(tokenFile, 'admin-secret');
    writeFileSync(
      file,
      `server: {host: "::1", port: 7500}\nadmin: {enabled: true, token_file: ${tokenFile}, port: 7501}\n`,
    );
    expect(await resolveTarget(context({ config: file }))).toEqual({
      url: 'ws://[::1]:7500',
      token: null,
      adminUrl: 'http://127.0.0.1:7501',
      adminToken: 'admin-secret',
      origin: `config ${file}`,
      tokenOrigin: null,
      unusedTokenOrigin: null,
    });
  });

  it('says where the token is from, and which one it hides', async () => {
    writeDevContext(env, DEV);
    expect(await resolveTarget(context())).toMatchObject({ tokenOrigin: 'context dev', unusedTokenOrigin: null });
    expect(await resolveTarget(context({}, { ARQONBUS_TOKEN: 'old' }))).toMatchObject({
      token: 'old',
      tokenOrigin: 'env ARQONBUS_TOKEN',
      unusedTokenOrigin: 'context dev',
    });
    const elsewhere = context({ url: 'ws://other.example' }, { ARQONBUS_TOKEN: 'old' });
    expect(await resolveTarget(elsewhere)).toMatchObject({
      tokenOrigin: 'env ARQONBUS_TOKEN',
      unusedTokenOrigin: null,
    });
  });

  it.each(['ARQONBUS_TOKEN', 'ARQONBUS_ADMIN_TOKEN'])('refuses a %s that no request could carry', async (name) => {
    for (const token of ['two words', 'line\nline', 'é', 'x'.repeat(8193)]) {
      const refused = await refusal(resolveTarget(context({}, { [name]: token })));
      expect(refused).toBe(`data: ${name} must hold one token and nothing else`);
    }
    await expect(resolveTarget(context({}, { [name]: 'x'.repeat(8192) }))).resolves.toBeDefined();
  });

  it('never sends the token of a context to another address', async () => {
    writeDevContext(env, DEV);
    expect(await resolveTarget(context())).toMatchObject({ token: 'dev-token', adminToken: 'dev-admin' });
    expect(await resolveTarget(context({ url: 'ws://evil.example' }))).toMatchObject({ token: null, adminToken: null });
    expect(await resolveTarget(context({ url: 'ws://evil.example', context: 'dev' }))).toMatchObject({ token: null });
    expect(await resolveTarget(context({ adminUrl: 'http://evil.example' }))).toMatchObject({ adminToken: null });
    const own = { ARQONBUS_TOKEN: 'mine' };
    expect(await resolveTarget(context({ url: 'ws://other.example' }, own))).toMatchObject({ token: 'mine' });
  });

  it('reads tokens from files beside the contexts, and refuses files that hold none', async () => {
    writeContexts('contexts:\n  a: {url: "ws://a.example", token_file: a.token}\n');
    expect(await refusal(resolveTarget(context({ context: 'a' })))).toContain('missing: cannot read the token file');
    writeFileSync(join(home, 'config', 'arqonbus', 'a.token'), 'secret\n');
    expect(await resolveTarget(context({ context: 'a' }))).toMatchObject({ token: 'secret', origin: 'context a' });
    for (const text of ['', ' \n', 'two words', 'line\nline', 'é', 'x'.repeat(20_000)]) {
      writeFileSync(join(home, 'config', 'arqonbus', 'a.token'), text);
      expect(await refusal(resolveTarget(context({ context: 'a' })))).toContain('data: the token file must hold');
    }
  });

  it('refuses unknown contexts, other schemes and credentials in addresses', async () => {
    expect(await refusal(resolveTarget(context({ context: 'nope' })))).toBe('missing: there is no context "nope"');
    expect(await refusal(resolveTarget(context({ context: 'dev' })))).toBe('missing: no development server is running');
    expect(await refusal(resolveTarget(context({ url: 'http://a' })))).toContain('usage: "http://a" is not a URL');
    expect(await refusal(resolveTarget(context({ url: 'nonsense' })))).toContain('usage:');
    expect(await refusal(resolveTarget(context({ url: 'ws://u:p@a' })))).toContain('must not hold a credential');
  });
});

describe('contexts.yaml', () => {
  it.each([
    ['a: [', 'not valid YAML'],
    ['- a', 'the file must be a mapping'],
    ['context: {}', 'unknown key "context"'],
    ['current: 5', 'current must be a name'],
    ['contexts: {a: 5}', 'a must be a mapping'],
    ['contexts: {a: {token: x}}', 'unknown key "token" in a'],
    ['contexts: {a: {url: 5}}', 'url of a must be text'],
  ])('%s is refused', async (text, problem) => {
    writeContexts(text);
    expect(await refusal(readNamedContexts(env))).toContain(problem);
  });

  it('may be empty or missing', async () => {
    writeContexts('');
    expect((await readNamedContexts(env)).contexts.size).toBe(0);
    expect((await readNamedContexts({ XDG_CONFIG_HOME: '/nonexistent' })).contexts.size).toBe(0);
  });
});
