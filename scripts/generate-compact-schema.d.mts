/** The text of the generated file for the schema as it is now. */
export function generateCompactSchema(): string;
