/**
 * A key set in a file, read again when the file has changed. One who writes it should rename a finished file into place;
 * a half-written one is refused like any other and read again a second later.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../base/result.js';
import { KEY_SET_BYTES_MAX, type KeySet, type KeySetProblem, type LoadKeySet } from './key-set.js';
import { parseJwks } from './parse-jwks.js';

/** How often the file is looked at. */
export const FILE_CHECK_INTERVAL_MS = 1_000;

export function loadFromFile(path: string): LoadKeySet {
  /** Which file, as it was when the set that is in use was read. */
  let versionRead = '';
  return async (previous) => {
    const read = await readIfChanged(path, previous === null ? '' : versionRead);
    if (!read.ok) return read;
    if (read.value.bytes === null) return previous === null ? err('unreachable') : ok(previous);
    const parsed: Result<KeySet, KeySetProblem> = parseJwks(read.value.bytes, previous);
    if (parsed.ok) versionRead = read.value.version;
    return parsed;
  };
}

interface FileContent {
  readonly version: string;
  /** Null when the version is the one already known. */
  readonly bytes: Buffer | null;
}

async function readIfChanged(path: string, knownVersion: string): Promise<Result<FileContent, KeySetProblem>> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const { ino, size, mtimeNs } = await file.stat({ bigint: true });
    const version = `${ino}/${size}/${mtimeNs}`;
    if (version === knownVersion) return ok({ version, bytes: null });
    // One byte past the bound, so that a longer file shows.
    const bytes = Buffer.alloc(KEY_SET_BYTES_MAX + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytesRead > KEY_SET_BYTES_MAX ? err('too_large') : ok({ version, bytes: bytes.subarray(0, bytesRead) });
  } catch {
    // Missing, a directory, not readable: one word for all, beside the issuer it is for.
    return err('unreachable');
  } finally {
    await file?.close();
  }
}
