import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusSchema } from '../../src/admin/status-view.js';
import { startAdmin, STATUS, TOKEN } from '../support/admin/admin-fixture.js';

interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly next: string };
}

let admin: Awaited<ReturnType<typeof startAdmin>>;
beforeAll(async () => {
  admin = await startAdmin();
});
afterAll(() => admin.server.close(1000));

async function errorOf(response: Response): Promise<ErrorBody['error']> {
  const { error } = (await response.json()) as ErrorBody;
  expect(Object.keys(error)).toEqual(['code', 'message', 'next']);
  return error;
}

describe('admin API [S-ADM-1]', () => {
  it('answers each resource', async () => {
    expect(await (await admin.get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await admin.get('/readyz')).json()).toEqual({ ready: true, reasons: [] });
    expect(await (await admin.get('/version')).json()).toEqual({
      version: '9.9.9',
      protocol_version: '1.0',
      node_version: process.version,
    });
    const metrics = await admin.get('/metrics');
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await metrics.text()).toContain('arqonbus_connections 3\n');
    const status: unknown = await (await admin.get('/v1/status')).json();
    expect(statusSchema.parse(status)).toEqual(STATUS);
  });

  it('is told to nobody else: no caching, no guessing of types', async () => {
    for (const response of [
      await admin.get('/v1/status'),
      await admin.get('/missing'),
      await fetch(`${admin.url}/version`),
    ]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  describe('without the token', () => {
    const cases: readonly [string, Record<string, string>][] = [
      ['none', {}],
      ['another token', { authorization: 'Bearer token-of-somebody-else-x' }],
      ['a prefix of it', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
      ['more than it', { authorization: `Bearer ${TOKEN}x` }],
      ['another scheme', { authorization: `Basic ${TOKEN}` }],
      ['no scheme', { authorization: TOKEN }],
      ['an empty one', { authorization: 'Bearer ' }],
    ];
    it.each(cases)('(%s) only liveness answers', async (_case, headers) => {
      expect((await fetch(`${admin.url}/healthz`, { headers })).status).toBe(200);
      for (const path of ['/readyz', '/version', '/metrics', '/v1/status', '/missing', '/healthz/', '//healthz']) {
        const response = await fetch(admin.url + path, { headers });
        expect([path, response.status]).toEqual([path, 401]);
        expect(response.headers.get('www-authenticate')).toContain('Bearer');
        expect((await errorOf(response)).code).toBe('UNAUTHENTICATED');
      }
    });

    it('tells operators of it, without the credential', async () => {
      admin.events.length = 0;
      await fetch(`${admin.url}/version`);
      await fetch(`${admin.url}/version`, { headers: { authorization: 'Bearer hunter2-hunter2-hunter2' } });
      expect(admin.events).toMatchObject([
        { type: 'auth.failed', reason: 'admin_token_missing', remoteAddress: '127.0.0.1' },
        { type: 'auth.failed', reason: 'admin_token_wrong' },
      ]);
      expect(JSON.stringify(admin.events)).not.toContain('hunter2');
    });

    it('does not take the token from the address', async () => {
      expect((await fetch(`${admin.url}/version?token=${TOKEN}&access_token=${TOKEN}`)).status).toBe(401);
    });
  });

  it('takes the scheme in any case (RFC 9110)', async () => {
    const response = await fetch(`${admin.url}/version`, { headers: { authorization: `bearer ${TOKEN}` } });
    expect(response.status).toBe(200);
  });

  it('answers HEAD like GET, without a body', async () => {
    const response = await admin.get('/v1/status', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect((await fetch(`${admin.url}/v1/status`, { method: 'HEAD' })).status).toBe(401);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await admin.get('/v1/status', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect((await errorOf(response)).code).toBe('METHOD_NOT_ALLOWED');
  });

  it('refuses a body', async () => {
    const response = await admin.get('/v1/status', { method: 'POST', body: 'x'.repeat(100_000) });
    expect(response.status).toBe(413);
    expect((await errorOf(response)).code).toBe('BODY_NOT_ACCEPTED');
  });

  it('says 404 for what is not there, to those who may ask', async () => {
    const response = await admin.get('/v1/secrets');
    expect(response.status).toBe(404);
    expect((await errorOf(response)).code).toBe('NOT_FOUND');
  });

  it('says 503 and why while it is not ready; liveness stays', async () => {
    const draining = await startAdmin({ ready: () => ({ ready: false, reasons: ['draining'] }) });
    const response = await draining.get('/readyz');
    expect([response.status, await response.json()]).toEqual([503, { ready: false, reasons: ['draining'] }]);
    expect((await draining.get('/healthz')).status).toBe(200);
    await draining.server.close(1000);
  });

  it('answers 500 and tells operators when a figure fails; the answer does not say why', async () => {
    const broken = await startAdmin({
      status() {
        throw new Error('secret detail');
      },
    });
    const response = await broken.get('/v1/status');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
    expect(broken.events).toMatchObject([{ type: 'internal.error', where: 'admin API' }]);
    expect((await broken.get('/healthz')).status).toBe(200);
    await broken.server.close(1000);
  });

  it('reports a port that is taken', async () => {
    const { createAdminServer } = await import('../../src/admin/admin-server.js');
    const { adminPorts } = await import('../support/admin/admin-fixture.js');
    const second = createAdminServer({ host: '127.0.0.1', port: admin.port, token: TOKEN, ports: adminPorts().ports });
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
