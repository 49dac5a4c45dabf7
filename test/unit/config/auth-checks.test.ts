import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';

const ISSUER = '{issuer: https://id.example, audience: bus, jwks_file: keys.json}';
const REQUIRED = `auth: {mode: required, jwt: {issuers: [${ISSUER}]}}\n`;
const FINGERPRINT = 'ab'.repeat(32);
const GATEWAY = `{name: edge, certificate_sha256: [${FINGERPRINT}], tenants: ["*"]}`;
const TLS = 'tls: {cert_file: c.pem, key_file: k.pem}\n';

function problemsOf(text: string) {
  const loaded = loadConfig({ file: 'etc/bus.yaml', text, env: { ARQONBUS_ADMIN_TOKEN: 'x' } });
  if (loaded.ok) return [];
  return loaded.error.map(({ code, where }) => `${code} ${where?.kind === 'file' ? where.sourceLine.trim() : ''}`);
}

describe('start-up refusals name the line to change [T-TLS-1] [P6]', () => {
  it.each([
    ['no authentication beyond loopback', 'server:\n  host: 0.0.0.0\n', 'CFG020 host: 0.0.0.0'],
    ['no encryption beyond loopback', `${REQUIRED}server:\n  host: 0.0.0.0\n`, 'CFG027 host: 0.0.0.0'],
    ['an admin API in the clear', 'admin:\n  enabled: true\n  host: 192.0.2.1\n', 'CFG021 host: 192.0.2.1'],
    ['everyone a proxy', 'server:\n  trusted_proxies:\n    - 10.0.0.0/8\n    - 0.0.0.0/0\n', 'CFG033 - 0.0.0.0/0'],
    ['everyone a proxy, as IPv6', 'server:\n  trusted_proxies:\n    - ::/0\n', 'CFG033 - ::/0'],
    ['a certificate without its key', 'tls:\n  cert_file: c.pem\n', 'CFG029 cert_file: c.pem'],
    ['a key without its certificate', 'tls:\n  key_file: k.pem\n', 'CFG029 key_file: k.pem'],
    ['authorities without TLS', 'admin:\n  tls:\n    client_ca_file: ca.pem\n', 'CFG029 client_ca_file: ca.pem'],
    [
      'gateways without client certificates',
      `${TLS}auth:\n  mode: required\n  gateways: [${GATEWAY}]\n`,
      `CFG029 gateways: [${GATEWAY}]`,
    ],
    ['nothing that could authenticate', 'auth:\n  mode: required\n', 'CFG028 mode: required'],
    ['authenticators that are ignored', `auth:\n  mode: none\n  api_keys: {file: k.yaml}\n`, 'CFG028 mode: none'],
    [
      'an issuer without keys',
      'auth:\n  mode: required\n  jwt:\n    issuers:\n      - {issuer: a, audience: b}\n',
      'CFG034 - {issuer: a, audience: b}',
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it.each([
    ['one issuer twice', `jwt: {issuers: [${ISSUER}, ${ISSUER}]}`],
    [
      'one kid twice',
      'jwt: {issuers: [{issuer: a, audience: b, keys: [{kid: k, algorithm: EdDSA, file: f}, {kid: k, algorithm: ES256, file: g}]}]}',
    ],
    ['two key sets', 'jwt: {issuers: [{issuer: a, audience: b, jwks_file: f, jwks_url: "https://id.example/keys"}]}'],
    ['a cooldown longer than the cache', 'jwt: {issuers: [{issuer: a, audience: b, jwks_file: f, jwks_cooldown: 1h}]}'],
    [
      'a cache longer than keys may be stale',
      'jwt: {issuers: [{issuer: a, audience: b, jwks_file: f, jwks_cache: 2h}]}',
    ],
  ])('%s', (_what, text) => {
    expect(problemsOf(`auth: {mode: required, ${text}}\n`)[0]).toMatch(/^CFG034 auth/);
  });

  it('finds gateways of one name and of one certificate, however it is written', () => {
    const colons = (FINGERPRINT.match(/../g) ?? []).join(':').toUpperCase();
    const twin = `{name: edge, certificate_sha256: ["${colons}"], tenants: ["*"]}`;
    const text = `tls: {cert_file: c, key_file: k, client_ca_file: a}\nauth:\n  mode: required\n  gateways: [${GATEWAY}, ${twin}]\n`;
    expect(problemsOf(text)).toHaveLength(2);
  });

  it.each([
    ['TLS', `${REQUIRED}${TLS}server: {host: 0.0.0.0}\n`],
    ['a trusted proxy', `${REQUIRED}server: {host: 0.0.0.0, trusted_proxies: [10.0.0.0/8]}\n`],
    ['an admin API with TLS', 'admin: {enabled: true, host: 0.0.0.0, tls: {cert_file: c.pem, key_file: k.pem}}\n'],
  ])('lets a server listen beyond loopback with %s', (_what, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('paths of a configuration [S-CFG-1]', () => {
  it('are relative to the folder of the file they are written in, and to the working directory where they are not', () => {
    const loaded = loadConfig({
      file: 'etc/bus.yaml',
      text: `${REQUIRED}audit: {file: log/audit.jsonl}\n${TLS}`,
      env: { ARQONBUS_TLS_KEY_FILE: 'other.pem', ARQONBUS_ADMIN_TOKEN_FILE: '/abs/token' },
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const { audit, auth, tls, admin } = loaded.value.config;
    expect(audit.file).toBe('etc/log/audit.jsonl');
    expect(auth.jwt.issuers[0]?.jwks_file).toBe('etc/keys.json');
    expect(tls).toMatchObject({ cert_file: 'etc/c.pem', key_file: 'other.pem' });
    expect(admin.token_file).toBe('/abs/token');
  });
});
