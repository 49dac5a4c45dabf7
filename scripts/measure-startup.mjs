/**
 * Measures how long the built command line takes to start: node bare, `version` and `--help`, interleaved, as median
 * and fastest of a number of runs (default 15). For people: a shared machine is too noisy for a timed test.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/arqonbus.js', import.meta.url));
const runs = Number(process.argv[2] ?? 15);
const variants = { 'node -e 0': ['-e', '0'], version: [program, 'version'], '--help': [program, '--help'] };
const times = new Map(Object.keys(variants).map((name) => [name, []]));

for (let run = 0; run < runs; run += 1) {
  for (const [name, args] of Object.entries(variants)) {
    const startMs = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    times.get(name).push(performance.now() - startMs);
  }
}

for (const [name, list] of times) {
  list.sort((a, b) => a - b);
  const median = list[Math.floor(list.length / 2)];
  console.log(`${name.padEnd(10)} median ${median.toFixed(0)} ms, fastest ${list[0].toFixed(0)} ms`);
}
