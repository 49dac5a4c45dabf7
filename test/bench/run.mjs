/** Entry of `npm run bench`: bundles the typed harness beside this file and runs it with the flags it was given. */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = `${root}.cache/bench/harness-${process.pid}.mjs`;
mkdirSync(`${root}.cache/bench`, { recursive: true });
try {
  await build({
    entryPoints: [`${root}test/bench/main.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  });
  const { main } = await import(outfile);
  process.exitCode = await main(process.argv.slice(2));
} finally {
  rmSync(outfile, { force: true });
}
