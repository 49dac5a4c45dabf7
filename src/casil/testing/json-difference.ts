/** Where two JSON values differ, as paths: what a report names instead of showing contents whole. */

/** Differences told of one payload. */
const DIFFERENCES_MAX = 200;

export interface JsonDifference {
  /** `$.customer.emails[2]`. */
  readonly path: string;
  /** undefined where there is nothing at the path. */
  readonly left: unknown;
  readonly right: unknown;
}

/** Leaves at which the values differ, in the order of the left one. */
export function jsonDifferences(left: unknown, right: unknown): readonly JsonDifference[] {
  const differences: JsonDifference[] = [];
  compare(left, right, '$', differences);
  return differences;
}

function compare(left: unknown, right: unknown, path: string, differences: JsonDifference[]): void {
  if (differences.length >= DIFFERENCES_MAX || Object.is(left, right)) return;
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) {
    differences.push({ path, left, right });
    return;
  }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    compare(own(left, key), own(right, key), stepOf(path, key, Array.isArray(left)), differences);
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Keys that are no identifiers are quoted, as policies write them. */
function stepOf(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
