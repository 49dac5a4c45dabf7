/** Paths written in a configuration file are relative to its folder, so that it means the same wherever one stands. */
import { dirname, isAbsolute, join } from 'node:path';
import type { SchemaNode } from '../documents/schema-tree.js';

/**
 * @param file as the user named it
 * @param isFromFile whether the value at the path was written in it; what came from elsewhere is left as it is
 */
export function resolvePaths<T>(
  value: T,
  node: SchemaNode,
  file: string,
  isFromFile: (path: readonly PropertyKey[]) => boolean,
): T {
  const folder = dirname(file);

  function resolve(current: unknown, at: SchemaNode | undefined, path: readonly PropertyKey[]): unknown {
    if (at === undefined || current === undefined) return current;
    if (at.kind === 'rows') {
      return (current as unknown[]).map((row, index) => resolve(row, at.row, [...path, index]));
    }
    if (at.kind === 'section') {
      const entries = Object.entries(current as object);
      return Object.fromEntries(
        entries.map(([key, child]) => [key, resolve(child, at.children.get(key), [...path, key])]),
      );
    }
    const isRelative = at.type === 'path' && typeof current === 'string' && !isAbsolute(current);
    return isRelative && isFromFile(path) ? join(folder, current) : current;
  }

  return resolve(value, node, []) as T;
}
