/**
 * Paths of JSON fields in policies, a part of JSONPath (RFC 9535): `$.customer.ssn`, `$.items[*].card`, `$..password`,
 * `$['odd key'][0]`. `*` stands for one key or index, `..` for any number of them.
 */
import { err, ok, type Result } from '../../base/result.js';

/** Steps of one path. */
export const FIELD_STEPS_MAX = 32;

export interface FieldStep {
  /** Any number of containers may lie before it. */
  readonly descends: boolean;
  /** UTF-8 of the key it asks for; null where it asks for none. */
  readonly key: Uint8Array | null;
  /** Index it asks for; -1 where it asks for none. Without key and index it is `*`. */
  readonly index: number;
}

/** What is wrong with a path, for its author. */
export interface FieldPathProblem {
  readonly problem: string;
  readonly hint: string;
  /** UTF-16 units into the path. */
  readonly offset: number;
}

const EXAMPLES = 'as in $.customer.ssn, $.items[*].card, $..password or $["odd key"][0]';

const NAME = /[A-Za-z0-9_\-\u0080-\uffff]+/y;
const INDEX = /\[(0|[1-9][0-9]{0,8})\]/y;
const QUOTED = /\[(?:'((?:[^'\\]|\\['\\])*)'|"((?:[^"\\]|\\["\\])*)")\]/y;

export function parseFieldPath(path: string): Result<readonly FieldStep[], FieldPathProblem> {
  if (!path.startsWith('$')) return err({ problem: 'a path starts with $', hint: EXAMPLES, offset: 0 });
  const steps: FieldStep[] = [];
  let offset = 1;
  while (offset < path.length) {
    if (steps.length === FIELD_STEPS_MAX) {
      return err({
        problem: `a path has at most ${FIELD_STEPS_MAX} steps`,
        hint: 'use .. for what lies between',
        offset,
      });
    }
    const descends = path.startsWith('..', offset);
    const isDotted = path[offset] === '.';
    if (descends) offset += 2;
    else if (isDotted) offset += 1;
    const step = parseStep(path, offset, isDotted);
    if (step === null) return err({ problem: problemAt(path, offset, isDotted), hint: EXAMPLES, offset });
    steps.push({ descends, key: step.key, index: step.index });
    offset = step.end;
  }
  if (steps.length === 0) {
    return err({ problem: 'a path names at least one field', hint: 'for everything: $.*', offset: path.length });
  }
  return ok(steps);
}

interface ParsedStep {
  readonly key: Uint8Array | null;
  readonly index: number;
  readonly end: number;
}

function parseStep(path: string, offset: number, isDotted: boolean): ParsedStep | null {
  if (isDotted) {
    if (path[offset] === '*') return { key: null, index: -1, end: offset + 1 };
    const name = matchAt(NAME, path, offset);
    if (name !== null) return { key: utf8(name[0]), index: -1, end: offset + name[0].length };
    // Only `..` may stand before a bracket.
    if (path[offset - 2] !== '.') return null;
  }
  if (path.startsWith('[*]', offset)) return { key: null, index: -1, end: offset + 3 };
  const index = matchAt(INDEX, path, offset);
  if (index !== null) return { key: null, index: Number(index[1]), end: offset + index[0].length };
  const quoted = matchAt(QUOTED, path, offset);
  if (quoted === null) return null;
  const key = (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1');
  return { key: utf8(key), index: -1, end: offset + quoted[0].length };
}

function problemAt(path: string, offset: number, isDotted: boolean): string {
  if (offset >= path.length) return 'the path ends where a key is expected';
  if (path[offset] === '[') return 'in brackets there is *, an index of up to nine digits, or a quoted key';
  return isDotted
    ? 'a key or * is expected here; odd keys stand in brackets and quotes'
    : 'a dot or a bracket is expected here';
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
