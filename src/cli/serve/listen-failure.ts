/** What it means when an address cannot be bound, and what to do about it. */
import { operatorError, type OperatorError } from '../operator-error.js';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has the port',
  EADDRNOTAVAIL: 'this machine does not have the address',
  EACCES: 'the port needs more privileges',
  ENOTFOUND: 'the name has no address',
};

/** null for anything else than a failure to bind. */
export function listenFailure(error: unknown): OperatorError | null {
  const { code, host, address, port } = error as { code?: unknown; host?: unknown; address?: unknown; port?: unknown };
  const reason = typeof code === 'string' ? REASONS[code] : undefined;
  if (reason === undefined) return null;
  const name = typeof host === 'string' ? host : typeof address === 'string' ? address : '';
  const problem = `cannot listen on ${name}${typeof port === 'number' ? `:${port}` : ''}: ${reason}`;
  const next = code === 'EADDRINUSE' ? ['stop the other program, or set another port; port 0 takes a free one'] : [];
  return operatorError('unreachable', 'CLI006', problem, { next, cause: error });
}

/** Whether another program has the port. */
export function isPortInUse(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EADDRINUSE';
}
