/** Turns whatever was thrown into an error for the operator and an exit code: the one boundary of that kind. */
import type { BusError, ConnectionError, TimeoutError } from '../client/exports.js';
import type { ExitName } from './exit-codes.js';
import { OperatorError, operatorError } from './operator-error.js';

const DENIED = new Set(['UNAUTHENTICATED', 'PERMISSION_DENIED', 'CREDENTIAL_EXPIRED', 'COMMAND_DISABLED']);
const BAD_DATA = new Set([
  'MALFORMED_FRAME',
  'MALFORMED_ENVELOPE',
  'MISSING_FIELD',
  'REPEATED_FIELD',
  'FORBIDDEN_FIELD',
  'UNKNOWN_TYPE',
  'INVALID_IDENTIFIER',
  'INVALID_ARGUMENT',
  'INVALID_PAYLOAD',
  'PAYLOAD_TOO_LARGE',
]);

/** What a refusal of the bus means for a script. */
export function exitOfRefusal(code: string, retry: string): ExitName {
  if (DENIED.has(code)) return 'denied';
  if (BAD_DATA.has(code)) return 'data';
  return retry === 'retry' || retry === 'resync' ? 'retry' : 'no';
}

/** Errors are told apart by name: importing the SDK for its classes would cost every start. */
export function toOperatorError(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  if (error instanceof Error) {
    switch (error.name) {
      case 'BusError':
        return refusal(error as BusError);
      case 'ConnectionError':
        return connectionFailure(error as ConnectionError);
      case 'TimeoutError':
        return operatorError('retry', 'CLI009', (error as TimeoutError).message, { cause: error });
      case 'QueueFullError':
        return operatorError('retry', 'CLI009', error.message, { cause: error });
    }
  }
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return operatorError('bug', 'CLI070', `this is a bug of ours: ${problem}`, { cause: error });
}

/** Adds to a refused credential which one it was: an old one in the environment hides the right one of a context. */
export function explainDenied(
  error: unknown,
  {
    tokenOrigin,
    unusedTokenOrigin,
  }: { readonly tokenOrigin: string | null; readonly unusedTokenOrigin: string | null },
): unknown {
  const failure = toOperatorError(error);
  if (failure.exit !== 'denied' || tokenOrigin === null) return error;
  const instead =
    unusedTokenOrigin === null ? [] : [`unset ARQONBUS_TOKEN, so that the token of ${unusedTokenOrigin} is used`];
  const problems = failure.problems.map((problem) => ({
    ...problem,
    hint: `the credential is from ${tokenOrigin}`,
    next: [...instead, ...problem.next],
  }));
  return new OperatorError(failure.exit, problems, { cause: error });
}

function refusal(error: BusError): OperatorError {
  const message = error.message.startsWith(`${error.code}: `)
    ? error.message.slice(error.code.length + 2)
    : error.message;
  const next = error.retryAfterMs > 0 ? [`try again after ${error.retryAfterMs} ms`] : [];
  return operatorError(exitOfRefusal(error.code, error.retry), error.code, message, { next, cause: error });
}

function connectionFailure(error: ConnectionError): OperatorError {
  const denied = error.httpStatus === 401 || error.httpStatus === 403 || error.closeCode === 4500;
  if (denied || error.retry === 'after_reauth') {
    const next = ['set ARQONBUS_TOKEN, or --token-file, to a credential of this bus'];
    return operatorError('denied', 'CLI005', `the bus refuses the credential: ${error.message}`, {
      next,
      cause: error,
    });
  }
  if (error.code === 'REFUSED' || error.code === 'PROTOCOL') {
    return operatorError('unreachable', 'CLI005', `the server refuses: ${error.message}`, { cause: error });
  }
  const next = error.code === 'UNREACHABLE' ? [adviceFor(error.message)] : [];
  return operatorError('unreachable', 'CLI004', error.message, { next, cause: error });
}

/** OpenSSL's words for a certificate nobody vouches for; a private authority has to be named to Node itself. */
export const UNTRUSTED_CERTIFICATE = /self-signed certificate|unable to (?:verify|get)[a-z ]* certificate/;

function adviceFor(message: string): string {
  return UNTRUSTED_CERTIFICATE.test(message)
    ? 'set NODE_EXTRA_CA_CERTS to the certificate of the authority that signed it'
    : 'arqonbus serve --dev';
}
