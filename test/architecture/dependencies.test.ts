import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.js';

interface Row {
  readonly name: string;
  readonly need: string;
  readonly home: string;
  readonly floor: string;
  readonly security: string;
  readonly maintenance: string;
}

/** Rows of the table in docs/decisions/0002-dependencies.md. */
function parseRows(markdown: string): Row[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', rest = '']) => {
    const [need = '', home = '', floor = '', security = '', maintenance = ''] = rest
      .split('|')
      .map((cell) => cell.trim());
    return { name, need, home, floor, security, maintenance };
  });
}

/** Whether version `a` is at least `b`; both MAJOR.MINOR.PATCH. */
function atLeast(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const rows = parseRows(read('docs/decisions/0002-dependencies.md'));
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };

describe('runtime dependencies [CON III.4, X.7]', () => {
  it('are exactly the rows of decision 0002', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(declared).sort());
  });

  it('state need, home, floor, security and maintenance', () => {
    expect(rows.filter((row) => Object.values(row).some((cell) => cell === ''))).toEqual([]);
  });

  it('live where the layering rules let them', () => {
    const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string; comment: string }[];
    };
    const homes = forbidden
      .filter(({ name }) => name.startsWith('home-of-'))
      .map(({ comment }) => /^(\S+) lives in ([^:]+):/.exec(comment))
      .map((match) => ({ name: match?.[1], home: match?.[2]?.replace(' and ', ', ') }));
    const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
      (a.name ?? '').localeCompare(b.name ?? '');
    expect(homes.sort(byName)).toEqual(rows.map(({ name, home }) => ({ name, home })).sort(byName));
  });

  it('are declared and locked at their floor or above', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> };
    const below = rows.filter(({ name, floor }) => {
      const range = declared[name]?.replace(/^[\^~]/, '') ?? '0.0.0';
      const locked = lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
      return !atLeast(range, floor) || !atLeast(locked, floor);
    });
    expect(below).toEqual([]);
    expect([atLeast('8.21.0', '8.21.0'), atLeast('8.20.9', '8.21.0'), atLeast('9.0.0', '8.21.0')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
