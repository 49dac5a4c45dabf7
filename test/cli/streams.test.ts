import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { records, Sandbox } from './program.js';

const sandbox = new Sandbox();
beforeAll(async () => {
  await sandbox.serveDev();
  await sandbox.run(['send', 'demo:data', '{"n":1}', '-q']);
});
afterAll(() => sandbox.dispose());

/** Runs with a pipe that is full and that nobody reads in place of descriptor `fd`; prints status and seconds. */
const STUCK = String.raw`
stuck() { # fd, signal or -, command...
  local fd=$1 signal=$2; shift 2
  rm -f full; mkfifo full; exec 8<>full
  # Opened for both, so that nothing here ever blocks; 64 KiB is what Linux keeps, the rest is refused.
  dd if=/dev/zero of=full bs=4096 count=64 oflag=nonblock 2>dd.txt
  SECONDS=0
  if [ "$fd" = 1 ]; then $ARQONBUS "$@" >full 2>stderr.txt & else $ARQONBUS "$@" 2>full >stdout.txt & fi
  local pid=$!
  if [ "$signal" != - ]; then sleep 1.5; kill -"$signal" $pid; fi
  ( sleep 15; kill -KILL $pid ) >dd.txt 2>&1 & local guard=$!
  wait $pid; echo "$? $(( SECONDS < 10 ))"
  kill -- -$guard
}
`;

describe('a reader that never reads [S-CLI-1]', () => {
  it.each([
    [2, '-', 'send :', 64],
    [2, '-', 'history demo:data', 0],
    [2, '-', 'history demo:nothing', 1],
    [1, 'TERM', 'tail demo:data --as-client --last 1', 143],
    [1, 'INT', 'tail demo:data --as-client --last 1', 130],
    [1, '-', 'tail demo:data --as-client --last 1 -n 1 --timeout 2s', 124],
    [1, '-', 'history demo:data --timeout 2s', 124],
    [1, 'TERM', 'serve --port 0', 0],
  ])('on descriptor %i (signal %s) does not keep `%s`: %i', async (fd, signal, command, status) => {
    // Background children of a script ignore SIGINT unless job control is on.
    const { stdout, stderr } = await sandbox.shell(`set -m; ${STUCK} stuck ${fd} ${signal} ${command}`);
    expect(stdout, stderr).toBe(`${status} 1\n`);
  });
});

describe('an output that cannot be written [S-CLI-1]', () => {
  it.each(['version', '--help', 'history demo:data', 'tail demo:data --as-client --last 1 -n 1', 'config show'])(
    'stdout of `%s` on a full disk: 75, and why',
    async (command) => {
      const { stdout, stderr } = await sandbox.shell(`$ARQONBUS ${command} >/dev/full; echo $? `);
      expect(stdout).toBe('75\n');
      expect(stderr).toContain('error[CLI010]: standard output cannot be written: ENOSPC');
    },
  );

  it.each([
    ['version', 0],
    ['history demo:data', 0],
    ['history demo:nothing', 1],
    ['send :', 64],
  ])('stderr of `%s` on a full disk changes nothing: %i', async (command, status) => {
    const { stdout } = await sandbox.shell(`$ARQONBUS ${command} 2>/dev/full >out.txt; echo $?`);
    expect(stdout).toBe(`${status}\n`);
  });
});

describe('a bug of ours [S-CLI-1]', () => {
  it.each([
    ['throws', "setTimeout(() => { throw new Error('planted \\u001b[31m') }, 2000);"],
    ['is a promise nobody waits for', "setTimeout(() => { Promise.reject(new Error('planted \\u001b[31m')) }, 2000);"],
  ])('that %s: 70, and what it was', async (_how, source) => {
    const bug = join(sandbox.folder, 'bug.cjs');
    writeFileSync(bug, source);
    const { status, stdout, stderr } = await sandbox.run(['config', 'validate', '-'], {
      env: { NODE_OPTIONS: `--require=${bug}` },
      keepStdinOpen: true,
    });
    expect(status).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toContain('error[CLI070]: this is a bug of ours: Error: planted \\u{1b}[31m');
  });

  it('is 70 even where nothing can be said', async () => {
    writeFileSync(join(sandbox.folder, 'bug.cjs'), "setTimeout(() => { throw new Error('planted') }, 2000);");
    const { stdout } = await sandbox.shell(
      'sleep 6 | NODE_OPTIONS=--require=./bug.cjs $ARQONBUS config validate - 2>/dev/full; echo $?',
    );
    expect(stdout).toBe('70\n');
  });
});

describe('history -o [S-CLI-1]', () => {
  const partFiles = () => readdirSync(sandbox.folder).filter((name) => name.endsWith('.part'));

  it('writes to what is no file, and never replaces it', async () => {
    const { stdout } = await sandbox.shell(
      'mkfifo pipe; (cat pipe >copy.jsonl) & $ARQONBUS history demo:data -o pipe -q; wait; [ -p pipe ] && echo "still a pipe"',
    );
    expect(stdout).toBe('still a pipe\n');
    expect(records(readFileSync(join(sandbox.folder, 'copy.jsonl'), 'utf8'))).toHaveLength(1);
  });

  it('follows a link', async () => {
    writeFileSync(join(sandbox.folder, 'real.jsonl'), 'old');
    symlinkSync('real.jsonl', join(sandbox.folder, 'link.jsonl'));
    const { stdout } = await sandbox.shell(
      '$ARQONBUS history demo:data -o link.jsonl -q; [ -L link.jsonl ] && echo link',
    );
    expect(stdout).toBe('link\n');
    expect(records(readFileSync(join(sandbox.folder, 'real.jsonl'), 'utf8'))).toHaveLength(1);
  });

  it('refuses a folder: 66, and leaves nothing behind', async () => {
    mkdirSync(join(sandbox.folder, 'folder'));
    for (const path of ['folder', 'nowhere/file']) {
      const { status, stderr } = await sandbox.run(['history', 'demo:data', '-o', path]);
      expect(stderr).toContain(`error[CLI003]: cannot write ${path}`);
      expect(status).toBe(66);
    }
    expect(partFiles()).toEqual([]);
  });
});
