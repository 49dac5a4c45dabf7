/** The text of src/protocol/generated/nested-rules.ts for the schema as it is now. */
export function generateNestedRules(): string;
