/**
 * One YAML text, parsed once: its value as plain data, what is wrong with the text itself, and where each key and
 * value stands. Hostile texts (deep nesting, alias bombs) end as problems, never as exceptions. [P8]
 */
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import { PROBLEMS_MAX, type DocumentCode, type Place, type Problem } from './problem.js';
import { createTextLines, type TextLines } from './text-lines.js';
import { yamlExcess } from './yaml-bounds.js';

/** Aliases that may be written; a document needs a handful. */
const ALIASES_MAX = 100;

/** Nodes that resolving all aliases may make: a bomb needs few aliases for very many. */
const ALIAS_NODES_MAX = 10_000;

export interface YamlSource {
  /** undefined when the text cannot be used at all. */
  readonly value: unknown;
  readonly problems: readonly Problem<DocumentCode>[];
  /** Whether the text says anything at exactly this path. */
  hasValue(path: readonly PropertyKey[]): boolean;
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
  /** Of the nearest ancestor where the path itself was not written. */
  placeOfValue(path: readonly PropertyKey[]): Place;
}

type Range = readonly [number, number];

export function parseYamlSource(text: string, file: string): YamlSource {
  const lines = createTextLines(text);
  const place = (range: Range) => placeOf(file, lines, range);
  const start: YamlSource = {
    value: undefined,
    problems: [],
    hasValue: () => false,
    placeOfKey: () => place([0, 0]),
    placeOfValue: () => place([0, 0]),
  };
  const excess = yamlExcess(text);
  if (excess !== null) return { ...start, problems: [yamlProblem(excess, place([0, 0]))] };
  try {
    // Duplicate keys are looked for below: the parser's own check takes quadratic time.
    const doc = parseDocument(text, {
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
    });
    const problems = textProblems(doc, place);
    if (problems.length > 0) return { ...start, problems };
    return {
      value: doc.toJS({ maxAliasCount: ALIAS_NODES_MAX }) as unknown,
      problems,
      hasValue: (path) => walk(doc, path).reached,
      placeOfKey: (path, key) => place(keyRange(doc, path, key)),
      placeOfValue: (path) => place(valueRange(doc, path)),
    };
  } catch (error) {
    // What the parser throws past the alias bound.
    if (error instanceof ReferenceError) {
      return { ...start, problems: [yamlProblem('the YAML resolves too many aliases', place([0, 0]))] };
    }
    throw error;
  }
}

function textProblems(doc: Document.Parsed, place: (range: Range) => Place): Problem<DocumentCode>[] {
  const findings = [...doc.errors, ...doc.warnings].slice(0, PROBLEMS_MAX);
  const problems = findings.map(({ message, pos }) => yamlProblem(sentence(message), place(pos)));
  if (problems.length > 0) return problems;
  let aliases = 0;
  visit(doc, {
    Alias(_, alias) {
      aliases += 1;
      const range = rangeOf(alias) ?? [0, 0];
      if (aliases > ALIASES_MAX) problems.push(yamlProblem(`more than ${ALIASES_MAX} aliases`, place(range)));
      else if (alias.resolve(doc) === undefined) {
        problems.push(yamlProblem(`the alias ${JSON.stringify(alias.source)} has no anchor`, place(range)));
      }
      return aliases > ALIASES_MAX ? visit.BREAK : undefined;
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key, value } of map.items) {
        if (problems.length >= PROBLEMS_MAX) return visit.BREAK;
        const range = rangeOf(key) ?? rangeOf(value) ?? [0, 0];
        if (!isScalar(key)) {
          problems.push(yamlProblem('a key must be plain text', place(range)));
          continue;
        }
        const name = String(key.value);
        if (seen.has(name)) problems.push(duplicateKey(name, place(range)));
        seen.add(name);
      }
      return undefined;
    },
  });
  return problems;
}

function duplicateKey(name: string, where: Place): Problem<DocumentCode> {
  const problem = `the key ${JSON.stringify(name)} is written twice`;
  return { ...yamlProblem(problem, where), code: 'CFG004', hint: 'keep one of them' };
}

function yamlProblem(problem: string, where: Place): Problem<DocumentCode> {
  return { code: 'CFG003', severity: 'error', problem, where, hint: '', next: [] };
}

function sentence(message: string): string {
  const firstLine = message.split('\n', 1)[0] ?? '';
  return `not valid YAML: ${firstLine.replace(/[.:]$/, '')}`;
}

/** Follows a path as far as it was written. */
function walk(doc: Document, path: readonly PropertyKey[]): { node: unknown; reached: boolean } {
  let node: unknown = doc.contents;
  for (const step of path) {
    const resolved = isAlias(node) ? node.resolve(doc) : node;
    let next: unknown;
    if (isMap(resolved)) next = pairOf(resolved.items, String(step))?.value;
    else if (isSeq(resolved) && typeof step === 'number') next = resolved.items[step];
    if (next === undefined || next === null) return { node, reached: false };
    node = next;
  }
  return { node, reached: true };
}

function pairOf(items: readonly unknown[], key: string) {
  return items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key) as
    { key: unknown; value: unknown } | undefined;
}

function keyRange(doc: Document, path: readonly PropertyKey[], key: string): Range {
  const { node } = walk(doc, path);
  const map = isAlias(node) ? node.resolve(doc) : node;
  const pair = isMap(map) ? pairOf(map.items, key) : undefined;
  return rangeOf(pair?.key) ?? rangeOf(node) ?? [0, 0];
}

function valueRange(doc: Document, path: readonly PropertyKey[]): Range {
  const range = rangeOf(walk(doc, path).node);
  if (range !== undefined && range[1] > range[0]) return range;
  // `port:` with nothing behind it has an empty value; its key is what people look for.
  const key = path.at(-1);
  return typeof key === 'string' ? keyRange(doc, path.slice(0, -1), key) : (range ?? [0, 0]);
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function placeOf(file: string, lines: TextLines, [start, end]: Range): Place {
  const { line, column } = lines.positionOf(start);
  const sourceLine = lines.textOf(line);
  const length = Math.max(1, Math.min(end - start, sourceLine.length - column + 1));
  return { kind: 'file', file, line, column, length, sourceLine };
}
