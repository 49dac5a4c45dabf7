/**
 * Settings from the environment: ARQONBUS_<SECTION>_<KEY>, one per key of the schema. A misspelt name is an error,
 * because a setting that silently does nothing is worse than a refusal to start. [CON VIII.4]
 */
import { parseYamlSource } from '../documents/yaml-source.js';
import type { Override } from './origins.js';
import type { ConfigProblem } from './problem.js';
import type { SchemaNode, FieldNode } from '../documents/schema-tree.js';
import { configTree } from './config-tree.js';
import { suggestName } from '../documents/suggest.js';

const PREFIX = 'ARQONBUS_';

/** Names that belong to the command line or to secrets and are no settings of their own. */
export const RESERVED_VARIABLES = {
  ARQONBUS_CONFIG: 'the configuration file',
  ARQONBUS_CONTEXT: 'the context of the command line',
  ARQONBUS_URL: 'the bus the command line talks to',
  ARQONBUS_ADMIN_URL: 'the admin API the command line talks to',
  ARQONBUS_TOKEN: 'the credential of the command line',
  ARQONBUS_ADMIN_TOKEN: 'the bearer token of the admin API',
} as const;

/** Variables with this prefix steer the test tools and are left alone. */
const TEST_PREFIX = 'ARQONBUS_TEST_';

/** Every variable with the path it sets. */
export const SETTING_VARIABLES: ReadonlyMap<string, readonly string[]> = new Map(variablesOf(configTree, []));

export function variableOf(path: readonly string[]): string {
  return PREFIX + path.map((step) => step.toUpperCase()).join('_');
}

export function readEnvironment(env: Readonly<Record<string, string | undefined>>): {
  overrides: Override[];
  problems: ConfigProblem[];
} {
  const overrides: Override[] = [];
  const problems: ConfigProblem[] = [];
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith(PREFIX) || name in RESERVED_VARIABLES || name.startsWith(TEST_PREFIX)) continue;
    if (text === undefined) continue;
    const path = SETTING_VARIABLES.get(name);
    const node = path === undefined ? undefined : descend(path);
    if (path === undefined || node === undefined) problems.push(unknownVariable(name));
    else readVariable(name, text, path, node);
  }
  return { overrides, problems };

  function readVariable(name: string, text: string, path: readonly string[], node: SchemaNode): void {
    const origin = { kind: 'env', name } as const;
    if (node.kind === 'field') {
      overrides.push({ path, value: valueOf(text, node), origin });
      return;
    }
    const source = parseYamlSource(text, name);
    for (const { problem } of source.problems) {
      problems.push({
        code: 'CFG014',
        severity: 'error',
        problem: `${path.join('.')}: ${problem}`,
        where: origin,
        hint: 'write inline YAML or JSON',
        next: [],
      });
    }
    if (source.problems.length === 0) overrides.push({ path, value: source.value, origin });
  }
}

/** The text as the type the schema wants; left as text where it is none, so that validation names the problem. */
function valueOf(text: string, field: FieldNode): unknown {
  switch (field.type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'duration':
    case 'size':
      return /^\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'list':
      return text === '' ? [] : text.split(',').map((item) => item.trim());
    case 'choice':
    case 'text':
    case 'path':
    case 'identifier':
      return text;
  }
}

function unknownVariable(name: string): ConfigProblem {
  const suggestion = suggestName(name, [...SETTING_VARIABLES.keys(), ...Object.keys(RESERVED_VARIABLES)]);
  return {
    code: 'CFG013',
    severity: 'error',
    problem: `unknown environment variable ${name}`,
    where: { kind: 'env', name },
    hint: suggestion === null ? '' : `did you mean ${suggestion}?`,
    next: [`unset ${name}`],
  };
}

function descend(path: readonly string[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = configTree;
  for (const step of path) node = node?.kind === 'section' ? node.children.get(step) : undefined;
  return node;
}

function variablesOf(node: SchemaNode, path: readonly string[]): [string, readonly string[]][] {
  if (node.kind !== 'section') return [[variableOf(path), path]];
  return [...node.children].flatMap(([key, child]) => variablesOf(child, [...path, key]));
}
