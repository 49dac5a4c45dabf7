import { writeFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS, UNSAFE_FOR_TERMINAL } from '../unit/cli/hostile-texts.js';
import { collect, records, Sandbox, waitFor } from './program.js';

const sandbox = new Sandbox();
beforeAll(async () => {
  const config = join(sandbox.folder, 'server.yaml');
  writeFileSync(config, 'rooms: [{match: "*", retention: {count: 10000, bytes: 16MiB}}]\n');
  await sandbox.serveDev(['-c', config]);
});
afterAll(() => sandbox.dispose());

/** 100 records of 32 KiB each: more than 3 MiB. */
const BIG = Array.from({ length: 100 }, (_, index) => {
  return JSON.stringify({ room: 'big', channel: 'data', payload: { index, text: 'é'.repeat(16_384) } });
}).join('\n');

describe('pipes [S-CLI-1]', () => {
  it('carry 3 MiB of records in, in order, and out again, whole', async () => {
    const sent = await sandbox.run(['send', '--jsonl', '--json'], { stdin: BIG });
    expect(sent.status, sent.stderr).toBe(0);
    const acks = records(sent.stdout);
    expect(acks.map(({ sequence, line }) => `${String(line)}:${String(sequence)}`)).toEqual(
      Array.from({ length: 100 }, (_, index) => `${index + 1}:${index + 1}`),
    );
    expect(sent.stderr).toBe('100 accepted, 0 refused\n');

    // A reader that is slow to begin: what is written meanwhile must not be lost at the end of the process.
    const { stdout, status } = await sandbox.shell('$ARQONBUS history big:data --last 1000 --json -q | (sleep 1; cat)');
    expect(status).toBe(0);
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(3 * 1_048_576);
    const payloads = records(stdout).map(({ payload }) => payload as { index: number; text: string });
    expect(payloads.map(({ index }) => index)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(payloads.every(({ text }) => text === 'é'.repeat(16_384))).toBe(true);
  });

  it('end quietly with 0 when the reader goes away', async () => {
    for (const command of [
      'history big:data --json',
      'tail big:data --as-client --json --payload --last 100',
      '--help',
    ]) {
      const { stdout, stderr, status } = await sandbox.shell(
        `set -o pipefail; $ARQONBUS ${command} -q 2>err.txt | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"; cat err.txt >&2`,
      );
      expect([stdout, stderr, status], command).toEqual(['0\n', '', 0]);
    }
  });

  it('replay: history is input for send', async () => {
    await sandbox.run(['send', 'replay:from', '{"n":1}', '-H', 'color=blue']);
    await sandbox.run(['send', 'replay:from', 'text é']);
    await sandbox.run(['send', 'replay:from', '-'], { stdin: Buffer.from([0, 255, 10]) });
    const line = `$ARQONBUS history replay:from --json | sed 's/"channel":"from"/"channel":"to"/' | $ARQONBUS send --jsonl -q`;
    expect((await sandbox.shell(line)).status).toBe(0);
    const [from, to] = await Promise.all(
      ['from', 'to'].map(async (channel) => {
        const { stdout } = await sandbox.run(['history', `replay:${channel}`, '--json', '-q']);
        return records(stdout).map(({ payload, payload_text, payload_base64, headers, content_type, size }) => {
          return { payload, payload_text, payload_base64, headers, content_type, size };
        });
      }),
    );
    expect(to).toEqual(from);
    expect(from).toMatchObject([
      { payload: { n: 1 }, headers: { color: 'blue' } },
      { payload_text: 'text é' },
      { payload_base64: 'AP8K' },
    ]);
  });

  it('write a whole file or none with -o', async () => {
    const { status, stdout } = await sandbox.run(['history', 'big:data', '--last', '100', '-o', 'big.jsonl']);
    expect([status, stdout]).toEqual([0, '']);
    expect(records(readFileSync(join(sandbox.folder, 'big.jsonl'), 'utf8'))).toHaveLength(100);
    const denied = await sandbox.run(['history', 'big:data', '-o', 'no/such/folder.jsonl']);
    expect(denied.status).toBe(66);
    expect(readdirSync(sandbox.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keep hostile texts harmless, for people and for programs [P9]', async () => {
    const stdin = HOSTILE_TEXTS.filter((text) => text.length < 1000)
      .map((text) =>
        JSON.stringify({ room: 'evil', channel: 'text', payload_text: text, headers: { note: text.slice(0, 50) } }),
      )
      .join('\n');
    const sent = await sandbox.run(['send', '--jsonl', '--on-error', 'continue'], { stdin });
    expect(sent.stderr).not.toMatch(UNSAFE_FOR_TERMINAL);
    for (const flags of [[], ['--json']]) {
      const { stdout, status } = await sandbox.run(['history', 'evil:text', '-q', ...flags]);
      expect(status).toBe(0);
      expect(stdout.split('\n').length).toBeGreaterThan(5);
      expect(stdout).not.toMatch(UNSAFE_FOR_TERMINAL);
    }
  });
});

describe('tail --as-client', () => {
  it('follows what is sent, counts with -n, filters, formats and never reads standard input', async () => {
    const child = sandbox.start(
      ['tail', 'live', '--as-client', '-n', '2', '--grep', 'yes', '--format', '{room}:{channel} {sequence} {payload}'],
      { keepStdinOpen: true },
    );
    const output = collect(child);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    for (const [address, body] of [
      ['live:a', 'yes 1'],
      ['live:b', 'no'],
      ['live:b', 'yes 2'],
    ] as const) {
      expect((await sandbox.run(['send', address, body])).status).toBe(0);
    }
    await waitFor(() => child.exitCode !== null);
    expect(child.exitCode).toBe(0);
    expect(output).toEqual({ stdout: 'live:a 1 yes 1\nlive:b 2 yes 2\n', stderr: '' });
  });

  it('shows no payload unless asked', async () => {
    await sandbox.run(['send', 'quiet:a', 'hush']);
    const { stdout } = await sandbox.run(['tail', 'quiet:a', '--as-client', '--last', '1', '-n', '1', '--json']);
    expect(records(stdout)).toMatchObject([{ payload_state: 'omitted', size: 4 }]);
    expect(stdout).not.toContain('hush');
  });

  it('status finds everything of a development server well', async () => {
    const { stdout, status, stderr } = await sandbox.run(['status', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(records(stdout).map(({ name, state }) => `${String(name)} ${String(state)}`)).toEqual([
      'config ok',
      'bus ok',
      'storage ok',
      'clock ok',
      'admin ok',
      'casil ok',
    ]);
  });
});
