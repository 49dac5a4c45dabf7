import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.js';

type Floors = Readonly<Record<string, number>>;
const FILE = 'test/coverage-floor.json';

/** Folders whose floor is below what it once was. */
function lowered(history: readonly Floors[], now: Floors): string[] {
  const best = new Map<string, number>();
  for (const floors of history) {
    for (const [folder, percent] of Object.entries(floors)) {
      best.set(folder, Math.max(percent, best.get(folder) ?? 0));
    }
  }
  return [...best].filter(([folder, percent]) => (now[folder] ?? 0) < percent).map(([folder]) => folder);
}

describe('branch coverage of the critical folders [CON V.4]', () => {
  const now = JSON.parse(readFileSync(join(root, FILE), 'utf8')) as Floors;

  it('has a floor for each of them', () => {
    expect(Object.keys(now)).toEqual(['src/casil', 'src/protocol', 'src/routing', 'src/storage']);
  });

  it('has floors that never fell', () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    const commits = git('log', '--format=%H', '--', FILE).split('\n').filter(Boolean);
    const history = commits.map((commit) => JSON.parse(git('show', `${commit}:${FILE}`)) as Floors);
    expect(lowered(history, now)).toEqual([]);
  });

  it('would notice a floor that fell or disappeared', () => {
    expect(lowered([{ a: 80, b: 70 }, { a: 90 }], { a: 85 })).toEqual(['a', 'b']);
    expect(lowered([{ a: 80 }], { a: 80, b: 10 })).toEqual([]);
  });
});
