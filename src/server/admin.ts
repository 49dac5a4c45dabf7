/** Puts the admin API on its port, where the configuration wants one. */
import { createAdminServer } from '../admin/admin-server.js';
import type { StatusView } from '../admin/status-view.js';
import { invariant } from '../base/invariant.js';
import type { Config } from '../config/schema.js';
import type { Telemetry } from '../telemetry/events.js';
import type { Metrics } from '../telemetry/metrics.js';
import { tlsFiles } from './credentials.js';

export interface RunningAdmin {
  readonly url: string;
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_MS = 1000;

/** @throws the system's error when the address cannot be bound, TlsFileError when its certificate cannot be used. */
export async function startAdmin(options: {
  readonly config: Config;
  readonly token: string | null;
  readonly telemetry: Telemetry;
  readonly metrics: Metrics;
  readonly serverVersion: string;
  readonly draining: () => boolean;
  readonly status: () => StatusView;
}): Promise<RunningAdmin | null> {
  const { admin } = options.config;
  if (!admin.enabled) return null;
  invariant(options.token !== null, 'admin.enabled was loaded without a token');
  const server = createAdminServer({
    host: admin.host,
    port: admin.port,
    token: options.token,
    tls: tlsFiles(admin.tls),
    disabledEndpoints: admin.disabled_endpoints,
    ports: {
      version: options.serverVersion,
      telemetry: options.telemetry,
      status: options.status,
      metricsText: () => options.metrics.text(),
      ready: () =>
        options.draining() ? { ready: false, reasons: ['the server is draining'] } : { ready: true, reasons: [] },
    },
  });
  const { url } = await server.listen();
  return { url, close: () => server.close(CLOSE_TIMEOUT_MS) };
}
