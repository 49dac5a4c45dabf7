/**
 * The schema as a plain tree: what the error messages, the environment, the reference page and `config init` need to
 * know about each key, without knowing the validation library.
 */
import type { z } from 'zod';
import { InvariantError } from '../base/invariant.js';

export type SchemaNode = SectionNode | RowsNode | FieldNode;

/** A mapping with known keys. */
export interface SectionNode {
  readonly kind: 'section';
  readonly description: string;
  readonly children: ReadonlyMap<string, SchemaNode>;
}

/** A list of mappings. */
export interface RowsNode {
  readonly kind: 'rows';
  readonly description: string;
  readonly row: SectionNode;
  readonly countMax: number;
}

export type FieldKind =
  'integer' | 'boolean' | 'choice' | 'text' | 'path' | 'identifier' | 'duration' | 'size' | 'list';

/** A single value, or a list of plain values. */
export interface FieldNode {
  readonly kind: 'field';
  readonly type: FieldKind;
  readonly description: string;
  /** Completes the sentence "must be ...". */
  readonly expectation: string;
  /** In base units (ms, bytes); undefined if there is none. */
  readonly defaultValue: unknown;
  readonly required: boolean;
  readonly choices: readonly string[];
  /** What each value of a list is; null where the field is no list. */
  readonly item: FieldNode | null;
  /** Values a list may have; null where the field is no list, or has no bound of its own. */
  readonly countMax: number | null;
}

/** The tree of an object schema. */
export function treeOf(schema: z.core.$ZodType): SectionNode {
  return sectionOf(schema, '');
}

/** The node a zod path (keys and row numbers) leads to; undefined where the schema ends before the path. */
export function nodeAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'section' && typeof step === 'string') node = node.children.get(step);
    else if (node?.kind === 'rows' && typeof step === 'number') node = node.row;
    else if (node?.kind === 'field' && typeof step === 'number') node = node.item ?? undefined;
    else return undefined;
  }
  return node;
}

/** `rooms[0].retention.age`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

interface Unwrapped {
  readonly schema: z.core.$ZodTypes;
  readonly description: string;
  readonly type: string | undefined;
  readonly expectation: string | undefined;
  readonly defaultValue: unknown;
  readonly optional: boolean;
}

/** Peels defaults, optionals and transforms off a schema, keeping what they said. */
function unwrap(outer: z.core.$ZodType): Unwrapped {
  let schema = outer as z.core.$ZodTypes;
  let description = '';
  let type: string | undefined;
  let expectation: string | undefined;
  let defaultValue: unknown;
  let optional = false;
  for (;;) {
    const meta = (schema as unknown as z.ZodType).meta() ?? {};
    description ||= meta.description ?? '';
    type ??= meta['kind'] as string | undefined;
    expectation ??= meta['expectation'] as string | undefined;
    const def = schema._zod.def;
    if (def.type === 'default' || def.type === 'prefault') {
      defaultValue ??= def.defaultValue;
      optional = true;
      schema = def.innerType as z.core.$ZodTypes;
    } else if (def.type === 'optional') {
      optional = true;
      schema = def.innerType as z.core.$ZodTypes;
    } else if (def.type === 'pipe') {
      schema = def.in as z.core.$ZodTypes;
    } else {
      return { schema, description, type, expectation, defaultValue, optional };
    }
  }
}

function nodeOf(outer: z.core.$ZodType): SchemaNode {
  const { schema, description } = unwrap(outer);
  const def = schema._zod.def;
  if (def.type === 'object') return sectionOf(outer, description);
  if (def.type === 'array' && unwrap(def.element).schema._zod.def.type === 'object') {
    return {
      kind: 'rows',
      description,
      row: sectionOf(def.element, description),
      countMax: boundOf(def),
    };
  }
  return fieldOf(outer);
}

function boundOf(def: z.core.$ZodArrayDef): number {
  const countMax = lengthMaxOf(def);
  if (countMax === null) throw new InvariantError('a list of a schema must have a bound');
  return countMax;
}

function lengthMaxOf(def: z.core.$ZodArrayDef): number | null {
  for (const check of def.checks ?? []) {
    const { check: name, maximum } = check._zod.def as { check: string; maximum?: unknown };
    if (name === 'max_length' && typeof maximum === 'number') return maximum;
  }
  return null;
}

function sectionOf(outer: z.core.$ZodType, description: string): SectionNode {
  const def = unwrap(outer).schema._zod.def;
  if (def.type !== 'object') throw new InvariantError('a section of a schema must be an object');
  const children = new Map(Object.entries(def.shape).map(([key, child]) => [key, nodeOf(child)]));
  return { kind: 'section', description, children };
}

function fieldOf(outer: z.core.$ZodType): FieldNode {
  const { schema, description, defaultValue, optional, type, expectation } = unwrap(outer);
  const plain = { kind: 'field', description, defaultValue, required: !optional } as const;
  const common = { ...plain, choices: [], item: null, countMax: null } as const;
  if (type !== undefined && expectation !== undefined) return { ...common, type: type as FieldKind, expectation };
  const def = schema._zod.def;
  switch (def.type) {
    case 'number': {
      const { minValue, maxValue } = schema as unknown as z.ZodNumber;
      return { ...common, type: 'integer', expectation: `a whole number from ${minValue} to ${maxValue}` };
    }
    case 'boolean':
      return { ...common, type: 'boolean', expectation: 'true or false' };
    case 'string':
      return { ...common, type: 'text', expectation: 'text that is not empty' };
    case 'enum': {
      const choices = Object.values(def.entries).map(String);
      const last = choices.at(-1);
      const expectation = choices.length === 1 ? `${last}` : `${choices.slice(0, -1).join(', ')} or ${last}`;
      return { ...common, type: 'choice', expectation, choices };
    }
    case 'array': {
      const item = fieldOf(def.element);
      const expectation = `a list in which each is ${item.expectation}`;
      return { ...common, type: 'list', expectation, item, countMax: lengthMaxOf(def) };
    }
    default:
      throw new InvariantError(`a schema has no field type ${def.type}`);
  }
}
