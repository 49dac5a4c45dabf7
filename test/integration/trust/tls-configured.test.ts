/**
 * TLS from configuration to the last client: SDK and command line over `wss`, a gateway by its certificate, nginx in
 * front, the admin API. [T-TLS-1] [T-AUTH-4]
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generateApiKey } from '../../../src/auth/api-key/api-key.js';
import { wire } from '../../../src/protocol/codec.js';
import { makeCertificate, type TestCertificate } from '../../support/certificates.js';
import { checkoutRoot } from '../../support/checkout.js';
import { freePort } from '../../support/free-port.js';
import { startNginx } from '../../support/nginx.js';
import { spawnServer } from '../../support/raw/spawned-server.js';
import { runCommand } from '../../support/run-command.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { clientFrame } from '../../support/transport/client-frames.js';
import { RawClient, upgradeRequest, waitFor } from '../../support/transport/raw-client.js';
import { ALL_GRANTS, AuthFolder, makeApiKey } from '../../support/trust/auth-folder.js';

const authority = makeCertificate('authority.test', { authority: true });
const certificate = makeCertificate('bus.test', { issuer: authority, dnsNames: ['bus.test'] });
const clientAuthority = makeCertificate('clients.test', { authority: true });
const edge = makeCertificate('edge', { issuer: clientAuthority });
const stranger = makeCertificate('edge', { issuer: clientAuthority });

function openFolder(): AuthFolder {
  const folder = new AuthFolder();
  onTestFinished(() => folder.remove());
  return folder;
}

function tlsOf(folder: AuthFolder, more = ''): string {
  const cert = folder.write('cert.pem', certificate.certPem);
  return `{cert_file: ${cert}, key_file: ${folder.write('key.pem', certificate.keyPem)}${more}}`;
}

async function start(yaml: string): Promise<TestServer> {
  const server = await startTestServer(yaml);
  onTestFinished(() => server.close());
  return server;
}

/** A session over a TLS socket; what the hello was answered. */
async function hello(options: ConnectionOptions, headers: readonly string[], token = ''): Promise<wire.IEnvelope> {
  const socket = connect({ host: '127.0.0.1', servername: 'bus.test', ca: authority.certPem, ...options });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  const client = RawClient.over(socket);
  client.send(upgradeRequest(headers));
  expect(await client.status()).toBe(101);
  const envelope = { version: 1, type: wire.MessageType.COMMAND, id: 'h', hello: { token } };
  socket.write(clientFrame(wire.Frame.encode({ envelopes: [envelope] }).finish()));
  await waitFor(() => client.envelopes.length > 0, 'an answer to hello');
  const [answer] = client.envelopes;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

const portOf = ({ busUrl }: TestServer) => Number(new URL(busUrl).port);

describe('the built program over wss', () => {
  it('is used by send, tail, history and status with NODE_EXTRA_CA_CERTS and an API key', async () => {
    const folder = openFolder();
    const { key, entry } = makeApiKey({ id: 'cli' });
    const tls = tlsOf(folder);
    const adminPort = await freePort();
    const adminToken = generateApiKey().key;
    const admin = `admin: {enabled: true, port: ${adminPort}, tls: ${tls}}\n`;
    const server = await spawnServer(`${folder.apiKeys([{ key, entry }])}tls: ${tls}\n${admin}`, {
      env: { ARQONBUS_ADMIN_TOKEN: adminToken },
    });
    onTestFinished(async () => void (await server.end('SIGTERM')));
    expect(server.url).toMatch(/^wss:/);
    const env = {
      ...process.env,
      ARQONBUS_URL: server.url,
      ARQONBUS_ADMIN_URL: `https://127.0.0.1:${adminPort}`,
      ARQONBUS_TOKEN: key,
      ARQONBUS_ADMIN_TOKEN: adminToken,
      XDG_RUNTIME_DIR: folder.path,
      NODE_EXTRA_CA_CERTS: folder.write('ca.pem', authority.certPem),
    };
    const run = (args: readonly string[], over: Record<string, string | undefined> = {}) =>
      runCommand(process.execPath, [join(checkoutRoot, 'bin/arqonbus.js'), ...args], { env: { ...env, ...over } });

    expect(await run(['send', 'r:c', 'over the wire'])).toContain('r:c');
    expect(await run(['tail', 'r:c', '--as-client', '--payload', '--last', '1', '-n', '1'])).toContain('over the wire');
    expect(await run(['history', 'r:c'])).toContain('over the wire');
    const status = await run(['status']);
    expect(status).toContain(`https://127.0.0.1:${adminPort}`);
    expect(status).not.toMatch(/fail/i);

    // Without the authority nobody is spoken to, and the credential stays here.
    const alone = run(['send', 'r:c', 'x'], { NODE_EXTRA_CA_CERTS: undefined });
    await expect(alone).rejects.toThrow(/certificate/);
    await expect(run(['send', 'r:c', 'x'], { ARQONBUS_TOKEN: makeApiKey({ id: 'x' }).key })).rejects.toThrow(/token/);
  });
});

describe('a gateway by its certificate [T-AUTH-4]', () => {
  const assertion = (over: Record<string, unknown> = {}) => {
    const grants = { publish: ['orders:*'], command: ['join'] };
    const expires_at = Math.floor(Date.now() / 1000) + 600;
    const said = { tenant: 'acme-eu', subject: 'behind', grants, expires_at, ...over };
    return `arqonbus-principal: ${Buffer.from(JSON.stringify(said)).toString('base64url')}`;
  };
  const as = ({ certPem, keyPem }: TestCertificate) => ({ cert: certPem, key: keyPem });

  it('says who its clients are within its tenants and grants; nobody else does', async () => {
    const folder = openFolder();
    const tls = tlsOf(folder, `, client_ca_file: ${folder.write('clients.pem', clientAuthority.certPem)}`);
    const apiKey = makeApiKey({ id: 'direct' });
    const grants = JSON.stringify({ ...ALL_GRANTS, publish: ['orders:*'] });
    const gateway = `{name: edge, certificate_sha256: ["${edge.fingerprint}"], tenants: ["acme-*"], grants: ${grants}}`;
    const server = await start(`${folder.apiKeys([apiKey])}  gateways: [${gateway}]\ntls: ${tls}\n`);
    const port = portOf(server);

    const answer = await hello({ port, ...as(edge) }, [assertion()]);
    expect(answer.welcome).toMatchObject({ tenant: 'acme-eu', subject: 'behind', grants: { publish: ['orders:*'] } });
    const refused: [ConnectionOptions, string[], string?][] = [
      [{ port, ...as(stranger) }, [assertion()]],
      [{ port }, [assertion()]],
      [{ port, ...as(edge) }, []],
      [{ port, ...as(edge) }, [assertion()], apiKey.key],
      [{ port, ...as(edge) }, [assertion({ tenant: 'other' })]],
      [{ port, ...as(edge) }, [assertion({ grants: { publish: ['*'] } })]],
      [{ port, ...as(edge) }, [assertion({ expires_at: 1 })]],
    ];
    for (const [options, headers, token] of refused) {
      expect((await hello(options, headers, token)).error?.name).toBe('UNAUTHENTICATED');
    }
    // Clients without a certificate have their own credentials.
    expect((await hello({ port }, [], apiKey.key)).welcome).toMatchObject({ tenant: 'acme', subject: 'direct' });
  });
});

describe('nginx in front [T-TLS-1]', () => {
  it('is believed about its clients where it is configured, and the log names them', async () => {
    const folder = openFolder();
    const apiKey = makeApiKey({ id: 'k1' });
    const server = await start(`${folder.apiKeys([apiKey])}server: {trusted_proxies: [127.0.0.1]}\n`);
    const location = [
      'proxy_set_header X-Forwarded-For "$http_x_forwarded_for, 203.0.113.9";',
      'proxy_set_header X-Forwarded-Proto https;',
    ];
    const nginx = await startNginx({ upstreamPort: portOf(server), certificate, location });
    onTestFinished(() => nginx.stop());
    const options = { port: nginx.port, ca: authority.certPem };
    const welcomed = await hello(options, ['X-Forwarded-For: 198.51.100.66'], apiKey.key);
    expect(welcomed.welcome).toMatchObject({ tenant: 'acme' });
    expect((await hello(options, [], makeApiKey({ id: 'k2' }).key)).error?.name).toBe('UNAUTHENTICATED');
    const addresses = server.logLines.map((line) => line['remote_address']).filter((value) => value !== undefined);
    expect(new Set(addresses)).toEqual(new Set(['203.0.113.9']));
  });
});
