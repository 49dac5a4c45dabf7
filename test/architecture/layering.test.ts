import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout, cruise, type Cruise } from './cruise.js';
import { filesUnder, root } from './source-files.js';

interface Rule {
  readonly name: string;
  readonly comment: string;
}
const rules = (createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as { forbidden: Rule[] })
  .forbidden;
const LAYERS = rules.filter(({ name }) => name.startsWith('layer-')).map(({ name }) => name.slice('layer-'.length));

describe('layers of src/ [CON III.1]', () => {
  let result: Cruise;
  beforeAll(async () => {
    result = await cruise(root);
  });

  it('keep to their rules', () => {
    expect(result.violations).toEqual([]);
  });

  it('were all read: every source file was cruised', () => {
    const sources = new Set(result.sources);
    const files = filesUnder('src', '.ts').map(({ path }) => path);
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((path) => !sources.has(path))).toEqual([]);
  });

  it('have a rule per folder', async () => {
    const folders = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !LAYERS.includes(name))).toEqual([]);
  });

  it('state a reason for every rule', () => {
    expect(rules.filter(({ comment }) => comment.split(' ').length < 5)).toEqual([]);
  });
});

/** One file per rule that must be refused, with the import that breaks it. Files that are imported exist or are planted. */
const PLANTED: readonly { file: string; text: string; rule: string }[] = [
  ...LAYERS.map((layer) => ({
    file: `src/${layer}/planted-neighbour.ts`,
    text: `export { planted } from '../${layer === 'cli' ? 'transport' : 'cli'}/planted-target.js';`,
    rule: `layer-${layer}`,
  })),
  // The edges that would be most convenient, and that the design forbids by name.
  {
    file: 'src/transport/planted-type.ts',
    text: `import type { Router } from '../routing/router.js';\nexport type Planted = Router;`,
    rule: 'layer-transport',
  },
  {
    file: 'src/routing/planted-storage.ts',
    text: `export type { ChannelLog } from '../storage/channel-log.js';`,
    rule: 'layer-routing',
  },
  {
    file: 'src/client/planted-server.ts',
    text: `export const load = () => import('../server/planted-target.js');`,
    rule: 'layer-client',
  },
  {
    file: 'src/pipeline/planted-transport.ts',
    text: `export { planted } from '../transport/planted-target.js';`,
    rule: 'layer-pipeline',
  },
  ...homesToBreak(),
  {
    file: 'src/planted-root.ts',
    text: `export { planted } from './transport/planted-target.js';`,
    rule: 'package-root',
  },
  { file: 'src/brain/planted-folder.ts', text: `import '../base/result.js';`, rule: 'folder-without-a-rule' },
  { file: 'src/base/planted-package.ts', text: `import 'fast-check';`, rule: 'package-without-a-home' },
  {
    file: 'src/routing/planted-counters.ts',
    text: `export { createHotCounters } from '../telemetry/events.js';`,
    rule: 'telemetry-is-a-port',
  },
  {
    file: 'src/base/planted-circle-b.ts',
    text: `export { one } from './planted-circle.js';\nexport const other = 2;`,
    rule: 'no-circular-import',
  },
  { file: 'src/base/planted-missing.ts', text: `import './not-there.js';`, rule: 'no-unresolved-import' },
  {
    file: 'src/client/browser.ts',
    text: `export { planted } from './planted-node.js';`,
    rule: 'browser-entry-runs-in-browsers',
  },
];

/** Imported by the planted files, and not themselves reported. */
const TARGETS = [
  {
    file: 'src/base/planted-circle.ts',
    text: `export { other } from './planted-circle-b.js';\nexport const one = 1;`,
  },
  ...['cli', 'transport', 'server'].map((layer) => ({
    file: `src/${layer}/planted-target.ts`,
    text: 'export const planted = 1;',
  })),
  {
    file: 'src/client/planted-node.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;`,
  },
];

function homesToBreak() {
  return rules
    .filter(({ name }) => name.startsWith('home-of-'))
    .map(({ name, comment }) => ({
      // No package is at home in routing.
      file: `src/routing/planted-${name}.ts`,
      text: `import '${comment.slice(0, comment.indexOf(' '))}';`,
      rule: name,
    }));
}

describe('planted violations', () => {
  let copy: string;
  let result: Cruise;
  beforeAll(async () => {
    copy = await copyCheckout();
    for (const { file, text } of [...PLANTED, ...TARGETS]) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), `${text}\n`);
    }
    result = await cruise(copy);
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it.each(PLANTED)('$file breaks $rule', ({ file, rule }) => {
    expect(result.violations).toContainEqual(expect.objectContaining({ from: file, rule }));
  });

  it('break every rule there is', () => {
    const broken = new Set(result.violations.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  it('are the only files refused', () => {
    const planted = new Set(PLANTED.map(({ file }) => file));
    const innocent = result.violations.filter(({ from }) => !planted.has(from));
    expect(innocent).toEqual([]);
  });
});
