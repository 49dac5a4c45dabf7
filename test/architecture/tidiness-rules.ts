/** What a file of src/ must look like. Each rule is a pure function, so that a planted violation proves it bites. */
import type { SourceFile } from './source-files.js';

export const LINES_MAX = 300;
export const LINES_MEDIAN_MAX = 150;

export interface TidinessRule {
  readonly name: string;
  /** Why the file breaks the rule; null if it does not. */
  readonly find: (file: SourceFile) => string | null;
  /** Breaks this rule. */
  readonly planted: SourceFile;
}

function forbid(name: string, pattern: RegExp, plantedText: string): TidinessRule {
  return {
    name,
    find: ({ text }) => {
      const match = pattern.exec(text);
      if (match === null) return null;
      return `line ${text.slice(0, match.index).split('\n').length}: ${match[0]}`;
    },
    planted: { path: 'src/base/planted.ts', text: plantedText },
  };
}

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export const TIDINESS_RULES: readonly TidinessRule[] = [
  {
    name: `at most ${LINES_MAX} lines`,
    find: ({ text }) => (lineCount(text) > LINES_MAX ? `${lineCount(text)} lines` : null),
    planted: { path: 'src/base/planted.ts', text: '// one more\n'.repeat(LINES_MAX + 1) },
  },
  {
    name: 'kebab-case names',
    find: ({ path }) => (/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+(\.d)?\.tsx?$/.test(path) ? null : path),
    planted: { path: 'src/base/PlantedName.ts', text: '' },
  },
  forbid('named exports only', /^export default\b|\bas default\b/m, 'export default class Planted {}\n'),
  forbid('nothing left to do', /\b(TODO|FIXME|XXX)\b/, `// ${'TO'}DO later\n`),
  forbid('no empty catch', /\bcatch\s*(\([^)]*\))?\s*\{\s*\}/, 'try { f(); } catch (error) {\n}\n'),
  forbid(
    'a silenced rejection states its reason in the line above',
    /^(?!\s*\/\/).*\n.*\.catch\(\s*\(\s*\w*\s*\)\s*=>\s*(\{\s*\}|undefined)\s*\)/m,
    'const p = f();\np.catch(() => {});\n',
  ),
  forbid('no any', /\bas any\b|<any>|:\s*any\s*[;,)=[\]>|{]/, 'const planted = value as any;\n'),
  forbid(
    'a silenced check states its reason',
    /(eslint-disable[\w-]*|@ts-ignore|@ts-expect-error|@ts-nocheck)(?!.*\s--?\s\w+ \w+)/,
    '// eslint-disable-next-line no-console\n',
  ),
];

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Whether a file opens with a paragraph: a doc comment of at least two sentences' length, before any code. */
export function opensWithParagraph(text: string): boolean {
  const match = /^\/\*\*([\s\S]*?)\*\//.exec(text);
  return match !== null && (match[1] ?? '').split(/\s+/).length >= 10;
}
