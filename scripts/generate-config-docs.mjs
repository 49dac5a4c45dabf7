/**
 * Generates docs/configuration.md and docs/config.schema.json from src/config/schema.ts.
 *
 * `--check` writes nothing and fails when the checked-in files differ from what the schema says.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The text of both documents for the schema as it is now. */
export async function generateConfigDocs() {
  mkdirSync(`${root}.cache`, { recursive: true });
  // Packages stay imports, so the bundle has to lie where node_modules is found.
  const bundle = `${root}.cache/config-reference-${process.pid}.mjs`;
  try {
    await build({
      entryPoints: [`${root}src/config/reference.ts`],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'warning',
    });
    const { configReferenceMarkdown, configJsonSchema } = await import(pathToFileURL(bundle).href);
    return { 'docs/configuration.md': configReferenceMarkdown(), 'docs/config.schema.json': configJsonSchema() };
  } finally {
    rmSync(bundle, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const [path, text] of Object.entries(await generateConfigDocs())) {
    if (!check) {
      writeFileSync(`${root}${path}`, text);
    } else if (readFileSync(`${root}${path}`, 'utf8') !== text) {
      console.error(`${path} is not what src/config/schema.ts says; run: node scripts/generate-config-docs.mjs`);
      process.exitCode = 1;
    }
  }
}
