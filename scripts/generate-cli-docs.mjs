/**
 * Generates docs/cli.md from src/cli.
 *
 * `--check` writes nothing and fails when the checked-in file differs from what the program says.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The text of the document for the program as it is now. */
export async function generateCliDocs() {
  mkdirSync(`${root}.cache`, { recursive: true });
  // Packages stay imports, so the bundle has to lie where node_modules is found.
  const bundle = `${root}.cache/cli-reference-${process.pid}.mjs`;
  try {
    await build({
      entryPoints: [`${root}src/cli/reference.ts`],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'warning',
    });
    const { cliReferenceMarkdown } = await import(pathToFileURL(bundle).href);
    return cliReferenceMarkdown();
  } finally {
    rmSync(bundle, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await generateCliDocs();
  if (!process.argv.includes('--check')) {
    writeFileSync(`${root}docs/cli.md`, text);
  } else if (readFileSync(`${root}docs/cli.md`, 'utf8') !== text) {
    console.error('docs/cli.md is not what src/cli says; run: node scripts/generate-cli-docs.mjs');
    process.exitCode = 1;
  }
}
