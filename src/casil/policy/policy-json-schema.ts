/** The generated docs/policy.schema.json: what editors know of a policy file. [C-POL-1] */
import { z } from 'zod';
import { policySchema } from './policy-schema.js';

/** JSON Schema (draft 2020-12) of what people write. */
export function policyJsonSchema(): string {
  const schema = z.toJSONSchema(policySchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema['kind'];
      delete jsonSchema['expectation'];
    },
  });
  for (const property of Object.values(schema.properties ?? {}) as Property[]) {
    // A key with nothing under it is read as if it were not there.
    if (property.type === 'object' || property.type === 'array') property.type = [property.type, 'null'];
  }
  return `${JSON.stringify({ title: 'ArqonBus policy', ...schema }, null, 2)}\n`;
}

interface Property {
  type?: string | string[];
}
