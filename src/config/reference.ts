/** The generated documents of the configuration: docs/configuration.md and docs/config.schema.json. [S-CFG-1] */
import { z } from 'zod';
import { RESERVED_VARIABLES, variableOf } from './environment.js';
import { formatValue } from './format-value.js';
import { CONFIG_CODES } from './problem.js';
import { configSchema } from './schema.js';
import type { SchemaNode, FieldNode, SectionNode } from '../documents/schema-tree.js';
import { configTree } from './config-tree.js';

const INTRODUCTION = `# Configuration

<!-- Generated from src/config/schema.ts by scripts/generate-config-docs.mjs. Do not edit. -->

One YAML file, environment variables and a few flags. Every key is optional. The file is the one named by \`-c\`, else
by \`ARQONBUS_CONFIG\`, else \`arqonbus.yaml\` in the working directory if there is one; \`-\` reads standard input.

**Precedence**: flag > environment > file > default. Each place is checked by itself, so a flag never hides a mistake
in the file. Configuration is read once at start; a change takes effect at the next start. Only
\`access.deny\` is read again on SIGHUP, and files of API keys, key sets and certificates are followed while it runs.

Unknown keys and unknown \`ARQONBUS_*\` variables are errors. All problems are reported at once, each with its place:

\`\`\`
error[CFG012]: unknown key "prot"
  --> arqonbus.yaml:2:3
2 |   prot: 7500
  |   ^^^^ did you mean "port"?
  = next: arqonbus config show server
\`\`\`

\`arqonbus config init\` writes a file with every key, \`config validate\` checks one, \`config show --sources\` prints the
effective values and where each came from. Editors that know JSON Schema can use \`docs/config.schema.json\`.

Durations are \`250ms\`, \`5s\`, \`2m\`, \`1h\`, \`7d\` or a number of milliseconds; sizes are \`512B\`, \`64KiB\`, \`1MiB\` or a
number of bytes. Paths written in the file are relative to its folder, others to the working directory. The file is
UTF-8, at most 1 MiB, at most 64 levels deep.
`;

export function configReferenceMarkdown(): string {
  const sections = [...configTree.children].map(([key, node]) => sectionText(key, node));
  return [INTRODUCTION, ...sections, environmentText(), codesText()].join('\n');
}

function sectionText(key: string, node: SchemaNode): string {
  const heading = `## ${key}\n\n${node.description}\n`;
  if (node.kind === 'field') return heading;
  if (node.kind === 'rows') {
    const variable = variableOf([key]);
    const note = `A list of rows, at most ${node.countMax}. Environment: \`${variable}\` as inline YAML or JSON.\n`;
    return `${heading}\n${note}\n${rowTable(node.row)}`;
  }
  return `${heading}\n${fieldTable(key, node)}`;
}

function fieldTable(section: string, node: SectionNode): string {
  const rows = fieldsOf(node, []).map(({ path, field, inRow }) => {
    const variable = inRow ? '' : `\`${variableOf([section, ...path])}\``;
    return `| \`${path.join('.')}\` | ${defaultText(field)} | ${allowed(field)} | ${cell(field.description)} | ${variable} |`;
  });
  return `| key | default | must be | meaning | environment |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function rowTable(node: SectionNode): string {
  const rows = fieldsOf(node, []).map(({ path, field }) => {
    return `| \`${path.join('.')}\` | ${defaultText(field)} | ${allowed(field)} | ${cell(field.description)} |`;
  });
  return `| key | default | must be | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

interface ListedField {
  readonly path: string[];
  readonly field: Pick<FieldNode, 'type' | 'defaultValue' | 'required' | 'expectation' | 'description'>;
  /** In a list of rows, which the environment sets as a whole. */
  readonly inRow: boolean;
}

function fieldsOf(node: SectionNode, path: readonly string[], inRow = false): ListedField[] {
  return [...node.children].flatMap(([key, child]): ListedField[] => {
    const own = [...path, key];
    switch (child.kind) {
      case 'section':
        return fieldsOf(child, own, inRow);
      case 'rows': {
        const { description, countMax } = child;
        const expectation = `a list of at most ${countMax} rows; in the environment inline YAML or JSON`;
        const list = { type: 'list', defaultValue: [], required: false, expectation, description } as const;
        return [{ path: own, field: list, inRow }, ...fieldsOf(child.row, [...path, `${key}[]`], true)];
      }
      case 'field':
        return [{ path: own, field: child, inRow }];
    }
  });
}

function defaultText(field: ListedField['field']): string {
  if (field.required) return 'required';
  return field.defaultValue === undefined ? 'not set' : `\`${formatValue(field.defaultValue, field)}\``;
}

function allowed(field: ListedField['field']): string {
  return cell(field.expectation);
}

function environmentText(): string {
  const rows = Object.entries(RESERVED_VARIABLES).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  return `## Environment

Each key is \`ARQONBUS_<SECTION>_<KEY>\`, as the tables say; lists are comma separated. These names are no settings:

| variable | meaning |
|---|---|
${rows.join('\n')}

Names that begin with \`ARQONBUS_TEST_\` are left to the test tools.
`;
}

function codesText(): string {
  const rows = Object.entries(CONFIG_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return `## Problems\n\n| code | meaning |\n|---|---|\n${rows.join('\n')}\n`;
}

/** Escapes what Markdown tables would interpret; what stands between backticks is left alone. */
function cell(text: string): string {
  const pieces = text.replaceAll('|', '\\|').replaceAll('\n', ' ').split('`');
  return pieces.map((piece, index) => (index % 2 === 0 ? piece.replaceAll('*', '\\*') : piece)).join('`');
}

/** JSON Schema (draft 2020-12) of what people write, with defaults in their units. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema['kind'];
      delete jsonSchema['expectation'];
    },
  });
  fillDefaults(schema as JsonSchema, configTree);
  return `${JSON.stringify({ title: 'ArqonBus configuration', ...schema }, null, 2)}\n`;
}

interface JsonSchema {
  type?: string | string[];
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

function fillDefaults(schema: JsonSchema, node: SchemaNode): void {
  if (node.kind === 'rows' && schema.items !== undefined) fillDefaults(schema.items, node.row);
  if (node.kind === 'field' && node.defaultValue !== undefined) {
    const written = node.type === 'duration' || node.type === 'size';
    schema.default = written ? formatValue(node.defaultValue, node) : node.defaultValue;
  }
  if (node.kind !== 'section') return;
  delete schema.default;
  for (const [key, child] of node.children) {
    const property = schema.properties?.[key];
    if (property === undefined) continue;
    fillDefaults(property, child);
    // A section with nothing under it is read as null.
    if (child.kind !== 'field') property.type = [child.kind === 'section' ? 'object' : 'array', 'null'];
  }
}
