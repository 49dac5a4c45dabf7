/** Files the token commands make: never over another, and only as open as they say. */
import { open } from 'node:fs/promises';
import { operatorError } from '../operator-error.js';

/** @throws OperatorError 66 where the file is there already, or cannot be written. */
export async function writeNew(file: string, text: string, mode: number): Promise<void> {
  try {
    const handle = await open(file, 'wx', mode);
    try {
      // What the process's mask took away is given back; 0600 has nothing to take.
      await handle.chmod(mode);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'EEXIST' ? `${file} is there already` : `cannot write ${file}: ${code ?? message}`;
    throw operatorError('missing', 'CLI003', problem, { where: file, next: ['choose another name'], cause: error });
  }
}
