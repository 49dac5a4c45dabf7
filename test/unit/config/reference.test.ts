import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { configJsonSchema, configReferenceMarkdown } from '../../../src/config/reference.js';
import { shownValues } from '../../../src/config/show.js';
import { configTree } from '../../../src/config/config-tree.js';
import type { SchemaNode } from '../../../src/documents/schema-tree.js';
import { configTemplate } from '../../../src/config/template.js';

function defaults() {
  const result = loadConfig({ env: {} });
  if (!result.ok) throw new Error('the defaults are refused');
  return result.value;
}

function describedNodes(node: SchemaNode, path: string): [string, string][] {
  if (node.kind === 'field') return [[path, node.description]];
  const inner = node.kind === 'rows' ? node.row : node;
  const children = [...inner.children].flatMap(([key, child]) => describedNodes(child, `${path}.${key}`));
  return path === '' ? children : [[path, node.description], ...children];
}

describe('generated documents [S-CFG-1]', () => {
  it('are what the schema says: run node scripts/generate-config-docs.mjs', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configReferenceMarkdown());
    expect(readFileSync('docs/config.schema.json', 'utf8')).toBe(configJsonSchema());
  });

  it('explain every key', () => {
    for (const [path, description] of describedNodes(configTree, '')) expect(description, path).not.toBe('');
  });
});

describe('the template of config init [S-CFG-1]', () => {
  it('is valid and changes nothing', () => {
    const result = loadConfig({ env: {}, text: configTemplate() });
    expect(result).toMatchObject({ ok: true, value: { config: defaults().config, warnings: [] } });
  });

  it('is valid with every line taken out of its comment, and still changes nothing but the example room', () => {
    const text = configTemplate()
      .replace(/^(\s*)# (- )?(\s*[a-z_]+:(?: \S.*)?)$/gm, '$1$2$3')
      // Keys without a default stand there empty: nothing that is indented further follows.
      .replace(/^( *)[a-z_]+:\n(?!(?: *#.*\n|\n)*\1 +[^# ])/gm, '');
    const result = loadConfig({ env: {}, text });
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
    expect({ ...result.value.config, rooms: [] }).toEqual(defaults().config);
    expect(result.value.config.rooms).toHaveLength(1);
  });
});

describe('shownValues', () => {
  it('can be read back as the same configuration', () => {
    const first = loadConfig({ env: { ARQONBUS_SERVER_HOST: '127.0.0.2', ARQONBUS_LIMITS_MAX_HOPS: '3' } });
    if (!first.ok) throw new Error('refused');
    const flags = shownValues(first.value).map(({ path, value }) => ({ name: path, path: path.split('.'), value }));
    const second = loadConfig({ env: {}, flags });
    expect(second).toMatchObject({ ok: true, value: { config: first.value.config } });
  });

  it('shows one section or one value, and nothing for a name that is none', () => {
    expect(shownValues(defaults(), 'logging').map(({ path, text }) => `${path}=${text}`)).toEqual([
      'logging.level=info',
      'logging.format=auto',
    ]);
    expect(shownValues(defaults(), 'transport.ping_interval')).toMatchObject([{ text: '25s', value: 25_000 }]);
    expect(shownValues(defaults(), 'log')).toEqual([]);
  });
});
