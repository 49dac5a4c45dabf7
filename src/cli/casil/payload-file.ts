/** Payloads that cases name as files beside them. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok } from '../../base/result.js';
import type { ReadPayloadFile } from '../../casil/testing/case-payload.js';
import { BODY_BYTES_MAX } from '../send/outgoing.js';
import type { FileWatcher } from './watch-files.js';

/** @param caseFile paths are relative to its folder; `-` means the working directory. */
export function payloadReader(caseFile: string, watcher: FileWatcher | null): ReadPayloadFile {
  const folder = caseFile === '-' ? '.' : dirname(caseFile);
  return (written) => {
    const path = resolve(folder, written);
    watcher?.addFile(path);
    try {
      const stats = statSync(path);
      if (!stats.isFile()) return err(`the payload ${written} is no file`);
      if (stats.size > BODY_BYTES_MAX) return err(`the payload file ${written} is over ${BODY_BYTES_MAX} bytes`);
      return ok(readFileSync(path));
    } catch (error) {
      return err(`cannot read the payload file ${written}: ${(error as Error).message}`);
    }
  };
}
