import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchors, blocks, documents, prose, readDocument, relativeLinks, root } from './markdown.js';

const docs = documents();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Folders of a checkout that only exist once something ran: the rooted lines of .gitignore. */
const writtenByRuns = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('/'))
  .map((line) => line.replace(/^\/|\/$/g, ''));

/** Why a link of a document leads nowhere; null if it leads somewhere. */
function brokenLink(from: string, text: string, link: string): string | null {
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? from : normalize(join(dirname(from), target));
  if (!existsSync(join(root, path))) return `${link}: no such file`;
  if (anchor === undefined || !path.endsWith('.md')) return null;
  const headings = anchors(target === '' ? text : readDocument(path).text);
  return headings.includes(anchor) ? null : `${link}: no such heading`;
}

/** Names of scripts a text tells people to run. */
function namedScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');
}

describe('documents [CON IX.8]', () => {
  it.each(docs)('$path: links lead somewhere', ({ path, text }) => {
    expect(
      relativeLinks(text)
        .map((link) => brokenLink(path, text, link))
        .filter(Boolean),
    ).toEqual([]);
  });

  it.each(docs)('$path: every `npm run` script exists', ({ text }) => {
    expect(namedScripts(text).filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it.each(docs)('$path: every file of src/, test/ and scripts/ it names exists', ({ text }) => {
    const named = [...prose(text).matchAll(/[`(]((?:\.\.\/)?(?:src|test|scripts|proto|bin)\/[\w./-]+)[`)#]/g)];
    const missing = named
      .map((match) => (match[1] ?? '').replace(/^\.\.\//, ''))
      .filter((path) => !existsSync(join(root, path)) && !writtenByRuns.includes(path.replace(/\/$/, '')));
    expect(missing).toEqual([]);
  });

  it('have a fence for every fence', () => {
    for (const { text } of docs) expect(() => blocks(text)).not.toThrow();
  });

  it('would be found broken', () => {
    expect(brokenLink('docs/a.md', '', 'nowhere.md')).toBe('nowhere.md: no such file');
    expect(brokenLink('README.md', '# One', '#two')).toBe('#two: no such heading');
    expect(brokenLink('README.md', '# One & only', '#one--only')).toBeNull();
    expect(namedScripts('then `npm run planted-script`')).toEqual(['planted-script']);
    expect(() => blocks('```sh\nls')).toThrow('line 1');
  });
});

describe('the set of documents [CON IX.2]', () => {
  const required = ['quickstart', 'architecture', 'developers_guide', 'runbook', 'tutorial', 'protocol'];

  it('is complete, and README links all of it', () => {
    const links = relativeLinks(readDocument('README.md').text).map((link) => link.split('#')[0]);
    const pages = docs.map(({ path }) => path).filter((path) => /^docs\/[^/]+\.md$/.test(path));
    for (const name of required) expect(pages).toContain(`docs/${name}.md`);
    expect(pages.filter((path) => !links.includes(path))).toEqual([]);
  });

  it('lists all ten promises where they are explained', () => {
    for (const path of ['README.md', 'docs/architecture.md']) {
      const { text } = readDocument(path);
      const missing = Array.from({ length: 10 }, (_, index) => `P${index + 1}`).filter(
        (id) => !new RegExp(`^\\| ${id}\\b`, 'm').test(text),
      );
      expect(missing).toEqual([]);
    }
  });
});

describe('the two commands of README', () => {
  it('are the ones that .ci/run proves', () => {
    const readme = blocks(readDocument('README.md').text);
    const script = readFileSync(join(root, '.ci/run'), 'utf8');
    for (const name of ['start', 'test']) {
      const block = readme.find(({ markers }) => markers.includes(`ci=${name}`));
      expect(block?.text.split('\n')).toHaveLength(1);
      expect(script).toContain(`${name}_command='${block?.text ?? 'no such block'}'`);
    }
  });
});
