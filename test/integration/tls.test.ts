import { createConnection } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { createSecureContext } from 'node:tls';
import { TlsFileError } from '../../src/base/tls-files.js';
import type { TransportOptions } from '../../src/transport/transport-options.js';
import { makeCertificate, type TestCertificate } from '../support/certificates.js';
import { RawClient, upgradeRequest, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type TestServer } from '../support/transport/test-server.js';
import { writeTlsFiles, type WrittenTlsFiles } from '../support/transport/tls-files.js';

const HOUR_MS = 3_600_000;
const authority = makeCertificate('server authority', { authority: true });
const serverCertificate = makeCertificate('bus.test', { issuer: authority, dnsNames: ['bus.test'] });
const clientAuthority = makeCertificate('client authority', { authority: true });
const gateway = makeCertificate('gateway', { issuer: clientAuthority });

const running: TestServer[] = [];
const sockets: TLSSocket[] = [];
const written: WrittenTlsFiles[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of running.splice(0)) await server.transport.close();
  for (const files of written.splice(0)) files.remove();
});

async function start(
  options: { clientCa?: TestCertificate; over?: Partial<TransportOptions> } = {},
): Promise<TestServer & { tls: WrittenTlsFiles }> {
  const tls = writeTlsFiles(serverCertificate, options.clientCa);
  written.push(tls);
  const server = await startTestServer({ tls: tls.files, ...options.over }, (connection, bytes) =>
    connection.enqueueFrame(Buffer.from(bytes)),
  );
  running.push(server);
  return { ...server, tls };
}

async function connectTls(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'bus.test', ca: authority.certPem, ...options });
  sockets.push(socket);
  await once(socket, 'secureConnect');
  return socket;
}

async function open(port: number, options: ConnectionOptions = {}): Promise<{ client: RawClient; status: number }> {
  const client = RawClient.over(await connectTls(port, options));
  client.send(upgradeRequest());
  return { client, status: await client.status() };
}

function as({ certPem, keyPem }: TestCertificate): ConnectionOptions {
  return { cert: certPem, key: keyPem };
}

describe('the bus over TLS [T-TLS-1]', () => {
  test('carries messages of all sizes both ways, over TLS 1.2 and 1.3', async () => {
    const { port, accepted } = await start();
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const { client, status } = await open(port, { minVersion: version, maxVersion: version });
      expect(status).toBe(101);
      const messages = [1, 125, 126, 65_536, 200_000].map((length) => Buffer.alloc(length, length & 0xff));
      for (const message of messages) client.sendFrame(message);
      const whole = Buffer.concat(messages);
      const echo = () => Buffer.concat(client.frames.map(({ payload }) => payload));
      await waitFor(() => client.stream.length > whole.length && echo().length === whole.length, 'the echoes');
      expect(echo().equals(whole)).toBe(true);
      expect(accepted.at(-1)?.connection.info).toMatchObject({
        remoteAddress: '127.0.0.1',
        viaProxy: false,
        peerCertificateSha256: null,
      });
    }
  });

  test('refuses versions before TLS 1.2', async () => {
    const { port, events } = await start();
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(connectTls(port, old)).rejects.toThrow(/alert|protocol/i);
    await waitFor(() => events.length > 0, 'the refusal to be told');
    expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'tls_handshake' }]);
  });

  test('lets go of who speaks plain HTTP, at once, and goes on', async () => {
    const { port, events } = await start();
    const plain = await RawClient.connect(port);
    plain.send(upgradeRequest());
    await plain.untilClosed(2_000);
    expect(plain.received.toString('latin1')).not.toContain('101');
    expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'tls_plain_http' }]);
    expect((await open(port)).status).toBe(101);
  });

  test('survives every kind of broken beginning [P8]', async () => {
    const { port, events } = await start();
    const beginnings = Array.from({ length: 64 }, (_, index) =>
      Buffer.from(Array.from({ length: 1 + index * 7 }, (_, at) => (at * 31 + index * 17 + 22) & 0xff)),
    );
    // As if a TLS record began: type, version, length, then anything.
    beginnings.push(...beginnings.map((bytes) => Buffer.concat([Buffer.from([0x16, 3, 1, 0, bytes.length]), bytes])));
    for (const bytes of beginnings) {
      const socket = createConnection(port, '127.0.0.1');
      // A reset is an answer too.
      socket.on('error', () => socket.destroy());
      socket.end(bytes);
    }
    await waitFor(() => events.length >= beginnings.length, 'all of them to be refused', 10_000);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['connection.refused']));
    expect((await open(port)).status).toBe(101);
  });

  test('cuts a TLS handshake that dawdles after 5 s, while others connect [P6] [P8]', async () => {
    const { port, events } = await start();
    const startMs = performance.now();
    const silent = await Promise.all(Array.from({ length: 50 }, () => RawClient.connect(port)));
    const slow = await RawClient.connect(port);
    slow.send(Buffer.from([0x16, 3, 1, 2, 0]));
    const drip = setInterval(() => slow.send(Buffer.from([1])), 100);
    const beforeMs = performance.now();
    expect((await open(port)).status).toBe(101);
    expect(performance.now() - beforeMs).toBeLessThan(1_000);
    await Promise.all([...silent, slow].map((client) => client.untilClosed(8_000)));
    clearInterval(drip);
    const tookMs = performance.now() - startMs;
    expect(tookMs).toBeGreaterThan(4_500);
    expect(tookMs).toBeLessThan(6_500);
    const refusals = events.filter(({ type }) => type === 'connection.refused');
    expect(refusals).toHaveLength(51);
    expect(
      refusals.filter((event) => event.type === 'connection.refused' && event.reason === 'tls_timeout').length,
    ).toBeGreaterThanOrEqual(50);
  });

  test('does not wait for handshakes under way when it closes [P10]', async () => {
    const { port, transport } = await start();
    const silent = await RawClient.connect(port);
    const { client } = await open(port);
    await transport.close();
    await silent.untilClosed(1_000);
    await client.untilClosed(1_000);
  });

  test('does not start on files that cannot be used', async () => {
    const tls = writeTlsFiles(serverCertificate);
    written.push(tls);
    tls.replace('key.pem', gateway.keyPem);
    const failure = await startTestServer({ tls: tls.files }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TlsFileError);
    expect(String(failure)).toContain('is not the key of the certificate');
  });
});

describe('client certificates [T-TLS-1] [T-AUTH-4]', () => {
  test('are told by their fingerprint once the chain is verified, and are not required', async () => {
    const { port, accepted } = await start({ clientCa: clientAuthority });
    expect((await open(port, as(gateway))).status).toBe(101);
    expect((await open(port)).status).toBe(101);
    const seen = accepted.map(({ connection }) => connection.info.peerCertificateSha256);
    expect(seen).toEqual([gateway.fingerprint, null]);
  });

  test.each([
    ['expired', makeCertificate('gateway', { issuer: clientAuthority, notAfter: new Date(Date.now() - HOUR_MS) })],
    [
      'not yet valid',
      makeCertificate('gateway', { issuer: clientAuthority, notBefore: new Date(Date.now() + HOUR_MS) }),
    ],
    ['of another authority', makeCertificate('gateway', { issuer: authority })],
    ['self-signed', makeCertificate('gateway')],
    ['issued by a certificate that is no authority', makeCertificate('gateway', { issuer: gateway })],
  ])('%s: refused, and told', async (_what, certificate) => {
    const { port, accepted, events } = await start({ clientCa: clientAuthority });
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const { client, status } = await open(port, { ...as(certificate), minVersion: version, maxVersion: version });
      expect(status).toBe(403);
      expect(client.stream.toString()).toContain('client certificate');
    }
    expect(accepted).toEqual([]);
    const told = { type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'certificate' };
    expect(events).toEqual([told, told]);
  });

  test('of an authority of the same name: refused and told, though the library ends some of these itself', async () => {
    const { port, accepted, events } = await start({ clientCa: clientAuthority });
    const impostor = makeCertificate(clientAuthority.name, { authority: true });
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const only = { minVersion: version, maxVersion: version };
      const { status } = await open(port, { ...as(makeCertificate('gateway', { issuer: impostor })), ...only });
      expect([0, 400, 403]).toContain(status);
    }
    expect(accepted).toEqual([]);
    expect(events.map((event) => event.type === 'connection.refused' && event.reason)).toEqual([
      'certificate',
      'certificate',
    ]);
  });

  test('without their key are nobody: the handshake proves possession', async () => {
    const { port, accepted } = await start({ clientCa: clientAuthority });
    const borrowed = { cert: gateway.certPem, key: makeCertificate('thief').keyPem };
    expect(() => createSecureContext(borrowed)).toThrow(/mismatch/i);
    expect(accepted).toEqual([]);
    expect((await open(port)).status).toBe(101);
    expect(accepted[0]?.connection.info.peerCertificateSha256).toBeNull();
  });

  test('mean nothing where no authority for them is configured', async () => {
    const { port, accepted } = await start();
    expect((await open(port, as(gateway))).status).toBe(101);
    expect(accepted[0]?.connection.info.peerCertificateSha256).toBeNull();
  });

  test('are shown each time: no session is resumed, so no verdict outlives its certificate', async () => {
    const { port, accepted } = await start({ clientCa: clientAuthority });
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const only = { minVersion: version, maxVersion: version };
      const first = await connectTls(port, { ...as(gateway), ...only });
      let session: Buffer | undefined = first.getSession();
      first.on('session', (ticket: Buffer) => (session = ticket));
      const client = RawClient.over(first);
      client.send(upgradeRequest());
      expect(await client.status()).toBe(101);
      const second = await connectTls(port, { ...only, ...(session === undefined ? {} : { session }) });
      expect(second.isSessionReused()).toBe(false);
      const other = RawClient.over(second);
      other.send(upgradeRequest());
      expect(await other.status()).toBe(101);
      expect(accepted.at(-1)?.connection.info.peerCertificateSha256).toBeNull();
    }
  });
});

describe('certificates exchanged under a running server [T-TLS-1]', () => {
  const renewed = makeCertificate('bus.test', { issuer: authority, dnsNames: ['bus.test'] });

  async function shown(port: number): Promise<string> {
    const socket = await connectTls(port);
    return socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();
  }

  test('are used for new connections within seconds; open ones stay', async () => {
    const { port, tls, events } = await start();
    const { client } = await open(port);
    expect(await shown(port)).toBe(serverCertificate.fingerprint);
    tls.replace('key.pem', renewed.keyPem);
    tls.replace('cert.pem', renewed.certPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reloaded'), 'the reload');
    expect(await shown(port)).toBe(renewed.fingerprint);
    client.sendFrame(Buffer.from('still here'));
    await waitFor(() => client.frames.length === 1, 'the echo');
    expect(client.closed).toBe(false);
  });

  test('stay the old ones while the new ones do not belong together, and the operator hears of it', async () => {
    const { port, tls, events } = await start();
    tls.replace('cert.pem', renewed.certPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reload_failed'), 'the refusal');
    expect(JSON.stringify(events)).toContain('is not the key of the certificate');
    expect(await shown(port)).toBe(serverCertificate.fingerprint);
    tls.replace('key.pem', renewed.keyPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reloaded'), 'the reload');
    expect(await shown(port)).toBe(renewed.fingerprint);
  });

  test('let an authority be withdrawn: its clients are refused from then on', async () => {
    const { port, tls, events } = await start({ clientCa: clientAuthority });
    expect((await open(port, as(gateway))).status).toBe(101);
    tls.replace('ca.pem', makeCertificate('new authority', { authority: true }).certPem);
    await waitFor(() => events.some(({ type }) => type === 'credentials.reloaded'), 'the reload');
    expect((await open(port, as(gateway))).status).toBe(403);
  });
});
