/**
 * Runs every campaign of test/long, one after the other: `npm run long -- [--count N] [--seed S]`. Both go to each
 * campaign as they are; without --count each runs its own rounds below. Exit code 1 when any of them finds something.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rounds of each campaign when it is run in full. */
const ROUNDS = {
  // Sockets that hold on; other attacks take their part of it.
  attacks: 2_000,
  'scanner-fuzz': 10_000_000,
  'frame-fuzz': 1_000_000,
  'config-fuzz': 100_000,
  'hostile-patterns': 5_000,
  // Broken and resumed connections.
  'recovery-campaign': 1_000,
  // Programs of two tenants.
  'tenant-crossing': 100_000,
  // Clients that never read.
  'slow-consumers': 1_000,
};

const campaigns = readdirSync(`${root}test/long`)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();
const unknown = campaigns.filter((name) => !(name in ROUNDS));
if (campaigns.length === 0 || unknown.length > 0) {
  console.error(`campaigns without a number of rounds in scripts/run-long.mjs: ${unknown.join(', ') || 'all'}`);
  process.exit(2);
}

const args = process.argv.slice(2);
const failed = [];
for (const name of campaigns) {
  const count = args.includes('--count') ? [] : ['--count', String(ROUNDS[name])];
  const { status } = spawnSync(process.execPath, ['scripts/run-campaign.mjs', name, ...count, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? `all ${campaigns.length} campaigns passed` : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
