import { generateKeyPairSync } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { loadCredentials, tlsFiles, trustedProxies } from '../../../src/server/credentials.js';
import { keyOptions, makeKey } from '../../support/auth/signed-tokens.js';
import { makeCertificate } from '../../support/certificates.js';
import { AuthFolder, makeApiKey } from '../../support/trust/auth-folder.js';

const folder = new AuthFolder();
afterAll(() => folder.remove());

const [rsa, hmac, ed] = [makeKey('RS256'), makeKey('HS256'), makeKey('EdDSA')];
const certificate = makeCertificate('bus.test');
const other = makeCertificate('other.test');
const file = (name: string, content: string | Uint8Array, mode?: number) => folder.write(name, content, mode);
const pem = file('rsa.pem', rsa.material);
const cert = file('cert.pem', certificate.certPem);
const certKey = file('cert.key', certificate.keyPem);
const keySet = (...keys: object[]) => JSON.stringify({ keys });

function load(text: string) {
  const loaded = loadConfig({ file: 'arqonbus.yaml', text, env: { ARQONBUS_ADMIN_TOKEN: 'x'.repeat(32) } });
  if (!loaded.ok) throw new Error(`bad test configuration: ${JSON.stringify(loaded.error)}`);
  return loadCredentials(loaded.value);
}

/** Lines of the configuration that are named, with their problems. */
function problemsOf(text: string): string[] {
  const result = load(text);
  if (result.ok) return [];
  return result.error.map(({ code, where, problem }) => {
    if (where?.kind !== 'file') return `${code} nowhere: ${problem}`;
    return `${code} ${where.file === 'arqonbus.yaml' ? '' : 'in the file '}${where.line}: ${problem}`;
  });
}

const issuer = (keys: string) => `auth:
  mode: required
  jwt:
    issuers:
      - issuer: https://id.example
        audience: arqonbus
        ${keys}
`;
const signingKey = (algorithm: string, path: string) =>
  issuer(`keys: [{kid: a, algorithm: EdDSA, file: ${file('ed.pem', ed.material)}},
          {kid: b, algorithm: ${algorithm}, file: ${path}}]`);
const jwks = (path: string) => issuer(`jwks_file: ${path}`);
const apiKeys = (path: string) => `auth:\n  mode: required\n  api_keys:\n    file: ${path}\n`;
const tls = (section: string) => `tls:\n  cert_file: ${section}`;

describe('files a configuration names [T-TLS-1] [T-AUTH-1]', () => {
  const private_ = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' });
  const mismatched = file('other.key', other.keyPem);

  it.each([
    ['a key that is not there', signingKey('EdDSA', '/nowhere/k.pem'), 'CFG032 8: there is no file /nowhere/k.pem'],
    ['a folder', signingKey('EdDSA', folder.path), /^CFG032 8: .* is not a regular file$/],
    ['a private key', signingKey('EdDSA', file('private.pem', private_)), /^CFG032 8: .*must be a public key as PEM/],
    ['no key at all', signingKey('EdDSA', file('words.pem', 'words')), /^CFG032 8: .*must be a public key as PEM/],
    [
      'a key of another algorithm',
      signingKey('ES256', pem),
      /^CFG032 8: .*cannot be used: ES256 needs a prime256v1 key$/,
    ],
    ['a weak key', signingKey('RS256', file('weak.pem', weak)), /^CFG032 8: .*must have at least 2048 bits$/],
    [
      'a secret others can read',
      signingKey('HS256', file('open', hmac.material, 0o640)),
      /^CFG032 8: .*\(mode 0640\)$/,
    ],
    [
      'a secret that is too short',
      signingKey('HS256', file('short', 'x'.repeat(31))),
      /^CFG032 8: .*at least 32 bytes/,
    ],
    ['a public key as secret', signingKey('HS256', pem), /^CFG032 8: .*needs a secret: whoever knows/],
    ['a key set that is not there', jwks('/nowhere/jwks.json'), 'CFG032 7: there is no file /nowhere/jwks.json'],
    ['a key set that is none', jwks(file('none.json', '{"keys":')), /^CFG032 7: .*as a key set: not_a_key_set$/],
    ['two keys of one name', jwks(file('two.json', keySet(rsa.jwk, { ...ed.jwk, kid: rsa.kid }))), /duplicate_kid$/],
    ['a key set of secrets', jwks(file('oct.json', keySet(hmac.jwk))), /^CFG032 7: .*none of its 1 keys/],
    ['a huge key set', jwks(file('huge.json', keySet({ x: 'x'.repeat(262_144) }))), /^CFG032 7: .*too_large$/],
    ['a key set over plain HTTP', issuer('jwks_url: http://id.example/keys'), /^CFG032 7: jwks_url /],
    ['no file of API keys', apiKeys('/nowhere/keys'), /^CFG0\d\d 4: there is no file/],
    ['API keys others can read', apiKeys(file('open.yaml', '{}', 0o644)), /^CFG0\d\d 4: .*\(mode 0644\)$/],
    ['a broken file of API keys', apiKeys(file('broken.yaml', 'version: 1\nkeys: 7\n')), /^CFG0\d\d in the file 2: /],
    ['no certificate', tls(`/nowhere/c.pem\n  key_file: ${certKey}`), 'CFG032 2: there is no file /nowhere/c.pem'],
    ['the key of another certificate', tls(`${cert}\n  key_file: ${mismatched}`), /^CFG032 3: .*is not the key of/],
    [
      'a key others can read',
      tls(`${cert}\n  key_file: ${file('open.key', certificate.keyPem, 0o644)}`),
      /^CFG032 3: .*\(mode 0644\)$/,
    ],
    [
      'an authority that is none',
      tls(`${cert}\n  key_file: ${certKey}\n  client_ca_file: ${cert}`),
      /^CFG032 4: .*is not of an authority$/,
    ],
    [
      'the same for the admin API',
      `admin:\n  enabled: true\n  tls:\n    cert_file: ${cert}\n    key_file: ${mismatched}`,
      /^CFG032 5: .*is not the key of/,
    ],
  ])('%s is told at its line', (_, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('are all judged at once', () => {
    const text = `${signingKey('ES256', pem)}${tls(`${cert}\n  key_file: ${mismatched}`)}\n`;
    expect(problemsOf(text)).toHaveLength(2);
  });

  it('that cannot be used are not quoted', () => {
    const secret = 'correct-horse-battery-staple-of-30';
    const texts = [
      signingKey('EdDSA', file('quoted.pem', secret)),
      jwks(file('quoted.json', `{"keys":[{"kty":"${secret}"}]}`)),
      tls(`${cert}\n  key_file: ${file('quoted.key', secret)}`),
    ];
    for (const text of texts) {
      expect(problemsOf(text)).toHaveLength(1);
      expect(JSON.stringify(load(text))).not.toContain(secret);
    }
  });

  it('that are good give keys in the order of the issuers', () => {
    const second = `      - {issuer: https://b.example, audience: x, jwks_file: ${folder.writeKeySet([ed])}}\n`;
    const third = `      - {issuer: https://c.example, audience: x, keys: [{kid: h, algorithm: HS256, file: ${file('h', hmac.material)}}]}\n`;
    const result = load(`${signingKey('RS256', pem)}${second}${third}`);
    expect(result).toEqual({
      ok: true,
      value: {
        issuerKeys: [
          [
            { ...keyOptions(ed), kid: 'a' },
            { ...keyOptions(rsa), kid: 'b' },
          ],
          [],
          [{ ...keyOptions(hmac), kid: 'h' }],
        ],
      },
    });
    // An empty set has revoked everybody, which a restart must not undo.
    expect(problemsOf(jwks(file('empty.json', keySet())))).toEqual([]);
    expect(problemsOf(apiKeys(folder.writeApiKeys([makeApiKey({ id: 'k' })])))).toEqual([]);
  });

  it('of what is switched off are not looked at', () => {
    expect(problemsOf('admin: {tls: {cert_file: /nowhere/a, key_file: /nowhere/b}}')).toEqual([]);
  });
});

describe('what of them the listeners are told', () => {
  const config = (text: string) => {
    const loaded = loadConfig({ text, env: {} });
    if (!loaded.ok) throw new Error('bad test configuration');
    return loaded.value.config;
  };

  it('TLS as files, or none', () => {
    expect(tlsFiles(config('').tls)).toBeNull();
    const text = tls(`${cert}\n  key_file: ${certKey}\n  min_version: TLSv1.3`);
    expect(tlsFiles(config(text).tls)).toEqual({
      certFile: cert,
      keyFile: certKey,
      clientCaFile: null,
      minVersion: 'TLSv1.3',
    });
  });

  it('proxies as ranges', () => {
    expect(trustedProxies(config(''))).toEqual([]);
    expect(trustedProxies(config('server: {trusted_proxies: [10.0.0.0/8, "::1"]}'))).toHaveLength(2);
  });
});
