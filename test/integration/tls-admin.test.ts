import { once } from 'node:events';
import { request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { createAdminServer, type AdminServer } from '../../src/admin/admin-server.js';
import { TlsFileError } from '../../src/base/tls-files.js';
import type { TelemetryEvent } from '../../src/telemetry/events.js';
import { adminPorts, TOKEN } from '../support/admin/admin-fixture.js';
import { makeCertificate, type TestCertificate } from '../support/certificates.js';
import { waitFor } from '../support/transport/raw-client.js';
import { writeTlsFiles, type WrittenTlsFiles } from '../support/transport/tls-files.js';

const authority = makeCertificate('server authority', { authority: true });
const serverCertificate = makeCertificate('admin.test', { issuer: authority, dnsNames: ['admin.test'] });
const clientAuthority = makeCertificate('client authority', { authority: true });
const operator = makeCertificate('operator', { issuer: clientAuthority });

const running: AdminServer[] = [];
const written: WrittenTlsFiles[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close(100);
  for (const files of written.splice(0)) files.remove();
});

async function start(
  clientCa?: TestCertificate,
): Promise<{ port: number; url: string; tls: WrittenTlsFiles; server: AdminServer; events: TelemetryEvent[] }> {
  const tls = writeTlsFiles(serverCertificate, clientCa);
  written.push(tls);
  const { ports, events } = adminPorts();
  const server = createAdminServer({ host: '127.0.0.1', port: 0, token: TOKEN, ports, tls: tls.files });
  running.push(server);
  return { ...(await server.listen()), tls, server, events };
}

function get(port: number, options: ConnectionOptions & { token?: string; host?: string } = {}): Promise<number> {
  const { token = TOKEN, host = 'admin.test', ...rest } = options;
  const headers = { authorization: `Bearer ${token}`, host, connection: 'close' };
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: '/v1/status',
        servername: 'admin.test',
        ca: authority.certPem,
        agent: false,
        headers,
        ...rest,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

describe('the admin API over TLS [T-TLS-1]', () => {
  test('is reached by any name, with the token only', async () => {
    const { port, url } = await start();
    expect(url).toBe(`https://127.0.0.1:${port}`);
    expect(await get(port)).toBe(200);
    expect(await get(port, { host: 'anything.example' })).toBe(200);
    expect(await get(port, { token: 'guess' })).toBe(401);
  });

  test('may be bound beyond loopback, and only with TLS', () => {
    const tls = writeTlsFiles(serverCertificate);
    written.push(tls);
    const { ports } = adminPorts();
    const everywhere = { host: '0.0.0.0', port: 0, token: TOKEN, ports };
    expect(() => createAdminServer(everywhere)).toThrow('without TLS the admin API binds loopback addresses only');
    expect(() => createAdminServer({ ...everywhere, tls: tls.files })).not.toThrow();
  });

  test('asks for a certificate where authorities are named, and lets nobody in without', async () => {
    const { port } = await start(clientAuthority);
    const as = ({ certPem, keyPem }: TestCertificate) => ({ cert: certPem, key: keyPem });
    expect(await get(port, as(operator))).toBe(200);
    expect(await get(port, { ...as(operator), token: 'guess' })).toBe(401);
    const past = new Date(Date.now() - 1_000);
    for (const certificate of [
      makeCertificate('operator'),
      makeCertificate('operator', { issuer: authority }),
      makeCertificate('operator', { issuer: clientAuthority, notAfter: past }),
    ])
      await expect(get(port, as(certificate))).rejects.toThrow();
    await expect(get(port)).rejects.toThrow();
    await expect(get(port, { maxVersion: 'TLSv1.2' })).rejects.toThrow();
  });

  test('takes exchanged certificates, and keeps the old ones while the new cannot be used', async () => {
    const { port, tls, events } = await start();
    const renewed = makeCertificate('admin.test', { issuer: authority, dnsNames: ['admin.test'] });
    tls.replace('key.pem', renewed.keyPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reload_failed'), 'the refusal');
    expect(await get(port)).toBe(200);
    tls.replace('cert.pem', renewed.certPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reloaded'), 'the reload');
    const socket = connect({ port, host: '127.0.0.1', servername: 'admin.test', ca: authority.certPem });
    await once(socket, 'secureConnect');
    expect(socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase()).toBe(renewed.fingerprint);
    socket.destroy();
  });

  test('does not wait for handshakes under way when it closes', async () => {
    const { port, server } = await start();
    const silent = connectTcp(port, '127.0.0.1');
    silent.on('error', () => silent.destroy());
    await once(silent, 'connect');
    const startMs = performance.now();
    await server.close(100);
    expect(performance.now() - startMs).toBeLessThan(2_000);
    silent.destroy();
  });

  test('does not start on files that cannot be used', async () => {
    const tls = writeTlsFiles(serverCertificate);
    written.push(tls);
    tls.replace('cert.pem', operator.certPem);
    const { ports } = adminPorts();
    const server = createAdminServer({ host: '127.0.0.1', port: 0, token: TOKEN, ports, tls: tls.files });
    await expect(server.listen()).rejects.toBeInstanceOf(TlsFileError);
  });
});
