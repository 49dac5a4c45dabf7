/**
 * Bundles the SDK for browsers into one minified ES module: what a page would load, and the measure of its size.
 *
 *   node scripts/bundle-client.mjs [FILE]     writes dist/client/arqonbus-client.min.js, or FILE; prints the sizes
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns the module, its size compressed as a web server would, and the bytes each source file adds. */
export async function bundleClient() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/client/browser.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // The year of private fields, Object.hasOwn and at(); every evergreen browser since 2022 has them.
    target: 'es2022',
    legalComments: 'none',
    write: false,
    metafile: true,
  });
  const code = result.outputFiles[0].contents;
  const [output] = Object.values(result.metafile.outputs);
  const inputs = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }));
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length, inputs };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? join(root, 'dist/client/arqonbus-client.min.js');
  const { code, gzipBytes, inputs } = await bundleClient();
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  for (const { path, bytes } of inputs.sort((a, b) => b.bytes - a.bytes)) {
    console.log(`${String(bytes).padStart(7)}  ${path}`);
  }
  console.log(`${String(code.length).padStart(7)}  minified`);
  console.log(`${String(gzipBytes).padStart(7)}  gzipped`);
}
