/** Where this checkout lies, for helpers that keep a cache in it; holds for bundled copies of them as well. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkoutRoot = findUp(dirname(fileURLToPath(import.meta.url)), 'package-lock.json');

function findUp(start: string, name: string): string {
  for (let directory = start; ; directory = dirname(directory)) {
    if (existsSync(join(directory, name))) return directory;
    if (directory === dirname(directory)) throw new Error(`no ${name} above ${start}`);
  }
}
