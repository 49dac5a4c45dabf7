/**
 * Generates docs/policy.schema.json from src/casil/policy/policy-schema.ts.
 *
 * `--check` writes nothing and fails when the checked-in file differs from what the schema says.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The text of the document for the schema as it is now. */
export async function generatePolicySchema() {
  mkdirSync(`${root}.cache`, { recursive: true });
  // Packages stay imports, so the bundle has to lie where node_modules is found.
  const bundle = `${root}.cache/policy-schema-${process.pid}.mjs`;
  try {
    await build({
      entryPoints: [`${root}src/casil/policy/policy-json-schema.ts`],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'warning',
    });
    const { policyJsonSchema } = await import(pathToFileURL(bundle).href);
    return { 'docs/policy.schema.json': policyJsonSchema() };
  } finally {
    rmSync(bundle, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const [path, text] of Object.entries(await generatePolicySchema())) {
    if (!check) {
      writeFileSync(`${root}${path}`, text);
    } else if (readFileSync(`${root}${path}`, 'utf8') !== text) {
      console.error(`${path} is not what policy-schema.ts says; run: node scripts/generate-policy-schema.mjs`);
      process.exitCode = 1;
    }
  }
}
