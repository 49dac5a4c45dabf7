/**
 * Reads the documents the way the tests need them: fenced blocks with their markers, links, headings. The markers are
 * described in docs/developers_guide.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Document {
  /** From the checkout's root. */
  readonly path: string;
  readonly text: string;
}

export interface Block {
  readonly language: string;
  /** Words after the language: `run`, `output`, `file=NAME`, `exit=N`. */
  readonly markers: readonly string[];
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** README, changelog and everything under docs/. */
export function documents(): Document[] {
  const paths = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  return ['README.md', 'CHANGELOG.md', ...paths.sort()].map(readDocument);
}

export function readDocument(path: string): Document {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

export function blocks(text: string): Block[] {
  const found: Block[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const open = /^```(\S+)?\s*(.*)$/.exec(lines[index] ?? '');
    if (open === null) continue;
    const end = lines.indexOf('```', index + 1);
    if (end < 0) throw new Error(`line ${index + 1}: a fence without an end`);
    found.push({
      language: open[1] ?? '',
      markers: (open[2] ?? '').split(/\s+/).filter(Boolean),
      line: index + 1,
      text: lines.slice(index + 1, end).join('\n'),
    });
    index = end;
  }
  return found;
}

/** The value of `name=value` among a block's markers. */
export function marker(block: Block, name: string): string | undefined {
  return block.markers.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Text outside fences, so that examples are not read as prose. */
export function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** Targets of inline links, without images' and addresses of other sites. */
export function relativeLinks(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Anchors of a document's headings, as the usual renderers make them. */
export function anchors(text: string): string[] {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
