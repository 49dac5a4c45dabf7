/** The address could not be bound. `code` is the system's: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(
    readonly code: string,
    readonly host: string,
    readonly port: number,
    cause: unknown,
  ) {
    super(`cannot listen on ${host}:${port} (${code})`, { cause });
  }

  static from(error: unknown, host: string, port: number): ListenError {
    const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
    return new ListenError(hasCode ? String(error.code) : 'UNKNOWN', host, port, error);
  }
}
