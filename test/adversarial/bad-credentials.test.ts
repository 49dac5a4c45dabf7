/**
 * Every bad token and every hostile origin against the built program, over real sockets: none gets in, each is counted
 * with its reason, and nothing of them stands in log, audit log, metrics or answers. [T-AUTH-1] [T-TLS-1] [P6] [P9]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateApiKey } from '../../src/auth/api-key/api-key.js';
import { wire } from '../../src/protocol/codec.js';
import { parseMetrics, type Metrics } from '../support/attacks/metrics.js';
import { BAD_TOKENS, good, keys, LONELY, LONELY_ISSUER, NAMESAKE, OTHER_ISSUER } from '../support/auth/bad-tokens.js';
import { AUDIENCE, ISSUER, type TestKey } from '../support/auth/signed-tokens.js';
import { HOSTILE_ORIGINS, LISTED_ORIGINS } from '../support/hostile-origins.js';
import { RawClient } from '../support/raw/raw-client.js';
import { spawnServer, type SpawnedServer } from '../support/raw/spawned-server.js';
import { AuthFolder, makeApiKey } from '../support/trust/auth-folder.js';
import { freePort } from '../support/free-port.js';

const HELLO_BYTES_MAX = 8_192;
const FRAME_BYTES_MAX = 262_144;
const AT_ONCE = 20;

const folder = new AuthFolder();
const adminToken = generateApiKey().key;
const lines: string[] = [];
const answers: string[] = [];
let server: SpawnedServer;
let adminUrl = '';

beforeAll(async () => {
  const port = await freePort();
  adminUrl = `http://127.0.0.1:${port}`;
  const issuers = [
    issuer(ISSUER, Object.values(keys)),
    issuer(OTHER_ISSUER, [NAMESAKE], 'elsewhere'),
    issuer(LONELY_ISSUER, [LONELY]),
  ];
  const yaml = [
    `server: { allowed_origins: [${LISTED_ORIGINS.map((origin) => `"${origin}"`).join(', ')}] }`,
    'transport: { hello_timeout: 1s }',
    'limits: { connections_per_address_max: 0 }',
    'logging: { level: debug, format: json }',
    `admin: { enabled: true, port: ${port} }`,
    `audit: { file: ${join(folder.path, 'audit.log')} }`,
    'auth:',
    '  mode: required',
    `  api_keys: { file: ${folder.writeApiKeys([makeApiKey({ id: 'k1' })])} }`,
    `  jwt: { issuers: [${issuers.join(', ')}] }`,
  ];
  server = await spawnServer(`${yaml.join('\n')}\n`, {
    env: { ARQONBUS_ADMIN_TOKEN: adminToken },
    onLogLine: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await server.end('SIGTERM');
  folder.remove();
});

function issuer(name: string, of: readonly TestKey[], tenant?: string): string {
  const rows = of.map(({ kid, algorithm, material }) => {
    const file = folder.write(`${Buffer.from(name).toString('hex')}-${kid}`, material);
    return `{kid: ${kid}, algorithm: ${algorithm}, file: ${file}}`;
  });
  const bound = tenant === undefined ? '' : `, tenant: ${tenant}`;
  return `{issuer: "${name}", audience: ${AUDIENCE}, keys: [${rows.join(', ')}]${bound}}`;
}

async function scrape(): Promise<Metrics> {
  const response = await fetch(`${adminUrl}/metrics`, { headers: { authorization: `Bearer ${adminToken}` } });
  expect(response.status).toBe(200);
  return parseMetrics(await response.text());
}

const failed = (metrics: Metrics, reason: string) =>
  metrics.get(`arqonbus_auth_total{outcome="failed",reason="${reason}"}`) ?? 0;

/** What the hello was answered, by name; ends with the connection. */
async function knock(headers: readonly string[], token: string): Promise<string> {
  const client = await RawClient.open(server.url, headers);
  let answer = 'nothing';
  client.onEnvelope = (envelope) => {
    answer = envelope.error?.name ?? (envelope.welcome ? 'welcome' : 'something else');
    answers.push(JSON.stringify(envelope));
    if (envelope.welcome) client.destroy();
  };
  client.send({ version: 1, type: wire.MessageType.COMMAND, id: 'h', hello: { token } });
  await client.closed;
  return answer;
}

/** A few at a time: as many connections as tokens are no attack, but no use either. */
async function forEach<T>(values: readonly T[], act: (value: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < values.length; start += AT_ONCE) {
    await Promise.all(values.slice(start, start + AT_ONCE).map(act));
  }
}

/** Pieces long enough to be nothing but the token's. */
function expectNoTraceOf(tokens: readonly string[], where: string, text: string): void {
  for (const token of tokens) {
    for (const piece of token.split(/[^A-Za-z0-9_-]+/).filter((each) => each.length >= 12)) {
      expect(text.includes(piece.slice(0, 12)), where).toBe(false);
    }
  }
}

it('no bad token opens a session, in hello or header, and each is counted with its reason', async () => {
  expect(BAD_TOKENS.length).toBeGreaterThanOrEqual(60);
  const expected = new Map<string, number>();
  const expectOne = (reason: string) => expected.set(reason, (expected.get(reason) ?? 0) + 1);
  const before = await scrape();

  await forEach(BAD_TOKENS, async ([what, token, reason]) => {
    const answer = await knock([], token);
    if (Buffer.byteLength(token) <= HELLO_BYTES_MAX) {
      expectOne(reason);
      expect(answer, what).toBe('UNAUTHENTICATED');
    } else if (token.length < FRAME_BYTES_MAX) {
      // What is no hello leaves a connection that said nothing, which ends in its time.
      expectOne('missing');
      expect(answer, what).toMatch(/^(INVALID_|UNAUTHENTICATED)/);
    } else expect(answer, what).toBe('nothing');
  });
  const inHeaders = BAD_TOKENS.filter(([, token]) => /^[\x21-\x7e]{1,8000}$/.test(token));
  expect(inHeaders.length).toBeGreaterThanOrEqual(60);
  await forEach(inHeaders, async ([what, token, reason]) => {
    expectOne(reason);
    expect(await knock([`Authorization: Bearer ${token}`], ''), what).toBe('UNAUTHENTICATED');
  });

  const after = await scrape();
  const counted = [...expected.keys()].map((reason) => [reason, failed(after, reason) - failed(before, reason)]);
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
  expect(after.get('arqonbus_auth_total{outcome="accepted",reason=""}') ?? 0).toBe(0);
  expect(after.get('arqonbus_internal_errors_total')).toBe(0);
  // The same door opens for the right key.
  expect(await knock([], good)).toBe('welcome');
  expect((await scrape()).get('arqonbus_auth_total{outcome="accepted",reason=""}')).toBe(1);
});

it('a good credential beside another one is refused', async () => {
  const before = await scrape();
  expect(await knock([`Authorization: Bearer ${good}`], `${good}x`)).toBe('UNAUTHENTICATED');
  await expect(
    RawClient.open(server.url, [`Authorization: Bearer ${good}`, 'Authorization: Bearer other']),
  ).rejects.toThrow('HTTP/1.1 400');
  expect(failed(await scrape(), 'ambiguous') - failed(before, 'ambiguous')).toBe(1);
});

it('an assertion without a certificate of a gateway is refused, however good the token beside it', async () => {
  const assertion = Buffer.from(JSON.stringify({ tenant: 'acme', subject: 'root' })).toString('base64url');
  const before = await scrape();
  expect(await knock([`arqonbus-principal: ${assertion}`], '')).toBe('UNAUTHENTICATED');
  expect(await knock([`arqonbus-principal: ${assertion}`], good)).toBe('UNAUTHENTICATED');
  const after = await scrape();
  expect(failed(after, 'not_allowed') - failed(before, 'not_allowed')).toBe(1);
  expect(failed(after, 'ambiguous') - failed(before, 'ambiguous')).toBe(1);
});

it('no hostile origin is let through, whatever it presents, and each is counted', async () => {
  expect(HOSTILE_ORIGINS.length).toBeGreaterThanOrEqual(20);
  const series = 'arqonbus_connections_refused_total{reason="origin"}';
  const before = (await scrape()).get(series) ?? 0;
  await forEach(HOSTILE_ORIGINS, async ([what, origin]) => {
    const knocking = RawClient.open(server.url, [`Origin: ${origin}`, `Authorization: Bearer ${good}`]);
    await expect(knocking, what).rejects.toThrow('HTTP/1.1 403');
  });
  expect((await scrape()).get(series)).toBe(before + HOSTILE_ORIGINS.length);
  for (const origin of LISTED_ORIGINS) expect(await knock([`Origin: ${origin}`], good)).toBe('welcome');
});

it('nothing of a token stands in log, audit log, answers or metrics', async () => {
  const metrics = await fetch(`${adminUrl}/metrics`, { headers: { authorization: `Bearer ${adminToken}` } });
  const tokens = [...BAD_TOKENS.map(([, token]) => token), good, adminToken];
  const audit = readFileSync(join(folder.path, 'audit.log'), 'utf8');
  // Not one line for each: a flood of them is cut.
  expect(lines.filter((line) => line.includes('"auth.failed"')).length).toBeGreaterThanOrEqual(60);
  expect(audit).toContain('connect');
  expectNoTraceOf(tokens, 'log', lines.join('\n'));
  expectNoTraceOf(tokens, 'audit log', audit);
  expectNoTraceOf(tokens, 'answers', answers.join('\n'));
  expectNoTraceOf(tokens, 'metrics', await metrics.text());
});
