/** The resources of the admin API. All are read-only; each is one line of the list below. */
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { PROTOCOL_VERSION } from '../protocol/version.js';
import type { AdminPorts } from './admin-ports.js';
import { errorResponse, setCommonHeaders } from './error-response.js';
import { guardRequests } from './request-guard.js';

export type AdminApp = Hono<{ Bindings: HttpBindings }>;

const LIVENESS_PATH = '/healthz';

export function createAdminApp(options: {
  readonly token: string;
  readonly ports: AdminPorts;
  /** Paths an operator shut: they answer as if they did not exist. [T-ACC-1] */
  readonly disabled: ReadonlySet<string>;
  /** Whether the Host header may name anything: with TLS. */
  readonly anyHost?: boolean;
  /** An answer that takes longer becomes a 503. */
  readonly answerTimeoutMs: number;
}): AdminApp {
  const { ports, token, anyHost = false } = options;
  const app: AdminApp = new Hono();
  app.use(guardRequests({ token, openPath: LIVENESS_PATH, anyHost, telemetry: ports.telemetry }));
  app.use(async (context, next) => {
    await next();
    setCommonHeaders(context);
  });

  const resources: Readonly<Record<string, (context: Context) => Response | Promise<Response>>> = {
    [LIVENESS_PATH]: (context) => context.json({ status: 'ok' }),
    '/readyz': (context) => {
      const { ready, reasons } = ports.ready();
      return context.json({ ready, reasons }, ready ? 200 : 503);
    },
    '/version': (context) =>
      context.json({ version: ports.version, protocol_version: PROTOCOL_VERSION, node_version: process.version }),
    '/metrics': async (context) => {
      const text = await withDeadline(ports.metricsText(), options.answerTimeoutMs);
      // The text format of Prometheus, version 0.0.4.
      return context.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    },
    '/v1/status': (context) => context.json(ports.status()),
  };
  for (const [path, answer] of Object.entries(resources)) {
    if (options.disabled.has(path)) continue;
    app.get(path, answer);
    app.all(path, () => errorResponse('methodNotAllowed'));
  }
  app.notFound(() => errorResponse('notFound'));
  app.onError((error) => {
    if (error instanceof DeadlineError) return errorResponse('timedOut');
    ports.telemetry.emit({ type: 'internal.error', where: 'admin API', error });
    return errorResponse('internal');
  });
  return app;
}

class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

async function withDeadline<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineError('the answer took too long')), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
