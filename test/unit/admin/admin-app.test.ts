import { describe, expect, it } from 'vitest';
import { createAdminServer } from '../../../src/admin/admin-server.js';
import { statusSchema } from '../../../src/admin/status-view.js';
import { adminPorts, STATUS } from '../../support/admin/admin-fixture.js';

describe('admin server options [S-ADM-1]', () => {
  const { ports } = adminPorts();
  const token = 'a-token-of-24-characters';

  it.each(['0.0.0.0', '192.0.2.1', '::', 'admin.example'])('refuses to bind %s', (host) => {
    expect(() => createAdminServer({ host, port: 0, token, ports })).toThrow(RangeError);
  });

  it('takes a token at the least length and refuses one below it', () => {
    expect(() => createAdminServer({ host: '127.0.0.1', port: 0, token: 'x'.repeat(16), ports })).not.toThrow();
    expect(() => createAdminServer({ host: '127.0.0.1', port: 0, token: 'x'.repeat(15), ports })).toThrow(RangeError);
  });
});

describe('status schema [S-ADM-1]', () => {
  it('accepts what the server says and nothing more', () => {
    expect(statusSchema.parse(STATUS)).toEqual(STATUS);
    expect(statusSchema.safeParse({ ...STATUS, payload: 'x' }).success).toBe(false);
    expect(statusSchema.safeParse({ ...STATUS, uptime_ms: -1 }).success).toBe(false);
  });
});
