/** A file that appears whole or not at all: written beside its name, then renamed. */
import { open, rename, rm } from 'node:fs/promises';
import { randomName } from '../../base/ids.js';
import { operatorError } from '../operator-error.js';

/** @throws OperatorError 66 when the file cannot be written; what `fill` throws, after removing what was written. */
export async function writeFileAtomically(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${randomName(8)}.part`;
  const file = await open(temporary, 'wx').catch((cause: unknown) => {
    throw operatorError('missing', 'CLI003', `cannot write ${path}: ${(cause as Error).message}`, { cause });
  });
  try {
    await fill(async (text) => {
      await file.writeFile(text);
    });
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}
