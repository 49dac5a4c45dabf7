import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, Sandbox, waitFor, type Server } from './program.js';

const sandbox = new Sandbox();
let server: Server;
beforeAll(async () => {
  server = await sandbox.serveDev();
});
afterAll(() => sandbox.dispose());

const GOOD = '{"room":"demo","channel":"exit","payload":1}\n';
const BAD = '{"room":"demo","channel":"exit"}\n';

describe('exit status [S-CLI-1]', () => {
  it('0: it worked', async () => {
    const { status, stdout, stderr } = await sandbox.run(['send', 'demo:exit', 'hi']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^accepted {2}demo:exit {2}sequence 1 {2}memory {2}[\d.]+ ms\n$/);
  });

  it('1: the answer is no', async () => {
    const invalid = await sandbox.run(['config', 'validate', '-'], { stdin: 'nonsense: 1\n' });
    expect(invalid.status).toBe(1);
    const nobody = await sandbox.run(['send', '--to', 'n1.nobody', 'hi']);
    expect(nobody.stderr).toContain('error[NOT_FOUND]');
    expect(nobody.status).toBe(1);
  });

  it('64: wrong usage', async () => {
    expect((await sandbox.run(['tail'])).status).toBe(64);
  });

  it('65: bad data, with the line of it', async () => {
    const { status, stderr } = await sandbox.run(['send', '--jsonl'], { stdin: BAD });
    expect(stderr).toContain('  --> stdin:1:1\n');
    expect(status).toBe(65);
  });

  it('65: a payload over the limit of the bus', async () => {
    const { status, stderr } = await sandbox.run(['send', 'demo:exit', '-'], { stdin: 'x'.repeat(65_537) });
    expect(stderr).toContain('error[PAYLOAD_TOO_LARGE]');
    expect(status).toBe(65);
    const atBound = await sandbox.run(['send', 'demo:exit', '-'], { stdin: 'x'.repeat(65_536) });
    expect(atBound.status).toBe(0);
  });

  it('66: a missing input', async () => {
    expect((await sandbox.run(['send', '--jsonl', 'no-such-file'])).status).toBe(66);
    expect((await sandbox.run(['serve', '-c', 'no-such-file'])).status).toBe(66);
    expect((await sandbox.run(['status', '--context', 'no-such-context'])).status).toBe(66);
  });

  it('69: nobody listens there, or somebody else does', async () => {
    const unreachable = await sandbox.run(['send', 'demo:exit', 'hi', '--url', 'ws://127.0.0.1:1']);
    expect(unreachable.stderr).toContain('error[CLI004]');
    expect(unreachable.status).toBe(69);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const busy = await sandbox.run(['serve', '--port', String(port)]);
    const checked = await sandbox.run(['serve', '--port', String(port), '--check']);
    taken.close();
    for (const { status, stderr } of [busy, checked]) {
      expect(stderr).toContain(`cannot listen on 127.0.0.1:${port}: another program has the port`);
      expect(stderr).not.toContain('server.stopped');
      expect(status).toBe(69);
    }
  });

  it('69: status says what is not there, and the exact lines that would enable it', async () => {
    const { status, stdout } = await sandbox.run([
      'status',
      '--url',
      'ws://127.0.0.1:1',
      '--admin-url',
      'http://127.0.0.1:1',
    ]);
    expect(stdout).toMatch(/^ok {4}config {3}ws:\/\/127\.0\.0\.1:1 from flag --url$/m);
    expect(stdout).toMatch(/^fail {2}bus {6}ws:\/\/127\.0\.0\.1:1: /m);
    expect(stdout).toMatch(/^fail {2}admin {4}nothing answers at http:\/\/127\.0\.0\.1:1$/m);
    const lines = stdout.split('\n').flatMap((line) => line.match(/= next: (admin:| .*)$/)?.[1] ?? []);
    expect(lines).toEqual(['admin:', '  enabled: true', '  token_file: /path/to/admin-token']);
    expect(status).toBe(69);
  });

  it('status --ready: 0 while the bus takes messages', async () => {
    expect((await sandbox.run(['status', '--ready', '-q'])).status).toBe(0);
  });

  it('75: only a part of it worked', async () => {
    const { status, stdout } = await sandbox.run(['send', '--jsonl', '--json', '--on-error', 'continue'], {
      stdin: GOOD + BAD + GOOD,
    });
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said.map(({ type, line }) => ({ type, line }))).toEqual(
      expect.arrayContaining([
        { type: 'ack', line: 1 },
        { type: 'error', line: 2 },
        { type: 'ack', line: 3 },
      ]),
    );
    expect(status).toBe(75);
  });

  it('75: nobody answers the request now', async () => {
    const { status, stderr } = await sandbox.run(['send', 'demo:exit', 'hi', '--request']);
    expect(stderr).toContain('error[NO_RESPONDER]');
    expect(status).toBe(75);
  });

  it('77: a wrong credential', async () => {
    const { status, stderr } = await sandbox.run(['send', 'demo:exit', 'hi'], { env: { ARQONBUS_TOKEN: 'wrong' } });
    expect(stderr).toContain('error[CLI005]');
    expect(stderr).not.toContain('wrong');
    expect(status).toBe(77);
  });

  it('77: a token left over in the environment, and what hides behind it', async () => {
    const env = { ARQONBUS_TOKEN: 'left-over' };
    for (const command of [
      ['send', 'demo:exit', 'hi'],
      ['tail', 'demo:exit', '--as-client'],
      ['history', 'demo:exit'],
    ]) {
      const { status, stderr } = await sandbox.run(command, { env });
      expect(stderr).toContain('  = the credential is from env ARQONBUS_TOKEN\n');
      expect(stderr).toContain('  = next: unset ARQONBUS_TOKEN, so that the token of context dev is used\n');
      expect(status).toBe(77);
    }
    const { status, stdout } = await sandbox.run(['status'], { env });
    expect(stdout).toContain('next: unset ARQONBUS_TOKEN, so that the token of context dev is used\n');
    expect(status).toBe(77);
  });

  it('65: a cursor that is not of this channel', async () => {
    const { status, stderr } = await sandbox.run(['history', 'demo:exit', '--after', '1.1']);
    expect(stderr).toContain('error[CLI002]: the cursor is of an earlier life of this channel');
    expect(stderr).toContain('--> flag --after');
    expect(status).toBe(65);
  });

  it('65: a pattern that a message keeps busy for ever', async () => {
    await sandbox.run(['send', 'demo:busy', 'x'.repeat(60)]);
    const args = ['tail', 'demo:busy', '--as-client', '--last', '1', '--grep', '(x+x+)+y'];
    const { status, stderr } = await sandbox.run(args);
    expect(stderr).toContain('error[CLI002]: --grep took over 1000 ms for one message');
    expect(status).toBe(65);
  });

  it('78: a configuration that is not valid', async () => {
    const { status, stderr } = await sandbox.run(['serve', '--host', '0.0.0.0']);
    expect(stderr).toContain('error[CFG020]');
    expect(stderr).toContain('flag --host');
    expect(status).toBe(78);
  });

  it('124: --wait and --timeout ran out', async () => {
    expect((await sandbox.run(['tail', 'demo:exit', '--as-client', '--wait', '200ms'])).status).toBe(124);
    expect((await sandbox.run(['tail', 'demo:exit', '--as-client', '--timeout', '500ms'])).status).toBe(124);
    const waiting = await sandbox.run(['config', 'validate', '-', '--timeout', '300ms'], { keepStdinOpen: true });
    expect(waiting.status).toBe(124);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: %i', async (signal, expected) => {
    const child = sandbox.start(['tail', 'demo:exit', '--as-client', '--last', '1', '--payload']);
    const output = collect(child);
    await waitFor(() => output.stdout !== '');
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([expected, null]);
    expect(output.stderr).toBe('');
  });

  it('says that the server is gone while send waits for it, and ends when told to', async () => {
    const other = new Sandbox();
    const gone = await other.serveDev();
    const child = other.start(['send', 'demo:exit', 'hi', '--repeat', '100000', '--rate', '100/s']);
    const output = collect(child);
    // Under way: the channel exists when something was sent.
    let exists = false;
    while (!exists) exists = (await other.run(['history', 'demo:exit', '-q'])).status === 0;
    expect([child.exitCode, output.stderr]).toEqual([null, '']);
    gone.child.kill('SIGKILL');
    await waitFor(() => output.stderr.includes('-- connection lost; connecting again --'));
    // Long enough for several attempts, which are not worth a line each.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(output.stderr.match(/connection lost/g)).toHaveLength(1);
    await other.dispose();
  });

  it('69: the server goes away for good', async () => {
    const child = sandbox.start(['tail', 'demo:exit', '--as-client', '--last', '1', '--no-reconnect']);
    const output = collect(child);
    await waitFor(() => output.stdout !== '');
    const ended = once(child, 'exit');
    expect(await server.stop()).toBe(0);
    const [status] = (await ended) as [number];
    expect(status).toBe(69);
  });
});
