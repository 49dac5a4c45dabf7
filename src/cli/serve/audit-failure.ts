import type { AuditFileError } from '../../server/audit.js';
import { operatorError, type OperatorError } from '../operator-error.js';

/** What it means that the audit log cannot be opened; null for anything else. Told by name: no server is loaded here. */
export function auditFailure(error: unknown): OperatorError | null {
  if (!(error instanceof Error) || error.name !== 'AuditFileError') return null;
  const { file, message } = error as AuditFileError;
  const next = ['set audit.file to a file this user may write, or leave it unset'];
  return operatorError('config', 'CLI003', message, { where: file, next, cause: error });
}
