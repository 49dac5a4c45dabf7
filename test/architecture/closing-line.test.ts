import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './source-files.js';

describe('the last line of a test run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'arqonbus-reporter-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'vitest.config.ts'),
      `export default { test: { reporters: ['default', ${JSON.stringify(join(root, 'test/support/reporters/closing-line.ts'))}] } };`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(body: string, ...args: string[]) {
    writeFileSync(join(folder, 'a.test.ts'), `import { expect, it, beforeAll } from 'vitest';\n${body}\n`);
    const env = { ...process.env, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined };
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawnSync(process.execPath, [vitest, 'run', ...args], { cwd: folder, encoding: 'utf8', env });
    return { status: child.status, lastLine: child.stdout.trimEnd().split('\n').at(-1), stderr: child.stderr };
  }

  const PASS = `it('passes', () => expect(1).toBe(1));`;
  const FAIL = `it('fails', () => expect(1).toBe(2));`;

  it('counts what passed', () => {
    expect(run(PASS)).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 0 skipped' });
  });

  it('counts what failed', () => {
    expect(run(PASS + FAIL)).toMatchObject({ status: 1, lastLine: '1 passed, 1 failed, 0 skipped' });
  });

  it.each(['it.skip', 'it.todo'])('fails the run for %s', (how) => {
    const rest = how === 'it.todo' ? `('later');` : `('later', () => {});`;
    const result = run(`${PASS}\n${how}${rest}`);
    expect(result).toMatchObject({ status: 1, lastLine: '1 passed, 0 failed, 1 skipped' });
    expect(result.stderr).toContain('skipped tests fail the run');
  });

  it('lets people choose tests by name', () => {
    expect(run(PASS + FAIL, '-t', 'passes')).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 1 skipped' });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    expect(run(`throw new Error('broken file');`)).toMatchObject({
      status: 1,
      lastLine: '0 passed, 1 failed, 0 skipped',
    });
  });
});
