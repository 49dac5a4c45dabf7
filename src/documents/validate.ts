/**
 * What operators write - configuration, policies, test cases - held against a schema: either a value the program can
 * trust, or every problem at once, in people's words and at its place. Nothing here knows what a document is for.
 */
import type { z } from 'zod';
import { PROBLEMS_MAX, type DocumentCode, type Place, type Problem } from './problem.js';
import { formatPath, nodeAt, treeOf, type SectionNode } from './schema-tree.js';
import { suggestName } from './suggest.js';

/** Tells where a value, or a key of a mapping, was written. */
export interface Places {
  ofValue(path: readonly PropertyKey[]): Place | null;
  ofKey(path: readonly PropertyKey[], key: string): Place | null;
}

/** What a kind of document is called, and where its author finds out more. */
export interface DocumentKind {
  /** `the configuration`, `the policy`. */
  readonly subject: string;
  /** What to run next about an unknown key; `section` is the top-level key it stands under, if any. */
  readonly nextOfUnknownKey: (section: string | undefined) => readonly string[];
}

export interface Validated<T> {
  /** null where there are problems. */
  readonly value: T | null;
  readonly problems: Problem<DocumentCode>[];
}

export type Validate<T> = (data: unknown, places: Places) => Validated<T>;

export function createValidator<T>(schema: z.ZodType<T>, kind: DocumentKind): Validate<T> {
  const explain = createExplainer(treeOf(schema), kind);
  return (data, places) => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { value: parsed.data, problems: [] };
    const issues = parsed.error.issues.slice(0, PROBLEMS_MAX);
    return { value: null, problems: issues.flatMap((issue) => explain(issue, data, places)) };
  };
}

type Explain = (issue: z.core.$ZodIssue, data: unknown, places: Places) => Problem<DocumentCode>[];

function createExplainer(tree: SectionNode, kind: DocumentKind): Explain {
  function problemsOf(issue: z.core.$ZodIssue, data: unknown, places: Places): Problem<DocumentCode>[] {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, PROBLEMS_MAX).map((key) => unknownKey(issue.path, key, places));
    }
    const value = valueAt(data, issue.path);
    const node = nodeAt(tree, issue.path);
    const path = formatPath(issue.path);
    const where = places.ofValue(issue.path);
    if (value === undefined && issue.path.length > 0) {
      const expectation = node?.kind === 'field' ? node.expectation : node?.kind === 'rows' ? 'a list' : 'a mapping';
      return [problem('CFG011', `${path} is missing`, where, `it must be ${expectation}`)];
    }
    const subject = path === '' ? kind.subject : path;
    switch (node?.kind) {
      case 'section':
        return [problem('CFG010', `${subject} must be a mapping of keys, not ${described(value)}`, where)];
      case 'rows': {
        const wanted = Array.isArray(value) ? `at most ${node.countMax} rows, not ${value.length}` : null;
        return [
          problem(
            'CFG010',
            `${subject} must ${wanted === null ? `be a list of rows, not ${described(value)}` : `have ${wanted}`}`,
            where,
          ),
        ];
      }
      default: {
        if (node?.type === 'list' && node.countMax !== null && Array.isArray(value)) {
          return [
            problem('CFG010', `${subject} must have at most ${node.countMax} values, not ${value.length}`, where),
          ];
        }
        const expectation = node?.expectation ?? 'what the reference says';
        const meant = typeof value === 'string' ? suggestName(value, node?.choices ?? []) : null;
        const hint = meant === null ? '' : `did you mean "${meant}"?`;
        return [problem('CFG010', `${subject} must be ${expectation}, not ${described(value)}`, where, hint)];
      }
    }
  }

  function unknownKey(path: readonly PropertyKey[], key: string, places: Places): Problem<DocumentCode> {
    const parent = nodeAt(tree, path);
    const siblings = parent?.kind === 'section' ? [...parent.children.keys()] : [];
    const meant = suggestName(key, siblings);
    const section = path.find((step): step is string => typeof step === 'string');
    return {
      ...problem('CFG012', `unknown key ${described(key)}`, places.ofKey(path, key)),
      hint: meant === null ? `known here: ${siblings.join(', ')}` : `did you mean "${meant}"?`,
      next: kind.nextOfUnknownKey(section),
    };
  }

  return problemsOf;
}

function problem(code: DocumentCode, text: string, where: Place | null, hint = ''): Problem<DocumentCode> {
  return { code, severity: 'error', problem: text, where, hint, next: [] };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** What was written, short enough for a sentence. */
function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
