import type { Field, Root } from 'protobufjs';

export interface FieldDescription {
  number: number;
  type: string;
  optional?: true;
  oneof?: string;
  required?: boolean;
  required_for?: string;
  owner?: string;
  bytes_max?: number;
  characters_max?: number;
  count_max?: number;
}

export interface SchemaDescription {
  readonly messages: Record<string, Record<string, FieldDescription>>;
  readonly enums: Record<string, Record<string, number>>;
}

/** Every message with its fields and every enum with its values, by name. */
export function describeSchema(schema: Root): SchemaDescription;

/** `map<string, string>`, `repeated Position`, `uint32` ... as one writes it in a .proto. */
export function typeText(field: Field): string;
