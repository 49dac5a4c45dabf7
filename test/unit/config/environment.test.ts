import { describe, expect, it } from 'vitest';
import { readEnvironment, SETTING_VARIABLES } from '../../../src/config/environment.js';
import { loadConfig } from '../../../src/config/load-config.js';

describe('the environment [S-CFG-1]', () => {
  it('has one variable for each key', () => {
    expect(SETTING_VARIABLES.get('ARQONBUS_SERVER_ALLOWED_ORIGINS')).toEqual(['server', 'allowed_origins']);
    expect(SETTING_VARIABLES.get('ARQONBUS_ROOMS')).toEqual(['rooms']);
    expect(new Set([...SETTING_VARIABLES.values()].map((path) => path.join('.'))).size).toBe(SETTING_VARIABLES.size);
  });

  it('reads numbers, durations, sizes, booleans, lists and rows', () => {
    const env = {
      ARQONBUS_SERVER_PORT: '0',
      ARQONBUS_SERVER_ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
      ARQONBUS_TRANSPORT_PING_INTERVAL: '2m',
      ARQONBUS_TRANSPORT_PONG_DEADLINE: '1500',
      ARQONBUS_LIMITS_PAYLOAD_BYTES_MAX: '1.5KiB',
      ARQONBUS_ADMIN_ENABLED: 'false',
      ARQONBUS_LOGGING_LEVEL: 'debug',
      ARQONBUS_ROOMS: '[{match: "orders*", retention: {count: 3}}, {match: "*"}]',
    };
    const result = loadConfig({ env });
    expect(result).toMatchObject({
      ok: true,
      value: {
        config: {
          server: { port: 0, allowed_origins: ['https://a.example', 'http://b.example:8080'] },
          transport: { ping_interval: 120_000, pong_deadline: 1500 },
          limits: { payload_bytes_max: 1536 },
          logging: { level: 'debug' },
          rooms: [{ match: 'orders*', retention: { count: 3 } }, { match: '*' }],
        },
      },
    });
  });

  it.each([
    ['ARQONBUS_SERVER_PORT', ''],
    ['ARQONBUS_SERVER_PORT', '1.5'],
    ['ARQONBUS_SERVER_PORT', '0x10'],
    ['ARQONBUS_SERVER_PORT', '99999999999999999999'],
    ['ARQONBUS_ADMIN_ENABLED', 'yes'],
    ['ARQONBUS_TRANSPORT_PING_INTERVAL', '-1s'],
    ['ARQONBUS_TRANSPORT_PING_INTERVAL', '25d'],
    ['ARQONBUS_ROOMS', '[{match: 1'],
    ['ARQONBUS_ROOMS', 'orders'],
    ['ARQONBUS_SERVER_ALLOWED_ORIGINS', 'https://a.example/path'],
  ])('refuses %s=%j and names the variable', (name, text) => {
    const result = loadConfig({ env: { [name]: text } });
    expect(result.ok).toBe(false);
    for (const problem of result.ok ? [] : result.error) expect(problem.where).toEqual({ kind: 'env', name });
  });

  it('leaves reserved names and other programs alone, and never shows the value of an unknown variable', () => {
    const env = { ARQONBUS_TOKEN: 'a', ARQONBUS_URL: 'b', ARQONBUS_TEST_X: 'c', ARQON: 'd', HOME: 'e' };
    expect(readEnvironment(env)).toEqual({ overrides: [], problems: [] });
    const { problems } = readEnvironment({ ARQONBUS_ADMIN_TOKN: 'hunter2' });
    expect(problems).toMatchObject([{ code: 'CFG013', hint: 'did you mean ARQONBUS_ADMIN_TOKEN?' }]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});
