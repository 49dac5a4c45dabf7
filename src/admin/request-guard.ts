/**
 * Who may ask the admin API at all. In order: without TLS the Host header must name this machine (a web page whose name
 * was re-pointed to loopback does not get in), no body is accepted, and everything but liveness needs the token. What
 * exists is told only to those who have it. [S-ADM-1] [CON X.2]
 */
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { isLoopbackHost } from '../base/loopback.js';
import { equalSecrets } from '../base/secret-equality.js';
import type { Telemetry } from '../telemetry/events.js';
import { errorResponse } from './error-response.js';

export interface GuardOptions {
  readonly token: string;
  /** The one path that is open. */
  readonly openPath: string;
  /** TLS alone: a page re-pointed to this machine fails at the certificate, so any one Host header will do. */
  readonly anyHost: boolean;
  readonly telemetry: Telemetry;
}

export function guardRequests(options: GuardOptions): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const { req } = context;
    // Two Host headers are a trick on whoever reads only one of them.
    const [host, ...others] = context.env.incoming.headersDistinct['host'] ?? [];
    if (host === undefined || others.length > 0 || !(options.anyHost || isLoopbackHost(hostName(host)))) {
      return errorResponse('hostNotAllowed');
    }
    if (announcesBody(req.header('content-length'), req.header('transfer-encoding'))) {
      return errorResponse('bodyNotAccepted');
    }
    const authorization = req.header('authorization');
    if (req.path !== options.openPath && !bearsToken(authorization, options.token)) {
      const remoteAddress = context.env.incoming.socket.remoteAddress ?? 'unknown';
      const reason = authorization === undefined ? 'admin_token_missing' : 'admin_token_wrong';
      options.telemetry.emit({ type: 'auth.failed', remoteAddress, reason, tenant: null, clientId: null });
      return errorResponse('unauthenticated');
    }
    await next();
    return undefined;
  };
}

/** Without the port: `localhost:7411`, `[::1]:7411`. */
function hostName(host: string): string {
  return host.replace(/:\d{1,5}$/, '');
}

function announcesBody(contentLength: string | undefined, transferEncoding: string | undefined): boolean {
  return transferEncoding !== undefined || (contentLength !== undefined && contentLength !== '0');
}

/** The scheme is case-insensitive (RFC 9110, 11.1). */
function bearsToken(authorization: string | undefined, token: string): boolean {
  const scheme = authorization?.slice(0, 'bearer '.length).toLowerCase();
  return scheme === 'bearer ' && equalSecrets(authorization?.slice('bearer '.length) ?? '', token);
}
