/**
 * An error for the person at the keyboard: what is wrong, where, and what to do next. Thrown anywhere in the command
 * line, rendered once in run.ts. A bug of ours is any other kind of error.
 */
import type { Place as DocumentPlace, Problem as DocumentProblem } from '../documents/problem.js';
import type { ExitName } from './exit-codes.js';

export type Place = DocumentPlace | { readonly kind: 'text'; readonly text: string };

/** A problem with a code of ours: `CFG012`, `CLI001`, or a name of the protocol's error catalogue. */
export type Problem = Omit<DocumentProblem, 'where'> & { readonly where: Place | null };

/** Codes of the command line's own errors. */
export const CLI_CODES = {
  CLI001: 'wrong usage',
  CLI002: 'the input cannot be used',
  CLI003: 'an input is missing or unreadable',
  CLI004: 'the server cannot be reached',
  CLI005: 'the server refuses the connection',
  CLI006: 'an address cannot be bound',
  CLI007: 'development mode is refused',
  CLI008: 'a context cannot be used',
  CLI009: 'no answer in time',
  CLI010: 'standard output cannot be written',
  CLI070: 'a bug of this program',
} as const;

export type CliCode = keyof typeof CLI_CODES;

export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly exit: ExitName;
  readonly problems: readonly Problem[];

  constructor(exit: ExitName, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(({ problem }) => problem).join('; '), options);
    this.exit = exit;
    this.problems = problems;
  }
}

interface Detail {
  readonly where?: Place | string | null;
  readonly hint?: string;
  readonly next?: readonly string[];
  readonly cause?: unknown;
}

export function operatorError(exit: ExitName, code: string, problem: string, detail: Detail = {}): OperatorError {
  const { where = null, hint = '', next = [], cause } = detail;
  const place: Place | null = typeof where === 'string' ? { kind: 'text', text: where } : where;
  const options = cause === undefined ? undefined : { cause };
  return new OperatorError(exit, [{ code, severity: 'error', problem, where: place, hint, next }], options);
}

/** A wrong command line. */
export function usageError(problem: string, next: readonly string[] = []): OperatorError {
  return operatorError('usage', 'CLI001', problem, { next });
}

/** Problems of the configuration loader: a file that is not there is missing input, the rest is configuration. */
export function configError(problems: readonly DocumentProblem[]): OperatorError {
  return new OperatorError(problems.every(({ code }) => code === 'CFG001') ? 'missing' : 'config', problems);
}
