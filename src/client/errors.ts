/**
 * What can go wrong for a caller of the SDK, each as a type of its own. `code` is stable text a program can compare;
 * `message` is for people. Unknown failures become one of these once, at the boundary where they enter (`from`).
 */
import type { CasilMetadata, Error as WireError } from '../protocol/generated/compact-schema.js';
import { toInspection, type Inspection } from './inspection.js';

/** What a program can do about an error; see docs/protocol.md. */
export type RetryClass = 'never' | 'retry' | 'after_reauth' | 'resync';

const RETRY_CLASSES: readonly RetryClass[] = ['never', 'retry', 'after_reauth', 'resync'];

export interface BusErrorDetail {
  readonly number?: number;
  readonly retry?: RetryClass;
  readonly field?: string;
  readonly retryAfterMs?: number;
  readonly inspection?: Inspection | undefined;
}

/** The server refused something, or the SDK refused it for the same reason before sending. */
export class BusError extends Error {
  override readonly name = 'BusError';
  /** Name in the protocol's error catalogue, such as `NO_RESPONDER`. */
  readonly code: string;
  /** Number in the catalogue; 0 if the SDK refused. */
  readonly number: number;
  readonly retry: RetryClass;
  /** Field, argument or limit that is wrong; empty where none is. */
  readonly field: string;
  /** Wait at least this long before a retry, milliseconds; 0 if it does not matter. */
  readonly retryAfterMs: number;
  /** Why inspection refused, where it did and the operator exposes it. */
  readonly inspection: Inspection | undefined;

  constructor(code: string, message: string, detail: BusErrorDetail = {}) {
    super(`${code}: ${message}`);
    this.code = code;
    this.number = detail.number ?? 0;
    this.retry = detail.retry ?? 'never';
    this.field = detail.field ?? '';
    this.retryAfterMs = detail.retryAfterMs ?? 0;
    this.inspection = detail.inspection;
  }

  static fromWire(error: WireError, casil?: CasilMetadata): BusError {
    return new BusError(error.name === '' ? `ERROR_${error.code}` : error.name, describe(error), {
      number: error.code,
      retry: RETRY_CLASSES[error.retry] ?? 'never',
      field: error.field,
      retryAfterMs: error.retryAfterMs,
      inspection: casil && toInspection(casil),
    });
  }
}

function describe(error: WireError): string {
  return error.field === '' ? error.message : `${error.message} (${error.field})`;
}

/**
 * - `UNREACHABLE`: no connection came about
 * - `REFUSED`: the server answered and will not have us; change something first
 * - `LOST`: the connection ended; whether what was sent last was handled is not known
 * - `CLOSED`: this client was closed
 * - `PROTOCOL`: the server said something this SDK cannot read
 */
export type ConnectionErrorCode = 'UNREACHABLE' | 'REFUSED' | 'LOST' | 'CLOSED' | 'PROTOCOL';

export interface ConnectionErrorDetail {
  readonly closeCode?: number;
  readonly httpStatus?: number;
  readonly retry?: RetryClass;
  readonly cause?: unknown;
}

/** There is no connection, or none any more. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: ConnectionErrorCode;
  /** WebSocket close code; 0 if there was none. */
  readonly closeCode: number;
  /** Status the server answered the upgrade with; 0 if it accepted or nobody answered. */
  readonly httpStatus: number;
  /** `retry`: connecting again may help. `after_reauth`: with another credential. `never`: change something first. */
  readonly retry: RetryClass;

  constructor(code: ConnectionErrorCode, message: string, detail: ConnectionErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.closeCode = detail.closeCode ?? 0;
    this.httpStatus = detail.httpStatus ?? 0;
    this.retry = detail.retry ?? (code === 'UNREACHABLE' || code === 'LOST' ? 'retry' : 'never');
  }

  /** The one conversion of what a socket or a token provider threw. */
  static from(cause: unknown, code: ConnectionErrorCode = 'UNREACHABLE'): ConnectionError {
    if (cause instanceof ConnectionError) return cause;
    return new ConnectionError(code, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** No answer before the deadline. A publish may have been stored all the same: repeat it with the same id. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  readonly retry: RetryClass = 'retry';
  readonly timeoutMs: number;

  constructor(what: string, timeoutMs: number) {
    super(`no answer to ${what} in ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** The queue of what is not settled yet is at its bound; nothing was sent. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  readonly code = 'QUEUE_FULL';
  readonly retry: RetryClass = 'retry';
  /** Option whose bound was reached: `queueMessagesMax` or `queueBytesMax`. */
  readonly limit: string;

  constructor(limit: string, max: number) {
    super(`the queue is full (${limit} = ${max}); wait for acks`);
    this.limit = limit;
  }
}

/** Refused before sending: an argument is wrong. */
export function invalidArgument(field: string, message: string): BusError {
  return new BusError('INVALID_ARGUMENT', `${field}: ${message}`, { field });
}
