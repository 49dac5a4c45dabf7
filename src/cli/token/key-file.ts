/** Key files, and what is wrong with them, for the token commands. */
import { isJwtAlgorithm, JWT_ALGORITHMS, type JwtAlgorithm } from '../../auth/jwt-tools.js';
import { readPublicFile, readSecretFile, type FileProblem } from '../../base/secret-file.js';
import { operatorError, usageError, type OperatorError } from '../operator-error.js';

/** A file only its owner can read. @throws OperatorError 66, 65 or 78 */
export function readSecret(file: string): Buffer {
  const read = readSecretFile(file);
  if (!read.ok) throw fileError(read.error);
  return read.value;
}

/** What anyone may read. @throws OperatorError 66 or 65 */
export function readPublic(file: string): Buffer {
  const read = readPublicFile(file);
  if (!read.ok) throw fileError(read.error);
  return read.value;
}

/** @param problem a sentence whose subject is the file */
export function unusable(file: string, problem: string): OperatorError {
  return operatorError('data', 'CLI002', `the key ${problem}`, { where: file });
}

/** @throws OperatorError 64 */
export function parseAlgorithm(name: string): JwtAlgorithm {
  if (isJwtAlgorithm(name)) return name;
  throw usageError(`there is no algorithm of this name; known: ${Object.keys(JWT_ALGORITHMS).join(', ')}`);
}

function fileError({ kind, file, problem, next }: FileProblem): OperatorError {
  switch (kind) {
    case 'missing':
    case 'unreadable':
      return operatorError('missing', 'CLI003', problem, { where: file, next });
    case 'not_ours':
    case 'open_to_others':
      return operatorError('config', 'CLI002', problem, { where: file, next });
    case 'not_regular':
    case 'too_large':
    case 'invalid':
      return operatorError('data', 'CLI002', problem, { where: file, next });
  }
}
