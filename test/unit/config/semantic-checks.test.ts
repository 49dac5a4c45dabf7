import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/schema.js';
import { checkSemantics } from '../../../src/config/semantic-checks.js';

function check(config: unknown, adminTokenInEnvironment = false): string[] {
  const isWritten = (path: readonly string[]) => written(config, path);
  return checkSemantics(configSchema.parse(config), { adminTokenInEnvironment, isWritten }).map(
    ({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`,
  );
}

function written(value: unknown, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return value !== undefined;
  return written((value as Record<string, unknown> | undefined)?.[step], rest);
}

describe('content inspection [C-CFG-1]', () => {
  it('needs a written default_decision where it enforces', () => {
    const problem = 'error CFG026 casil.mode';
    expect(check({ casil: { enabled: true, mode: 'enforce' } })).toEqual([problem]);
    expect(check({ casil: { enabled: true, mode: 'enforce', default_decision: 'block' } })).toEqual([]);
    expect(check({ casil: { enabled: true, mode: 'enforce', default_decision: 'allow' } })).toEqual([]);
    expect(check({ casil: { enabled: true, mode: 'monitor' } })).toEqual([]);
    expect(check({ casil: { enabled: false, mode: 'enforce' } })).toEqual([]);
  });

  it('warns of payloads that pass without inspection', () => {
    const limits = { payload_bytes_max: 65_537 };
    const warning = 'warning CFG031 limits.payload_bytes_max';
    expect(check({ limits, casil: { enabled: true } })).toEqual([warning]);
    expect(check({ limits, casil: { enabled: true, limits: { oversize: 'block' } } })).toEqual([]);
    expect(check({ limits: { payload_bytes_max: 65_536 }, casil: { enabled: true } })).toEqual([]);
    expect(check({ limits })).toEqual([]);
  });
});

describe('checkSemantics [S-CFG-1]', () => {
  it('finds nothing in the defaults', () => {
    expect(check({})).toEqual([]);
  });

  it.each(['127.0.0.1', '127.9.8.7', '::1', 'localhost', '::ffff:127.0.0.1'])('lets the bus listen on %s', (host) => {
    expect(check({ server: { host } })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.com', 'bus.example', '128.0.0.1', '*'])(
    'refuses %s without authentication [S-SRV-1] [P6]',
    (host) => {
      expect(check({ server: { host } })).toEqual(['error CFG020 server.host']);
    },
  );

  it('keeps the admin API on loopback and behind a token [S-ADM-1]', () => {
    expect(check({ admin: { host: '0.0.0.0' } })).toEqual(['error CFG021 admin.host']);
    expect(check({ admin: { enabled: true } })).toEqual(['error CFG022 admin.enabled']);
    expect(check({ admin: { enabled: true, token_file: 't' } })).toEqual([]);
    expect(check({ admin: { enabled: true } }, true)).toEqual([]);
  });

  it('compares timeouts at their bound and one past', () => {
    expect(check({ transport: { ping_interval: 1000, pong_deadline: 999 } })).toEqual([]);
    expect(check({ transport: { ping_interval: 1000, pong_deadline: 1000 } })).toEqual([
      'error CFG023 transport.pong_deadline',
    ]);
    expect(check({ transport: { headers_timeout: 1000, request_timeout: 1000 } })).toEqual([]);
    expect(check({ transport: { headers_timeout: 1001, request_timeout: 1000 } })).toEqual([
      'error CFG023 transport.headers_timeout',
    ]);
    expect(check({ server: { drain_retry_min: 10, drain_retry_max: 10 } })).toEqual([]);
    expect(check({ server: { drain_retry_min: 11, drain_retry_max: 10 } })).toEqual([
      'error CFG023 server.drain_retry_min',
    ]);
  });

  it('compares limits at their bound and one past', () => {
    const limits = { payload_bytes_max: 1024, frame_bytes_max: 2048, inbound_bytes_max: 2048 };
    expect(check({ limits })).toEqual([]);
    expect(check({ limits: { ...limits, frame_bytes_max: 2047 } })).toEqual(['error CFG024 limits.frame_bytes_max']);
    expect(check({ limits: { ...limits, inbound_bytes_max: 2047 } })).toEqual([
      'error CFG024 limits.inbound_bytes_max',
    ]);
    const queues = { batch_bytes_max: 4096, outbox_bytes_max: 4096 };
    expect(check({ limits: queues })).toEqual([]);
    expect(check({ limits: { ...queues, outbox_bytes_max: 4095 } })).toEqual(['error CFG024 limits.outbox_bytes_max']);
  });

  it('refuses rooms whose durability can never be reached [P3]', () => {
    expect(check({ rooms: [{ match: 'a', minimum_durability: 'stored' }] })).toEqual([
      'error CFG025 rooms.0.minimum_durability',
    ]);
    expect(check({ rooms: [{ match: 'a', minimum_durability: 'memory', retention: { count: 0 } }] })).toEqual([
      'error CFG025 rooms.0.minimum_durability',
    ]);
    expect(check({ rooms: [{ match: 'a', minimum_durability: 'memory' }] })).toEqual([]);
  });

  it('warns of room rows that can never match', () => {
    const rows = (...patterns: string[]) => check({ rooms: patterns.map((match) => ({ match })) });
    expect(rows('a', 'a*', '*')).toEqual([]);
    expect(rows('*', 'a')).toEqual(['warning CFG030 rooms.1.match']);
    expect(rows('a*', 'b', 'ab*', 'abc')).toEqual(['warning CFG030 rooms.2.match', 'warning CFG030 rooms.3.match']);
    expect(rows('a', 'a')).toEqual(['warning CFG030 rooms.1.match']);
    expect(rows('a', 'a.b')).toEqual([]);
  });
});
