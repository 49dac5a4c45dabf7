/**
 * Runs a campaign of test/long over the sources: `node scripts/run-campaign.mjs scanner-fuzz --count N --seed S`.
 * Prints the seed first, so that any failure can be repeated. Exit code 1 when the campaign finds something.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
});
const [name] = positionals;
const count = Number(values.count);
const seed = values.seed === undefined ? randomInt(2 ** 32) : Number(values.seed);
if (name === undefined || !Number.isSafeInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('usage: node scripts/run-campaign.mjs <campaign> [--count N] [--seed S]');
  process.exit(2);
}

const bundle = join(root, '.cache/campaigns', `${name}.mjs`);
await build({
  entryPoints: [join(root, 'test/long', `${name}.ts`)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  // Finds proto/ from its own place.
  external: [join(root, 'scripts/lib/load-schema.mjs')],
  logLevel: 'error',
});
const { run } = await import(pathToFileURL(bundle).href);

console.log(`${name}: seed ${seed}, ${count} rounds`);
const started = process.hrtime.bigint();
const seconds = () => Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
try {
  const result = await run({
    count,
    seed,
    progressEvery: Math.max(1, Math.floor(count / 20)),
    onProgress: (done) => console.log(`${done} rounds, ${seconds()} s`),
  });
  console.log(JSON.stringify({ campaign: name, seed, seconds: seconds(), ...result }, null, 2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
