import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingLines } from './expected-output.js';
import { blocks, documents, marker, type Block } from './markdown.js';
import { Playground } from './playground.js';

/** Documents that hold something to run, each with its blocks in order. */
const runnable = documents()
  .map(({ path, text }) => ({ path, blocks: blocks(text) }))
  .filter(({ blocks: all }) => all.some(({ markers }) => markers.includes('run')));

it('examples that run are in the pages people start with [CON IX.8]', () => {
  const paths = runnable.map(({ path }) => path);
  for (const path of ['README.md', 'docs/quickstart.md', 'docs/tutorial.md']) expect(paths).toContain(path);
});

describe.each(runnable)('$path', ({ path, blocks: all }) => {
  const playground = new Playground(path.replace(/\W+/g, '-').toLowerCase());
  let started = '';
  beforeAll(async () => {
    started = await playground.startServer();
  });
  afterAll(() => playground.close());

  const steps = all
    .map((block, index) => ({ block, expected: outputAfter(all, index), line: block.line }))
    .filter(({ block }) => block.markers.includes('run') || ['file', 'serve'].some((name) => marker(block, name)));

  it.each(steps)('line $line', async ({ block, expected }) => {
    const outcome = await playground.play(block);
    if (outcome === null) return;
    const exitCode = Number(marker(block, 'exit') ?? 0);
    expect(outcome.exitCode, outcome.output).toBe(exitCode);
    if (expected !== null) expect(missingLines(expected, outcome.output), outcome.output).toEqual([]);
  });

  const banners = all.filter(({ markers }) => markers.includes('output=serve'));
  it.each(banners)('line $line is what `serve --dev` prints', ({ text }) => {
    expect(missingLines(text, started), started).toEqual([]);
  });
});

/** The text of the `output` block right after this one. */
function outputAfter(all: readonly Block[], index: number): string | null {
  const next = all[index + 1];
  return next?.markers.includes('output') === true ? next.text : null;
}

describe('expected output', () => {
  it('is found in order, with gaps and padding', () => {
    expect(missingLines('one ... three\n...\nfour', 'zero\none   two three\nx\nfour')).toEqual([]);
  });

  it('is missed when a line is absent, different or out of order', () => {
    expect(missingLines('one', 'two')).toEqual(['one']);
    expect(missingLines('b\na', 'a\nb')).toEqual(['a']);
    expect(missingLines('a.c', 'abc')).toEqual(['a.c']);
  });
});
