import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startAdmin, TOKEN } from '../support/admin/admin-fixture.js';

type Admin = Awaited<ReturnType<typeof startAdmin>>;
const running: Admin[] = [];
const sockets: Socket[] = [];

async function start(...args: Parameters<typeof startAdmin>): Promise<Admin> {
  const admin = await startAdmin(...args);
  running.push(admin);
  return admin;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const { server } of running.splice(0)) await server.close(100);
});

/** Sends raw text; resolves with all that came back when the server closes the connection. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
    socket.write(text);
  });
}

function request(host: string | null, extra = ''): string {
  const lines = ['GET /version HTTP/1.1', `Authorization: Bearer ${TOKEN}`, 'Connection: close'];
  if (host !== null) lines.push(`Host: ${host}`);
  return `${lines.join('\r\n')}\r\n${extra}\r\n`;
}

const statusOf = (answer: string) => Number(answer.split(' ')[1]);

describe('admin API under abuse [S-ADM-1]', () => {
  it.each(['localhost', 'localhost:7411', '127.0.0.1:1', '[::1]:7411', 'LocalHost'])(
    'answers for Host %s',
    async (host) => {
      const { port } = await start();
      expect(statusOf(await raw(port, request(host)))).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:7411',
    '192.0.2.1',
    'evil.example:7411',
    'localhost@evil.example',
    'a b',
  ])('refuses Host %s: a web page re-pointed to loopback does not get in', async (host) => {
    const { port } = await start();
    const answer = await raw(port, request(host));
    expect([400, 403]).toContain(statusOf(answer));
    expect(answer).not.toContain('9.9.9');
    const liveness = await raw(port, request(host).replace('/version', '/healthz'));
    expect([400, 403]).toContain(statusOf(liveness));
  });

  it('refuses a request without a Host, and one with two', async () => {
    const { port } = await start();
    expect(statusOf(await raw(port, request(null)))).toBe(400);
    const two = await raw(port, request('localhost', 'Host: evil.example\r\n'));
    expect([400, 403]).toContain(statusOf(two));
  });

  it('judges the Host header, not the address in the request line', async () => {
    const { port } = await start();
    const answer = await raw(port, request('evil.example').replace('GET /version', 'GET http://localhost/version'));
    expect(statusOf(answer)).toBe(403);
  });

  it('refuses a chunked body', async () => {
    const { port } = await start();
    const answer = await raw(port, `${request('localhost', 'Transfer-Encoding: chunked\r\n')}5\r\nhello\r\n0\r\n\r\n`);
    expect(statusOf(answer)).toBe(413);
  });

  it('refuses headers past the bound', async () => {
    const { port } = await start();
    expect(statusOf(await raw(port, request('localhost', `X-Big: ${'x'.repeat(9000)}\r\n`)))).toBe(431);
  });

  it('cuts a client that never finishes its headers', async () => {
    const { port } = await start({}, { headersMs: 300 });
    const startedMs = performance.now();
    const answer = await raw(port, 'GET /version HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    expect(statusOf(answer)).toBe(408);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it('cuts a silent connection', async () => {
    const { port } = await start({}, { silenceMs: 300, headersMs: 60_000 });
    const startedMs = performance.now();
    await raw(port, 'GET');
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it('answers the others while one figure is stuck, and gives up on it in time', async () => {
    const admin = await start({ metricsText: () => new Promise<string>(() => undefined) }, { answerMs: 300 });
    const stuck = admin.get('/metrics');
    expect((await admin.get('/v1/status')).status).toBe(200);
    const response = await stuck;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'TIMED_OUT' } });
  });

  it('closes in time although clients hold connections and one answer is stuck', async () => {
    const admin = await startAdmin({ metricsText: () => new Promise<string>(() => undefined) }, { answerMs: 60_000 });
    const stuck = raw(admin.port, request('localhost').replace('/version', '/metrics'));
    const idle = raw(admin.port, 'GET /version HTTP/1.1\r\n');
    await admin.get('/healthz');
    const startedMs = performance.now();
    await admin.server.close(200);
    expect(performance.now() - startedMs).toBeLessThan(3000);
    await Promise.all([stuck, idle]);
    await expect(admin.get('/healthz')).rejects.toThrow();
    await admin.server.close(200);
  });
});
