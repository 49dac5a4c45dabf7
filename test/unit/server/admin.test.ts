import { afterEach, describe, expect, it } from 'vitest';
import { startAdmin } from '../../../src/server/admin.js';
import { STATUS, TOKEN } from '../../support/admin/admin-fixture.js';
import { createServerParts, type ServerParts } from '../../support/server-parts.js';

const running: ServerParts[] = [];

afterEach(async () => {
  for (const { observability } of running.splice(0)) await observability.close();
});

function start(admin: Record<string, unknown>, token: string | null) {
  const parts = createServerParts({ admin });
  running.push(parts);
  const { config, observability } = parts;
  return startAdmin({
    config,
    token,
    telemetry: observability.telemetry,
    metrics: observability.metrics,
    serverVersion: '0.0.0',
    draining: () => false,
    status: () => STATUS,
  });
}

/** That it listens where it is enabled is proved with sockets, by test/integration/admin-api.test.ts. */
describe('admin API of a server [S-ADM-1]', () => {
  it('does not start unless the configuration enables it, token or not', async () => {
    expect(await start({}, TOKEN)).toBeNull();
    expect(await start({ enabled: false }, null)).toBeNull();
  });

  it('never starts without a token', async () => {
    await expect(start({ enabled: true, port: 0 }, null)).rejects.toThrow('admin.enabled was loaded without a token');
  });

  it('never starts beyond loopback, whoever loaded the configuration', async () => {
    await expect(start({ enabled: true, port: 0, host: '0.0.0.0' }, TOKEN)).rejects.toThrow(RangeError);
  });
});
