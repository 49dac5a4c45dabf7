/** `server:` with nothing (or only comments) under it means that nothing of the section is set. */
import type { SchemaNode } from '../documents/schema-tree.js';
import { configTree } from './config-tree.js';

/** A copy without sections and row lists that were left empty; everything else as it was. */
export function dropEmptySections(data: unknown, node: SchemaNode = configTree): unknown {
  if (node.kind !== 'section' || typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    const child = node.children.get(key);
    if (child === undefined) return [[key, value]];
    return value === null && child.kind !== 'field' ? [] : [[key, dropEmptySections(value, child)]];
  });
  return Object.fromEntries(entries);
}
