/** The bundled SDK in a real browser, under a strict Content-Security-Policy. [S-SDK-1] [P1] */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleClient } from '../../scripts/bundle-client.mjs';
import type * as Sdk from '../../src/client/index.js';
import { connect, type Ack, type Client } from '../../src/client/index.js';
import { ensureProgram } from '../support/debian.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

/** The first run may have to fetch the browser. */
const SETUP_TIMEOUT_MS = 20 * 60_000;

const PAGE = `<!doctype html><meta charset="utf-8"><title>bus</title><script type="module" src="/page.js"></script>`;
/** Runs by itself when the page loads: what a debugger evaluates would be exempt from the policy. */
const PAGE_SCRIPT = `
import * as bus from '/client.js';
globalThis.bus = bus;
globalThis.violations = [];
document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
try {
  globalThis.evalAllowed = new Function('return true')();
} catch (error) {
  globalThis.evalAllowed = !(error instanceof EvalError);
}
const url = new URL(location.href).searchParams.get('bus');
if (url !== null) {
  globalThis.client = await bus.connect(url, { clientType: 'human', reconnect: { minMs: 5, maxMs: 20 } });
  globalThis.texts = [];
  await globalThis.client.join('web:chat', { echo: true }, (message) => void globalThis.texts.push(message.text()));
  globalThis.ack = await globalThis.client.publish('web:chat', 'from the page');
  await globalThis.client.ping();
}
globalThis.ready = true;
`;
const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src ws://127.0.0.1:*; base-uri 'none'";

let site: Server;
let origin: string;
let server: TestServer;
let proxy: TcpProxy;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { code } = await bundleClient();
  site = await serveSite({
    '/': ['text/html', PAGE],
    '/page.js': ['text/javascript', PAGE_SCRIPT],
    '/client.js': ['text/javascript', code],
  });
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await startTestServer(`server: { allowed_origins: ["${origin}"] }`);
  proxy = await startTcpProxy(server.busUrl);
  const program = await ensureProgram('chromium');
  browser = await chromium.launch({
    executablePath: program.path,
    env: { ...process.env, ...program.env },
    headless: true,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Chromium's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  page = await browser.newPage();
  await page.goto(`${origin}/?bus=${encodeURIComponent(proxy.url)}`);
  await page.waitForFunction(() => 'ready' in globalThis);
}, SETUP_TIMEOUT_MS);

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.close();
  site?.closeAllConnections();
  site?.close();
});

async function serveSite(files: Record<string, readonly [string, string | Uint8Array]>): Promise<Server> {
  const http = createServer((request, response) => {
    const [type, body] = files[(request.url ?? '').replace(/\?.*/, '')] ?? [];
    if (type === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    response.end(body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return http;
}

/** What the page's script sees of the module. */
declare const bus: typeof Sdk;

interface PageState {
  client: Client;
  ack: Ack;
  texts: string[];
  evalAllowed: boolean;
  sequences: number[];
  states: string[];
  violations: string[];
}

test('[S-SDK-1] a page joins, publishes and receives', async () => {
  const result = await page.evaluate(() => {
    const { ack, texts, client } = globalThis as unknown as PageState;
    return { ack, texts, limits: client.welcome.limits };
  });
  expect(result.ack).toMatchObject({ sequence: 1, durability: 'memory' });
  expect(result.texts).toEqual(['from the page']);
  expect(result.limits).toMatchObject({ payloadBytesMax: 65_536 });
});

test('[P1] a page that loses its connection continues without loss', async () => {
  await page.evaluate(async () => {
    const state = globalThis as unknown as PageState;
    state.sequences = [];
    state.states = [];
    state.client.on('state', (word) => state.states.push(word));
    await state.client.join('web:feed', (message) => void state.sequences.push(message.sequence));
  });
  const publisher = await connect(server.busUrl);
  for (let index = 0; index < 300; index += 1) {
    void publisher.publish('web:feed', `m${index}`);
    if (index % 100 === 50) {
      await publisher.ping();
      proxy.cut();
    }
  }
  await publisher.ping();
  await page.waitForFunction(() => (globalThis as unknown as PageState).sequences.length >= 300);
  const seen = await page.evaluate(() => {
    const { sequences, states } = globalThis as unknown as PageState;
    return { sequences, states };
  });
  expect(seen.sequences).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  expect(seen.states).toContain('reconnecting');
  await publisher.close();
});

test('[S-SDK-1] a credential travels as a subprotocol that is never echoed, and is not needed in the URL', async () => {
  const clientId = await page.evaluate(async (url) => {
    const client = await bus.connect(url, { token: () => 'header.payload.signature-1' });
    const { clientId: id } = client;
    await client.close();
    return id;
  }, server.busUrl);
  expect(clientId).not.toBe('');
});

test('[S-SDK-1] nothing of it offends a strict Content-Security-Policy', async () => {
  const { evalAllowed, violations } = await page.evaluate(() => {
    const state = globalThis as unknown as PageState;
    return { evalAllowed: state.evalAllowed, violations: state.violations };
  });
  // The page's own probe shows that the policy is in force; it is the one violation there is.
  expect(evalAllowed).toBe(false);
  expect(violations).toEqual(['script-src']);
});

test('[P6] a page of another origin is refused', async () => {
  const stranger = await serveSite({ '/': ['text/html', PAGE], '/page.js': ['text/javascript', ''] });
  const other = await browser.newPage();
  await other.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
  const closeCode = await other.evaluate(
    (url) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(url, 'arqonbus.v1');
        socket.onclose = (event) => resolve(event.code);
        socket.onopen = () => resolve(0);
      }),
    server.busUrl,
  );
  expect(closeCode).toBe(1006);
  await other.close();
  stranger.closeAllConnections();
  stranger.close();
});
