/** What it means that a server could not start, for operators. Told by name: no server is loaded here. */
import type { TlsFileError } from '../../base/tls-files.js';
import type { AuditFileError } from '../../server/audit.js';
import type { CredentialError } from '../../server/authenticators.js';
import { configError, operatorError, type OperatorError } from '../operator-error.js';
import { listenFailure } from './listen-failure.js';

/** Null for what is none of these: a bug of ours. */
export function startFailure(error: unknown): OperatorError | null {
  if (!(error instanceof Error)) return null;
  switch (error.name) {
    case 'AuditFileError': {
      const { file, message } = error as AuditFileError;
      const next = ['set audit.file to a file this user may write, or leave it unset'];
      return operatorError('config', 'CLI003', message, { where: file, next, cause: error });
    }
    case 'CredentialError':
      return configError((error as CredentialError).problems);
    case 'TlsFileError': {
      const { file, problem, next } = (error as TlsFileError).problem;
      return operatorError('config', 'CLI003', problem, { where: file, next, cause: error });
    }
    default:
      return listenFailure(error);
  }
}
