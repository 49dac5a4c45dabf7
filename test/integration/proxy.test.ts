import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { parseCidr, type Cidr } from '../../src/base/cidr.js';
import { makeCertificate } from '../support/certificates.js';
import { FORWARDING_LINES, startNginx, type Nginx } from '../support/nginx.js';
import { RawClient, upgradeRequest, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type TestServer } from '../support/transport/test-server.js';

const certificate = makeCertificate('bus.test', { dnsNames: ['bus.test'] });
/** As if the client came from the other side of the world: all of it happens on loopback. */
const FAR_AWAY = ['proxy_set_header X-Forwarded-For "$http_x_forwarded_for, 203.0.113.9";'];

const running: TestServer[] = [];
const proxies: Nginx[] = [];
const clients: RawClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const proxy of proxies.splice(0)) await proxy.stop();
  for (const server of running.splice(0)) await server.transport.close();
});

function ranges(...texts: readonly string[]): Cidr[] {
  return texts.map((text) => {
    const cidr = parseCidr(text);
    if (cidr === null) throw new Error(`${text} is no range`);
    return cidr;
  });
}

async function start(trustedProxies: readonly Cidr[], location: readonly string[]) {
  const server = await startTestServer({ trustedProxies }, (connection, bytes) =>
    connection.enqueueFrame(Buffer.from(bytes)),
  );
  running.push(server);
  const proxy = await startNginx({ upstreamPort: server.port, certificate, location });
  proxies.push(proxy);
  return { ...server, proxyPort: proxy.port };
}

/** Through nginx, over TLS. */
async function open(port: number, headers: readonly string[] = []): Promise<{ client: RawClient; status: number }> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'bus.test', ca: certificate.certPem });
  await once(socket, 'secureConnect');
  const client = RawClient.over(socket);
  clients.push(client);
  client.send(upgradeRequest(headers));
  return { client, status: await client.status() };
}

describe('behind nginx that terminates TLS [T-TLS-1]', () => {
  test('WebSocket works both ways, and the client has the address nginx saw', async () => {
    const { proxyPort, accepted } = await start(ranges('127.0.0.0/8'), FORWARDING_LINES);
    const { client, status } = await open(proxyPort);
    expect(status).toBe(101);
    client.sendFrame(Buffer.alloc(100_000, 7));
    await waitFor(() => client.stream.length > 100_000, 'the echo');
    expect(accepted[0]?.connection.info).toMatchObject({ remoteAddress: '127.0.0.1', viaProxy: true });
    client.destroy();
    await waitFor(() => accepted[0]?.closeCodes.length === 1, 'the end to arrive');
  });

  test('a Forwarded header of the client does not pass the lines that the documents show', async () => {
    const { proxyPort, accepted } = await start(ranges('127.0.0.0/8'), FORWARDING_LINES);
    expect((await open(proxyPort, ['Forwarded: for=198.51.100.66;proto=https'])).status).toBe(101);
    expect(accepted[0]?.connection.info.remoteAddress).toBe('127.0.0.1');
  });

  test('what nginx says of the client is believed, what the client says of itself is not', async () => {
    const location = [...FAR_AWAY, 'proxy_set_header X-Forwarded-Proto https;'];
    const { proxyPort, accepted } = await start(ranges('127.0.0.1'), location);
    for (const lie of ['198.51.100.66', '127.0.0.1', 'nonsense', '10.0.0.1, 198.51.100.66'])
      expect((await open(proxyPort, [`X-Forwarded-For: ${lie}`])).status).toBe(101);
    const seen = accepted.map(({ connection }) => connection.info.remoteAddress);
    expect(new Set(seen)).toEqual(new Set(['203.0.113.9']));
    expect(seen).toHaveLength(4);
  });

  test('a header that nginx does not set itself does not speak for the client', async () => {
    const location = [...FAR_AWAY, 'proxy_set_header X-Forwarded-Proto https;'];
    const { proxyPort, accepted, events } = await start(ranges('127.0.0.1'), location);
    const { status } = await open(proxyPort, ['Forwarded: for=198.51.100.66;proto=https']);
    expect(status).toBe(400);
    expect(accepted).toEqual([]);
    expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'forwarded' }]);
  });

  test('of a proxy that is not listed nothing is believed', async () => {
    const location = [...FAR_AWAY, 'proxy_set_header X-Forwarded-Proto https;'];
    for (const trusted of [[], ranges('10.0.0.0/8', '127.0.0.2', '::/0')]) {
      const { proxyPort, accepted } = await start(trusted, location);
      expect((await open(proxyPort)).status).toBe(101);
      expect(accepted[0]?.connection.info).toMatchObject({ remoteAddress: '127.0.0.1', viaProxy: false });
    }
  });

  test('a client far away is refused where the proxy does not say that it came encrypted', async () => {
    for (const proto of ['', 'proxy_set_header X-Forwarded-Proto http;']) {
      const { proxyPort, accepted, events } = await start(ranges('127.0.0.1'), [...FAR_AWAY, proto]);
      const { client, status } = await open(proxyPort);
      expect(status).toBe(403);
      expect(client.stream.toString()).toContain('X-Forwarded-Proto');
      expect(accepted).toEqual([]);
      expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '203.0.113.9', reason: 'insecure' }]);
    }
  });

  test('credentials and assertions pass as they are; the certificate of the client ends at nginx', async () => {
    const { proxyPort, accepted } = await start(ranges('127.0.0.1'), FORWARDING_LINES);
    await open(proxyPort, ['Authorization: Bearer some-token', 'arqonbus-principal: e30']);
    expect(accepted[0]?.connection.info).toMatchObject({
      credential: 'some-token',
      assertedPrincipal: 'e30',
      peerCertificateSha256: null,
    });
  });
});
