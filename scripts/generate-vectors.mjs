/**
 * Writes test/vectors/*.json: golden bytes of the protocol with their meaning, from test/support/protocol/vectors.ts.
 *
 * `--check` writes nothing and fails when the checked-in files differ. Bytes that were published once should only
 * change with a reason: SDKs in other repositories are tested with them.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

async function loadBuilder() {
  const bundle = join(root, '.cache', `vectors-${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(root, 'test/support/protocol/vectors.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      // Finds proto/ from its own place.
      external: [join(root, 'scripts/lib/load-schema.mjs')],
      logLevel: 'error',
    });
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle, { force: true });
  }
}

const { buildVectors } = await loadBuilder();
for (const [name, content] of Object.entries(buildVectors())) {
  const path = join(root, 'test/vectors', name);
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`test/vectors/${name} is not what the code says; run: node scripts/generate-vectors.mjs`);
    process.exitCode = 1;
  }
}
