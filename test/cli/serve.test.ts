import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { collect, Sandbox, waitFor } from './program.js';
import { made } from '../support/casil/samples.js';

let sandbox = new Sandbox();
afterEach(async () => {
  await sandbox.dispose();
  sandbox = new Sandbox();
});

describe('serve --dev [S-CLI-1]', () => {
  it('prints where it is, proves that it works, and says what to try', async () => {
    const server = await sandbox.serveDev();
    const { busUrl, adminUrl } = server.context;
    const lines = server.output.stdout.split('\n');
    const program = lines[3]?.match(/try {3}(node \S+) tail/)?.[1] ?? '';
    expect(program).toMatch(/^node .*arqonbus\.js$/);
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}ArqonBus \d+\.\d+\.\d+ {2}dev mode: loopback only, ephemeral keys, memory history$/),
      `  bus   ${busUrl}     admin  ${adminUrl}`,
      expect.stringMatching(/^ {2}self-check {2}join, send, receive, history: ok \(\d+ ms\)$/),
      `  try   ${program} tail demo --as-client --payload`,
      `        ${program} send demo:hello '{"text":"hi","email":"ada@example.com"}'`,
      `  sdk   export ARQONBUS_TOKEN=${server.context.token}`,
      '  stop  Ctrl-C',
      '  ready',
      '',
    ]);
    expect(server.output.stderr).toBe('');
    expect(await server.stop()).toBe(0);
  });

  it('masks and blocks as the demo policy says, and tells the sender by which rule [C-CLI-1] [C-META-1]', async () => {
    const server = await sandbox.serveDev();
    const masked = await sandbox.run(['send', 'demo:hello', '{"text":"hi","email":"ada@example.com"}']);
    expect([masked.status, masked.stderr]).toEqual([0, '']);
    expect(masked.stdout).toMatch(
      /^accepted {2}demo:hello {2}sequence 1 .* ~ redact mask-email {2}\(parts of it were masked\)$/m,
    );
    const record = await sandbox.run(['send', 'demo:hello', '{"email":"ada@example.com"}', '--json']);
    expect(JSON.parse(record.stdout)).toMatchObject({ outcome: 'redacted', casil: { rules: ['mask-email'] } });

    const secret = made('github_token');
    const blocked = await sandbox.run(['send', 'demo:hello', `push with ${secret}`, '--json']);
    expect(blocked.status).toBe(1);
    expect(JSON.parse(blocked.stdout)).toMatchObject({
      outcome: 'blocked',
      error: 'CASIL_POLICY_BLOCKED_SECRET',
      casil: { decision: 'block' },
    });
    expect(blocked.stderr).toContain('CASIL_POLICY_BLOCKED_SECRET');

    const history = await sandbox.run(['history', 'demo:hello', '--json']);
    expect(history.stdout).not.toContain('ada@example.com');
    expect(history.stdout).toContain('"email":"***************"');
    expect([blocked.stdout, blocked.stderr, history.stdout, server.output.stderr].join('')).not.toContain(secret);
    expect(await server.stop()).toBe(0);
  });

  it('refuses to start on policies it cannot use, naming the line of each mistake [C-CFG-1]', async () => {
    const mine =
      'version: 1\nname: mine\ndetectors: [email]\nrules:\n  - {id: r, when: {detectors: [email]}, action: blok}\n';
    writeFileSync(join(sandbox.folder, 'mine.yaml'), mine);
    const config = join(sandbox.folder, 'arqonbus.yaml');
    writeFileSync(config, 'casil:\n  enabled: true\n  policies: [block-secretz, ./mine.yaml, ./none.yaml]\n');
    for (const args of [['serve'], ['serve', '--check'], ['config', 'validate']]) {
      const { status, stderr } = await sandbox.run([...args, '-c', config]);
      expect(status).toBe(args[0] === 'serve' ? 78 : 1);
      expect(stderr).toContain(`--> ${config}:3:14`);
      expect(stderr).toContain('did you mean "block-secrets"?');
      expect(stderr).toContain(`--> ${join(sandbox.folder, 'mine.yaml')}:5:49`);
      expect(stderr).toContain(`--> ${config}:3:42`);
    }
    writeFileSync(config, 'casil: { enabled: true, mode: enforce }\n');
    expect((await sandbox.run(['serve', '-c', config])).stderr).toContain('CFG026');
  });

  it('tells a second terminal through a private file that goes with it', async () => {
    const server = await sandbox.serveDev();
    const path = join(sandbox.folder, 'arqonbus', 'dev.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await sandbox.run(['send', 'demo:hello', 'hi'])).status).toBe(0);
    expect((await sandbox.run(['status'])).stdout).toContain('from context dev');
    expect(server.output.stdout).not.toContain(server.context.adminToken);
    expect(await server.stop()).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  it('is found only while it lives', async () => {
    const server = await sandbox.serveDev();
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    expect(existsSync(join(sandbox.folder, 'arqonbus', 'dev.json'))).toBe(true);
    const { status, stderr } = await sandbox.run(['send', 'demo:hello', 'hi', '--context', 'dev']);
    expect(stderr).toContain('no development server is running');
    expect(status).toBe(66);
  });

  it('needs its token', async () => {
    const server = await sandbox.serveDev();
    const { status } = await sandbox.run(['send', 'demo:hello', 'hi', '--url', server.context.busUrl]);
    expect(status).toBe(77);
  });

  it('leaves no channel of the self-check behind', async () => {
    await sandbox.serveDev();
    const { status } = await sandbox.run(['history', 'arqonbus-self-check:echo']);
    expect(status).toBe(1);
  });

  it('takes free ports where the configured ones are taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    writeFileSync(join(sandbox.folder, 'arqonbus.yaml'), `admin: {port: ${port}}\n`);
    const server = await sandbox.serveDev();
    taken.close();
    expect(server.context.adminUrl).not.toContain(`:${port}`);
    expect((await sandbox.run(['send', 'demo:hello', 'hi'])).status).toBe(0);
  });

  it('refuses production, other addresses, and a shared folder for its context', async () => {
    const production = await sandbox.run(['serve', '--dev'], { env: { NODE_ENV: 'production' } });
    expect(production.stderr).toContain('error[CLI007]');
    const everywhere = await sandbox.run(['serve', '--dev', '--host', '0.0.0.0']);
    mkdirSync(join(sandbox.folder, 'arqonbus'), { mode: 0o777 });
    const shared = await sandbox.shell('chmod 777 arqonbus; $ARQONBUS serve --dev --port 0');
    expect(shared.stderr).toContain('error[CLI008]');
    expect([production.status, everywhere.status, shared.status]).toEqual([78, 78, 78]);
  });
});

describe('serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s drains and ends with 0 [P10]', async (signal) => {
    const child = sandbox.start(['serve', '--port', '0'], { keepStdinOpen: true });
    const output = collect(child);
    await waitFor(() => output.stderr.includes('server.started'));
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(output.stderr).toContain('server.stopped');
    expect(output.stdout).toBe('');
    const lines = output.stderr.split('\n').filter((line) => line !== '');
    for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
  });

  it('a second signal stops at once', async () => {
    const server = await sandbox.serveDev();
    const tail = sandbox.start(['tail', 'demo', '--as-client', '--wait', '30s']);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const startMs = performance.now();
    const ended = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    server.child.kill('SIGINT');
    await ended;
    expect(performance.now() - startMs).toBeLessThan(5000);
    tail.kill('SIGTERM');
  });

  it('--check validates, tries the ports and leaves nothing running', async () => {
    const { status, stdout } = await sandbox.run(['serve', '--check', '--port', '0']);
    expect([status, stdout]).toEqual([0, 'ok: the configuration is valid and 127.0.0.1:0 can be bound\n']);
  });

  it('reads the admin token from a file of its owner only, and one long enough [S-ADM-1]', async () => {
    const write = (text: string, mode: number) => writeFileSync(join(sandbox.folder, 'token'), text, { mode });
    writeFileSync(join(sandbox.folder, 'arqonbus.yaml'), 'admin: {enabled: true, port: 0, token_file: token}\n');
    const check = () => sandbox.run(['serve', '--check', '--port', '0']);
    expect((await check()).status).toBe(66);
    write('short', 0o600);
    expect(await check()).toMatchObject({ status: 78, stderr: expect.stringContaining('shorter than 22') as string });
    write('x'.repeat(22), 0o600);
    expect((await check()).status).toBe(0);
    const open = await sandbox.shell('chmod 644 token; $ARQONBUS serve --check --port 0');
    expect(open).toMatchObject({ status: 78, stderr: expect.stringContaining('chmod 600') as string });
    expect(readFileSync(join(sandbox.folder, 'token'), 'utf8')).toBe('x'.repeat(22));
  });
});
