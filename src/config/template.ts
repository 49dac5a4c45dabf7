/** The file `config init` writes: every key with its meaning, commented out at its default. */
import { formatValue } from './format-value.js';
import type { SchemaNode, SectionNode } from '../documents/schema-tree.js';
import { configTree } from './config-tree.js';

export function configTemplate(): string {
  const lines = [
    '# Configuration of ArqonBus. Every key is optional: what is commented out shows its default.',
    '# Sizes: 512B, 64KiB, 1MiB. Durations: 250ms, 5s, 2m, 1h, 7d.',
    '# Check it with: arqonbus config validate',
    '',
  ];
  for (const [key, node] of configTree.children) {
    const example = node.kind === 'rows' ? exampleRow(node.row) : [];
    lines.push(...nodeLines(key, node, ''), ...example, '');
  }
  return lines.join('\n');
}

function nodeLines(key: string, node: SchemaNode, indent: string): string[] {
  const comment = `${indent}# ${node.description}`;
  switch (node.kind) {
    case 'section':
      return [comment, `${indent}${key}:`, ...childLines(node, `${indent}  `)];
    case 'rows':
      // The rows of a whole section need values only their author knows; docs/security.md has examples.
      return [comment, indent === '' ? `${key}:` : `${indent}# ${key}: []`];
    case 'field':
      return [comment, `${indent}# ${key}:${spaced(formatValue(node.defaultValue, node))}`];
  }
}

function childLines(section: SectionNode, indent: string): string[] {
  return [...section.children].flatMap(([key, node]) => nodeLines(key, node, indent));
}

/** Rows have no default of their own, so an example of one is shown, commented out as a whole. */
function exampleRow(row: SectionNode): string[] {
  const lines = flatLines(row, '');
  return lines.map((line, index) => `  # ${index === 0 ? '-' : ' '} ${line}`);
}

function flatLines(section: SectionNode, indent: string): string[] {
  return [...section.children].flatMap(([key, node]) => {
    if (node.kind === 'section') return [`${indent}${key}:`, ...flatLines(node, `${indent}  `)];
    if (node.kind === 'rows') return [];
    const value = node.required ? '"*"' : formatValue(node.defaultValue, node);
    return [`${indent}${key}:${spaced(value)}`];
  });
}

function spaced(value: string): string {
  return value === '' ? '' : ` ${value}`;
}
