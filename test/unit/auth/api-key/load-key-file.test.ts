import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateApiKey } from '../../../../src/auth/api-key/api-key.js';
import { API_KEYS_MAX, parseInstant } from '../../../../src/auth/api-key/key-file-schema.js';
import { loadKeyFile, parseKeyFile } from '../../../../src/auth/api-key/load-key-file.js';

const one = generateApiKey((count) => new Uint8Array(count).fill(1));
const two = generateApiKey((count) => new Uint8Array(count).fill(2));

function file(...keys: readonly string[]): string {
  return `version: 1\nkeys:\n${keys.map((key) => `  - ${key}\n`).join('')}`;
}
const entry = (id: string, sha256: string, more = '') =>
  `{id: ${id}, sha256: ${sha256}, tenant: acme, subject: svc${more}}`;

function problems(text: string): string[] {
  const parsed = parseKeyFile(text, 'keys.yaml');
  if (parsed.ok) return [];
  return parsed.error.map(({ problem, where }) => `${where?.kind === 'file' ? where.line : 0}: ${problem}`);
}

describe('a file of API keys [T-AUTH-3]', () => {
  it('makes a principal of each entry, that may do nothing that is not written', () => {
    const parsed = parseKeyFile(file(entry('k1', one.sha256)), 'keys.yaml');
    expect(parsed.ok && [...parsed.value]).toEqual([
      [
        one.sha256,
        {
          tenant: 'acme',
          subject: 'svc',
          clientType: null,
          roles: [],
          grants: { publish: [], subscribe: [], history: [], create: [], command: [] },
          capabilities: [],
          subscriptions: [],
          expiresAtMs: Infinity,
          keyId: 'k1',
        },
      ],
    ]);
  });

  it('reads all that an entry may say', () => {
    const parsed = parseKeyFile(
      `version: 1
keys:
  - id: ci
    sha256: ${one.sha256}
    tenant: acme
    subject: build server 7
    client_type: ai-agent
    grants: {publish: ["ci*:*"], subscribe: ["orders:*"], history: ["*"], create: ["ci:eu.*"], command: [join, "*"]}
    subscriptions: [orders, "orders:eu"]
    expires: 2027-01-31T18:00:00+01:00
    description: for the night
`,
      'keys.yaml',
    );
    expect(parsed.ok && parsed.value.get(one.sha256)).toMatchObject({
      subject: 'build server 7',
      clientType: 2,
      grants: { publish: ['ci*:*'], create: ['ci:eu.*'], command: ['join', '*'] },
      subscriptions: ['orders:*', 'orders:eu'],
      expiresAtMs: Date.parse('2027-01-31T17:00:00Z'),
      keyId: 'ci',
    });
  });

  it('may be empty of keys, and of nothing else', () => {
    expect(parseKeyFile('version: 1\nkeys: []\n', 'keys.yaml')).toMatchObject({ ok: true });
    expect(problems('')).toEqual(['1: version is missing', '1: keys is missing']);
    expect(problems('version: 2\nkeys: []\n')).toEqual(['1: version must be 1, not 2']);
  });

  it('tells every problem at its line', () => {
    const text = file(
      entry('k1', one.sha256.toUpperCase()),
      entry('k 2', two.sha256),
      entry('k3', two.sha256, ', grants: {publish: [orders]}'),
      entry('k4', two.sha256, ', colour: red'),
      entry('k5', two.sha256, ', expires: tomorrow'),
      entry('k6', two.sha256, ', grants: {command: ["JOIN"]}'),
      '{id: k7}',
    );
    const lines = problems(text).map((problem) => Number(problem.split(':')[0]));
    expect([...new Set(lines)]).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(problems(text).join('\n')).toMatch(/unknown key "colour"/);
  });

  it('names each key once, and lets none join what it is not granted', () => {
    const text = file(
      entry('k1', one.sha256),
      entry('k1', two.sha256),
      entry('k3', one.sha256),
      entry('k4', 'f'.repeat(64), ', grants: {subscribe: ["orders:eu"]}, subscriptions: ["orders:eu", "orders:*"]'),
    );
    expect(problems(text)).toEqual([
      '4: two keys have the id k1',
      '5: key k3 is written twice',
      '6: key k4 is not granted to subscribe to orders:*',
    ]);
  });

  it('does not repeat a key that was written where its hash belongs', () => {
    const parsed = parseKeyFile(file(entry('k1', one.key)), 'keys.yaml');
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain(one.key.slice(4, 20));
    expect(JSON.stringify(parsed)).toContain('aqk_...');
  });

  it('is read only when nobody else can', () => {
    const directory = mkdtempSync(join(tmpdir(), 'arqonbus-keys-'));
    const path = join(directory, 'keys.yaml');
    writeFileSync(path, file(entry('k1', one.sha256)));
    chmodSync(path, 0o644);
    expect(loadKeyFile(path)).toMatchObject({ ok: false, error: [{ next: [`chmod 600 ${path}`] }] });
    chmodSync(path, 0o600);
    expect(loadKeyFile(path)).toMatchObject({ ok: true });
    rmSync(directory, { recursive: true });
  });

  it('holds a thousand keys and not one more [P8]', () => {
    const keys = Array.from({ length: API_KEYS_MAX + 1 }, (_, index) =>
      entry(`k${index}`, `a${index.toString(16).padStart(63, '0')}`),
    );
    const parsed = parseKeyFile(file(...keys.slice(0, API_KEYS_MAX)), 'keys.yaml');
    expect(parsed.ok && parsed.value.size).toBe(API_KEYS_MAX);
    expect(problems(file(...keys))).toHaveLength(1);
  });
});

describe('the end of a key', () => {
  it.each([
    ['2027-01-31T18:00:00Z', Date.UTC(2027, 0, 31, 18)],
    ['2028-02-29T00:00:00.5Z', Date.UTC(2028, 1, 29, 0, 0, 0, 500)],
    ['2027-02-29T00:00:00Z', null],
    ['2027-02-30T00:00:00Z', null],
    ['2027-13-01T00:00:00Z', null],
    ['2027-01-31T25:00:00Z', null],
    ['2027-01-31T18:00:00', null],
    ['2027-01-31', null],
    ['tomorrow', null],
  ])('%s', (text, ms) => {
    expect(parseInstant(text)).toBe(ms);
  });
});
