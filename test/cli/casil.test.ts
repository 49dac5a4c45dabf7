import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASES, POLICY } from '../unit/cli/casil/folder.js';
import { collect, records, Sandbox, waitFor } from './program.js';

const sandbox = new Sandbox();
const at = (name: string) => join(sandbox.folder, name);
beforeAll(() => {
  writeFileSync(at('desk.yaml'), POLICY);
  writeFileSync(at('cases.yaml'), CASES);
  writeFileSync(at('old.yaml'), POLICY.replace('action: redact', 'action: allow'));
});
afterAll(() => sandbox.dispose());

describe('casil test-policy as a program [C-CLI-1]', () => {
  it('0: the policies that are shipped pass their own cases', async () => {
    const { status, stdout, stderr } = await sandbox.run([
      'casil',
      'test-policy',
      join(process.cwd(), 'policies/tests'),
    ]);
    expect([status, stderr], stdout).toEqual([0, '']);
    expect(stdout).toMatch(/\n\d+ passed · rules covered (\d+)\/\1\n$/);
  });

  it.each([
    [0, CASES, POLICY],
    [1, CASES.replace('decision: block', 'decision: allow'), POLICY],
    [1, 'version: 1\npolicy: other.yaml\ncases: []\n', POLICY],
    [64, CASES.replace('policy: desk.yaml\n', ''), POLICY],
    [65, CASES.replace('expect:', 'epxect:'), POLICY],
    [66, CASES.replace('desk.yaml', 'gone.yaml'), POLICY],
    [78, CASES.replace('desk.yaml', 'other.yaml'), POLICY.replace('rules:', 'ruels:')],
  ])('exit status %i', async (expected, cases, policy) => {
    writeFileSync(at('these.yaml'), cases);
    writeFileSync(at('other.yaml'), policy);
    const { status, stdout, stderr } = await sandbox.run(['casil', 'test-policy', 'these.yaml']);
    expect(status, stdout + stderr).toBe(expected);
    expect(stderr === '').toBe(stdout !== '');
  });

  it('--watch runs again when cases or policy change, mended or broken, and ends with 130', async () => {
    writeFileSync(at('watched.yaml'), CASES.replace('desk.yaml', 'live.yaml'));
    writeFileSync(at('live.yaml'), POLICY);
    const child = sandbox.start(['casil', 'test-policy', 'watched.yaml', '--watch']);
    const output = collect(child);
    const waits = () => output.stderr.endsWith('-- waiting for a change --\n');
    await waitFor(() => output.stdout.includes('6 passed') && waits());

    writeFileSync(at('live.yaml'), POLICY.replace('action: block', 'action: allow'));
    await waitFor(() => output.stdout.includes('4 failed, 2 passed') && waits());
    writeFileSync(at('live.yaml'), POLICY.replace('action: block', 'action: blok'));
    await waitFor(() => output.stderr.includes('live.yaml:8:13') && waits());
    writeFileSync(at('live.yaml'), POLICY);
    await waitFor(() => output.stdout.match(/^6 passed/gm)?.length === 2 && waits());
    writeFileSync(
      at('watched.yaml'),
      CASES.replace('desk.yaml', 'live.yaml').replace('name: masks', 'name: still masks'),
    );
    await waitFor(() => output.stdout.includes('✓ still masks e-mail') && waits());

    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  it('--watch ends at --timeout, and when the reader has gone', async () => {
    const timed = await sandbox.run(['casil', 'test-policy', 'cases.yaml', '--watch', '--timeout', '2s']);
    expect(timed.status).toBe(124);
    writeFileSync(at('touched.yaml'), CASES);
    // What is written to a reader that has gone is written by the next run.
    const gone = await sandbox.shell(
      '(for n in $(seq 20); do sleep 1; echo "#" >> touched.yaml; done) & $ARQONBUS casil test-policy touched.yaml --watch -q | head -1; echo "${PIPESTATUS[0]}"; kill %1',
    );
    expect(gone.stdout.trim().split('\n').at(-1)).toBe('0');
  });
});

describe('casil explain as a program [C-CLI-2]', () => {
  it('explains what a bus recorded, through a pipe', async () => {
    const server = await sandbox.serveDev();
    await sandbox.run(['send', 'plain:one', '{"text":"nothing"}']);
    await sandbox.run(['send', 'plain:one', '{"text":"call me"}']);
    const { stdout, status } = await sandbox.shell(
      '$ARQONBUS history plain:one --last 1 --json -q | $ARQONBUS casil explain --policy desk.yaml --json',
    );
    expect(status).toBe(0);
    expect(records(stdout)).toMatchObject([{ type: 'explanation', room: 'plain', channel: 'one', outcome: 'allow' }]);
    const compared = await sandbox.shell(
      '$ARQONBUS history plain:one --json -q | $ARQONBUS casil explain --policy desk.yaml --against old.yaml --max-flips 0',
    );
    expect([compared.status, compared.stdout]).toEqual([0, '2 messages: 2 the same, 0 decided differently\n']);
    expect(await server.stop()).toBe(0);
  });

  it('compares more traffic than a pipe holds, and answers with the exit status', async () => {
    const line = '{"room":"a","channel":"b","payload":{"mail":"ada@example.com","fill":"' + 'x'.repeat(1000) + '"}}\n';
    const args = [
      'casil',
      'explain',
      '--policy',
      'desk.yaml',
      '--against',
      'old.yaml',
      '--max-flips',
      '1999',
      '--json',
    ];
    const { status, stdout } = await sandbox.run(args, { stdin: line.repeat(2000) });
    expect(records(stdout)).toMatchObject([{ messages: 2000, flipped: 2000 }]);
    expect(status).toBe(1);
  });
});
