import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, root } from './source-files.js';

const FILE_BYTES_MAX = 1_500_000;

/** Absolute paths under the places where checkouts and home folders live. */
const MACHINE_PATH = new RegExp(`(^|[\\s'"\`(=:])/(work|home|Users|root)/[\\w.-]+`, 'm');
const DOWNLOAD_ADDRESS = /"resolved": "http/;

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
  .split('\0')
  .filter((path) => path !== '')
  .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true);

describe('the repository', () => {
  it('names no path of one machine', () => {
    expect(tracked.length).toBeGreaterThan(50);
    const naming = tracked.filter((path) => MACHINE_PATH.test(readFileSync(join(root, path), 'utf8')));
    expect(naming).toEqual([]);
    expect(MACHINE_PATH.test(['see ', 'home', 'ada', 'notes'].join('/'))).toBe(true);
  });

  it('keeps download addresses out of the lockfile: it must install behind any mirror', () => {
    expect(DOWNLOAD_ADDRESS.test(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toBe(false);
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
    expect(DOWNLOAD_ADDRESS.test('"resolved": "https://mirror.example/x.tgz"')).toBe(true);
  });

  it(`holds no file above ${FILE_BYTES_MAX} bytes`, () => {
    expect(tracked.filter((path) => statSync(join(root, path)).size > FILE_BYTES_MAX)).toEqual([]);
  });

  it('runs every long campaign: a short one among the tests, a full one in `npm run long`', () => {
    const tests = filesUnder('test', '.test.ts').map(({ text }) => text);
    const runner = readFileSync(join(root, 'scripts/run-long.mjs'), 'utf8');
    const campaigns = filesUnder('test/long', '.ts').map(({ path }) => path.slice('test/long/'.length, -'.ts'.length));
    expect(campaigns).not.toEqual([]);
    const isRun = (name: string) => [`'${name}': `, `\n  ${name}: `].some((row) => runner.includes(row));
    expect(campaigns.filter((name) => !isRun(name))).toEqual([]);
    expect(campaigns.filter((name) => !tests.some((text) => text.includes(`/long/${name}.js'`)))).toEqual([]);
  });
});
