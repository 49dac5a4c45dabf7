/** The files the architecture tests look at. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the checkout's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All files under a folder of the checkout whose name ends like `extension`. */
export function filesUnder(folder: string, extension: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Written by hand: not what the generators write into src/protocol/generated. */
export function sourceFiles(): SourceFile[] {
  return filesUnder('src', '.ts').filter(({ path }) => !path.includes('/generated/'));
}
