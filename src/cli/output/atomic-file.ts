/**
 * A file that appears whole or not at all: written beside its name, then renamed. What is there already and is no file
 * (a device, a named pipe) is written to, never replaced; a link is followed.
 */
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { randomName } from '../../base/ids.js';
import { operatorError } from '../operator-error.js';

type Fill = (write: (text: string) => Promise<void>) => Promise<void>;

/** @throws OperatorError 66 when the file cannot be written; what `fill` throws, after removing what was written. */
export async function writeFileAtomically(path: string, fill: Fill): Promise<void> {
  const existing = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw cannotWrite(path, error);
  });
  if (existing !== null && !existing.isFile()) return writeInPlace(path, fill);
  const target = existing === null ? path : await realpath(path);
  const temporary = `${target}.${randomName(8)}.part`;
  const file = await openFor(path, temporary, 'wx');
  try {
    await fillFile(path, file, fill);
    await orCannotWrite(path, file.sync());
    await file.close();
    await orCannotWrite(path, rename(temporary, target));
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeInPlace(path: string, fill: Fill): Promise<void> {
  const file = await openFor(path, path, 'r+');
  try {
    await fillFile(path, file, fill);
  } finally {
    await file.close();
  }
}

function openFor(path: string, name: string, flags: string): Promise<FileHandle> {
  return orCannotWrite(path, open(name, flags));
}

function fillFile(path: string, file: FileHandle, fill: Fill): Promise<void> {
  return fill((text) => orCannotWrite(path, file.writeFile(text)));
}

async function orCannotWrite<T>(path: string, writing: Promise<T>): Promise<T> {
  return writing.catch((cause: unknown) => {
    throw cannotWrite(path, cause);
  });
}

function cannotWrite(path: string, cause: unknown) {
  return operatorError('missing', 'CLI003', `cannot write ${path}: ${(cause as Error).message}`, { cause });
}
