import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { treeOf, type SchemaNode } from '../../../../src/documents/schema-tree.js';
import { policyJsonSchema } from '../../../../src/casil/policy/policy-json-schema.js';
import { policySchema } from '../../../../src/casil/policy/policy-schema.js';

function undescribed(node: SchemaNode, path: string): string[] {
  const inner = node.kind === 'rows' ? node.row : node;
  const children =
    inner.kind === 'section' ? [...inner.children].flatMap(([key, child]) => undescribed(child, `${path}.${key}`)) : [];
  return path !== '' && node.description === '' ? [path, ...children] : children;
}

describe('docs/policy.schema.json [C-POL-1]', () => {
  it('is what the schema says: run node scripts/generate-policy-schema.mjs', () => {
    expect(readFileSync('docs/policy.schema.json', 'utf8')).toBe(policyJsonSchema());
  });

  it('explains every key', () => {
    // `scope` of a rule explains itself by its two keys and its own description.
    expect(undescribed(treeOf(policySchema), '')).toEqual([]);
  });

  it('says nothing of how the program describes itself', () => {
    expect(policyJsonSchema()).not.toMatch(/"expectation"|"kind": "/);
  });
});
