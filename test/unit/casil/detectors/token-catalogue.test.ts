import { describe, expect, test } from 'vitest';
import { TOKEN_DETECTORS, TOKEN_FORMATS } from '../../../../src/casil/detectors/token-catalogue.js';
import { Lookout } from '../../../support/casil/corpus/look.js';
import { Rng } from '../../../support/casil/corpus/rng.js';

const lookout = new Lookout(TOKEN_DETECTORS);

function idsIn(text: string): readonly string[] {
  return lookout.inBytes(Buffer.from(text)).map((sighting) => sighting.id);
}

describe('the catalogue of provider tokens [C-DET-1]', () => {
  test('has sixty formats and more, of which each names the page it was defined from', () => {
    expect(TOKEN_FORMATS.length).toBeGreaterThanOrEqual(60);
    for (const { id, source } of TOKEN_FORMATS) expect(source, id).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}\/?/);
  });

  test('calls each format by a name of its own', () => {
    const ids = TOKEN_FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(TOKEN_DETECTORS.map(({ id }) => id)).toEqual(ids);
  });

  test('tells formats apart for people too', () => {
    const titles = TOKEN_FORMATS.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('gives keys of test environments and public identifiers a medium risk, everything else a high one', () => {
    const medium = TOKEN_FORMATS.filter(({ risk }) => risk !== 'high').map(({ id }) => id);
    expect(medium).toEqual([
      'stripe-test-key',
      'braintree-sandbox-token',
      'razorpay-key',
      'flutterwave-test-key',
      'paddle-sandbox-key',
      'lob-test-key',
      'easypost-test-key',
      'shippo-test-token',
      'twilio-account-sid',
    ]);
    expect(TOKEN_FORMATS.filter(({ risk }) => risk === 'low')).toEqual([]);
  });

  test('asks every format for varied bytes, or for a mark in its middle', () => {
    const without = TOKEN_FORMATS.filter(({ entropyMin, lead }) => entropyMin === undefined && lead === undefined);
    expect(without).toEqual([]);
  });

  test('confirms checksums of GitHub and npm, and finds tokens whose checksum does not hold', () => {
    // From the announcement of the format: 30 characters and their checksum.
    const announced = ['zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ', '0mLq17'];
    const sealed = `ghp_${announced.join('')}`;
    const work = verifiedIn(sealed);
    expect(work).toEqual([true]);
    expect(verifiedIn(sealed.replace('0mLq17', '0mLq18'))).toEqual([false]);
    expect(verifiedIn(`npm_${announced.join('')}`)).toEqual([true]);
  });

  test('looks for tokens without a form of their own right behind their name only', () => {
    const key = new Rng(4).hex(32);
    expect(idsIn(`DD_API_KEY=${key}`)).toEqual(['datadog-api-key']);
    expect(idsIn(JSON.stringify({ dd_api_key: key }))).toEqual(['datadog-api-key']);
    expect(idsIn(`DD_API_KEY is missing from the environment; trace ${key}`)).toEqual([]);
    expect(idsIn(key)).toEqual([]);
  });

  test.each([
    ['linode-token', (r: Rng) => `export LINODE_TOKEN=${r.hex(64)}`, (r: Rng) => `linode image sha256:${r.hex(64)}`],
    ['snyk-api-token', (r: Rng) => `snyk auth ${r.uuid()}`, (r: Rng) => `snyk project ${r.uuid()}`],
    ['rollbar-token', (r: Rng) => `"rollbar_access_token": "${r.hex(32)}"`, (r: Rng) => `rollbar item ${r.hex(32)}`],
    [
      'algolia-admin-key',
      (r: Rng) => JSON.stringify({ algoliaAdminKey: r.hex(32) }),
      (r: Rng) => JSON.stringify({ ALGOLIA_SEARCH_API_KEY: r.hex(32), algoliaSearchKey: r.hex(32) }),
    ],
    [
      'adyen-hmac-key',
      (r: Rng) => `ADYEN_HMAC_KEY: '${r.hex(64).toUpperCase()}'`,
      (r: Rng) => `hmac of the file: ${r.hex(64).toUpperCase()}`,
    ],
  ] as const)('tells %s from digests and ids beside the vendor [C-DET-3]', (id, leak, other) => {
    const rng = new Rng(21);
    for (let copy = 0; copy < 50; copy += 1) {
      expect(idsIn(leak(rng))).toEqual([id]);
      expect(idsIn(other(rng))).toEqual([]);
    }
  });

  test('finds tokens next to each other, and each once', () => {
    const rng = new Rng(9);
    const first = `hf_${rng.alnum(34)}`;
    const second = `npm_${rng.alnum(36)}`;
    expect([...idsIn(`${first},${second};${first}`)].sort()).toEqual([
      'huggingface-token',
      'huggingface-token',
      'npm-token',
    ]);
  });
});

function verifiedIn(text: string): readonly boolean[] {
  return lookout.inBytes(Buffer.from(text)).map((sighting) => sighting.verified);
}
