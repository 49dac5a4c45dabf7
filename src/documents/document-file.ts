/** Reading a file an operator wrote: bounded, whatever the file is, and strict about its text. [P8] */
import { closeSync, openSync, readSync } from 'node:fs';
import { err, ok, type Result } from '../base/result.js';
import type { DocumentCode, Problem } from './problem.js';

/** A configuration of thousands of room rows stays below this; anything larger is the wrong file. */
export const DOCUMENT_BYTES_MAX = 1_048_576;

/** The text of the file. Never reads more than the bound, whatever the file is. */
export function readDocumentFile(file: string): Result<string, Problem<DocumentCode>> {
  let bytes: Buffer;
  try {
    bytes = readBounded(file);
  } catch (error) {
    return err(fileProblem('CFG001', `cannot read ${file}: ${reasonOf(error)}`));
  }
  return decodeDocument(bytes, file);
}

/** Bytes as text: at most the bound, strict UTF-8, without a byte order mark. */
export function decodeDocument(bytes: Uint8Array, file: string): Result<string, Problem<DocumentCode>> {
  if (bytes.length > DOCUMENT_BYTES_MAX) {
    return err(fileProblem('CFG002', `${file} is larger than 1 MiB; is it the right file?`));
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return err(fileProblem('CFG003', `${file} is not UTF-8 text`));
    throw error;
  }
}

/** One byte past the bound is enough to know that a file is too large. */
function readBounded(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const wanted = DOCUMENT_BYTES_MAX + 1;
    const buffer = Buffer.allocUnsafe(wanted);
    let length = 0;
    while (length < wanted) {
      const count = readSync(descriptor, buffer, length, wanted - length, null);
      if (count === 0) break;
      length += count;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return (code === undefined ? undefined : REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
}

function fileProblem(code: DocumentCode, problem: string): Problem<DocumentCode> {
  return { code, severity: 'error', problem, where: null, hint: '', next: [] };
}
