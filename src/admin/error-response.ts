/** Errors of the admin API: a stable code, what happened, and what to do next. */
import type { Context } from 'hono';

interface AdminError {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 500 | 503;
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ADMIN_ERRORS = {
  badRequest: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'the request is not valid HTTP',
    next: 'send a plain GET request with a Host header',
  },
  unauthenticated: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: 'the admin API needs its bearer token',
    next: 'send `Authorization: Bearer <token>` with the content of admin.token_file',
    headers: { 'www-authenticate': 'Bearer realm="arqonbus admin"' },
  },
  hostNotAllowed: {
    status: 403,
    code: 'HOST_NOT_ALLOWED',
    message: 'the Host header names another machine',
    next: 'ask for 127.0.0.1, [::1] or localhost',
  },
  notFound: {
    status: 404,
    code: 'NOT_FOUND',
    message: 'no such resource',
    next: 'see docs/runbook.md for the resources of the admin API',
  },
  methodNotAllowed: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: 'this resource can only be read',
    next: 'use GET or HEAD',
    headers: { allow: 'GET, HEAD' },
  },
  bodyNotAccepted: {
    status: 413,
    code: 'BODY_NOT_ACCEPTED',
    message: 'requests to this API have no body',
    next: 'send the request without one',
    // The body is not read, so the connection cannot carry another request.
    headers: { connection: 'close' },
  },
  internal: {
    status: 500,
    code: 'INTERNAL',
    message: 'internal error',
    next: "look for internal.error in the server's log",
  },
  timedOut: {
    status: 503,
    code: 'TIMED_OUT',
    message: 'the answer took too long',
    next: 'try again; if it stays, look at the event-loop lag in the metrics',
  },
} as const satisfies Readonly<Record<string, AdminError>>;

export type AdminErrorName = keyof typeof ADMIN_ERRORS;

export function errorResponse(name: AdminErrorName): Response {
  const { status, code, message, next, ...rest } = ADMIN_ERRORS[name];
  const headers = 'headers' in rest ? rest.headers : {};
  return Response.json({ error: { code, message, next } }, { status, headers: { ...COMMON_HEADERS, ...headers } });
}

/** On every answer: figures of a running server are for the one who asked, now. */
export const COMMON_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

export function setCommonHeaders(context: Context): void {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) context.header(name, value);
}
