/** Builds dist/: the generated codec, which tsc only knows by its types, then everything else. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}dist/protocol/generated`, { recursive: true });
for (const name of ['codec.js', 'codec.d.ts']) {
  copyFileSync(`${root}src/protocol/generated/${name}`, `${root}dist/protocol/generated/${name}`);
}
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
