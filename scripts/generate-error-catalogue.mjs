/** Generates src/protocol/generated/error-catalogue.ts from the options of proto/arqonbus/v1/errors.proto. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSchema } from './lib/load-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

export function generateErrorCatalogue() {
  const schema = loadSchema();
  const codes = schema.lookupEnum('arqonbus.v1.ErrorCode');
  const retries = schema.lookupEnum('arqonbus.v1.Retry').values;
  const rows = Object.entries(codes.values)
    .filter(([, number]) => number !== 0)
    .map(([name, number]) => {
      const options = codes.valuesOptions?.[name] ?? {};
      const message = options['(error_message)'];
      const retry = options['(error_retry)'];
      if (message === undefined || !(retry in retries))
        throw new Error(`${name} lacks (error_message) or (error_retry)`);
      return `  ${name}: { code: ${number}, message: ${JSON.stringify(message).replaceAll("'", "\\'").replace(/^"|"$/g, "'")}, retry: ${retries[retry]} },`;
    });
  return `// Generated from proto/arqonbus/v1/errors.proto by scripts/generate-error-catalogue.mjs. Do not edit.
/** Every error code with the text and the retry class a client gets. */
export const ERROR_CATALOGUE = {
${rows.join('\n')}
} as const;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}src/protocol/generated/error-catalogue.ts`, generateErrorCatalogue());
}
