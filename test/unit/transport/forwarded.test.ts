import { describe, expect, test } from 'vitest';
import { createCidrSet, parseCidr } from '../../../src/base/cidr.js';
import { parseForwarded } from '../../../src/transport/forwarded-header.js';
import { resolveClient } from '../../../src/transport/forwarded.js';

const TRUSTED = createCidrSet(
  ['10.0.0.0/8', '2001:db8:aaaa::/48'].map((text) => {
    const cidr = parseCidr(text);
    if (cidr === null) throw new Error(text);
    return cidr;
  }),
);
const PROXY = { address: '10.0.0.1', encrypted: false };

function addressOf(headers: Record<string, string>, peer = PROXY): string {
  const client = resolveClient(peer, headers, TRUSTED);
  return client.ok ? client.value.address : client.error.reason;
}

function isSecure(headers: Record<string, string>, peer = PROXY): boolean {
  const client = resolveClient(peer, headers, TRUSTED);
  return client.ok && client.value.secure;
}

describe('the client of a request [T-TLS-1]', () => {
  test('is the TCP peer where that is no trusted proxy, whatever its headers say', () => {
    for (const address of ['192.0.2.9', '11.0.0.1', '127.0.0.1', '::1']) {
      const peer = { address, encrypted: false };
      const headers = {
        'x-forwarded-for': '198.51.100.1',
        'x-forwarded-proto': 'https',
        forwarded: 'for=198.51.100.1;proto=https',
      };
      expect(resolveClient(peer, headers, TRUSTED)).toEqual({
        ok: true,
        value: { address, viaProxy: false, secure: false },
      });
      // Not even a malformed header matters.
      expect(addressOf({ 'x-forwarded-for': 'nonsense' }, peer)).toBe(address);
    }
    expect(isSecure({}, { address: '192.0.2.9', encrypted: true })).toBe(true);
    expect(isSecure({ 'x-forwarded-proto': 'http' }, { address: '192.0.2.9', encrypted: true })).toBe(true);
  });

  test('has one name however the system writes it', () => {
    expect(addressOf({}, { address: '::ffff:192.0.2.9', encrypted: false })).toBe('192.0.2.9');
    expect(addressOf({ 'x-forwarded-for': '192.0.2.9' }, { address: '::ffff:10.0.0.1', encrypted: false })).toBe(
      '192.0.2.9',
    );
    expect(addressOf({ 'x-forwarded-for': '2001:DB8:0::1' })).toBe('2001:db8::1');
  });

  test.each([
    ['198.51.100.1', '198.51.100.1'],
    ['203.0.113.5, 198.51.100.1', '198.51.100.1'],
    ['203.0.113.5,198.51.100.1 , 10.0.0.7', '198.51.100.1'],
    ['198.51.100.1, 10.0.0.7, 2001:db8:aaaa::1', '198.51.100.1'],
    // All are ours: the first of them is where it began.
    ['10.9.9.9, 10.0.0.7', '10.9.9.9'],
    // What the client wrote itself is not read.
    ['nonsense, 198.51.100.1', '198.51.100.1'],
    ['198.51.100.1:4711', '198.51.100.1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
  ])('is the rightmost untrusted entry of X-Forwarded-For: %s', (list, address) => {
    expect(addressOf({ 'x-forwarded-for': list })).toBe(address);
  });

  test.each([
    ...['', ' ', 'unknown', '_hidden', 'localhost', '198.51.100', '198.51.100.256', '0198.51.100.1', '1e3'],
    ...['198.51.100.1,', ', 10.0.0.7', '198.51.100.1 203.0.113.5', '198.51.100.1:99999999', '[198.51.100.1]'],
    ...['fe80::1%eth0', '[2001:db8::1', '2001:db8::1]', 'for=198.51.100.1', '198.51.100.1; 10.0.0.1'],
  ])('is nobody where a trusted proxy writes X-Forwarded-For: %j', (list) => {
    expect(addressOf({ 'x-forwarded-for': list })).toBe('forwarded');
  });

  test.each([
    ['for=198.51.100.1', '198.51.100.1'],
    ['For="198.51.100.1:4711"', '198.51.100.1'],
    ['for="[2001:db8::1]:4711";proto=https;by=10.0.0.1', '2001:db8::1'],
    ['for=203.0.113.5, for=198.51.100.1;by=10.0.0.2, for=10.0.0.7', '198.51.100.1'],
    ['for="_mdn", for=198.51.100.1', '198.51.100.1'],
    ['proto=https', 'forwarded'],
    ['for=unknown', 'forwarded'],
    ['for="_mdn"', 'forwarded'],
    ['for=198.51.100.1, for=10.0.0.7, proto=https', 'forwarded'],
    ['for=2001:db8::1', 'forwarded'],
    ['for=198.51.100.1;for=203.0.113.5', 'forwarded'],
    ['for="198.51.100.1', 'forwarded'],
    ['for=', 'forwarded'],
    ['', 'forwarded'],
    ['198.51.100.1', 'forwarded'],
  ])('is the rightmost untrusted element of Forwarded: %s', (header, address) => {
    expect(addressOf({ forwarded: header })).toBe(address);
  });

  test('is nobody where the two headers disagree: one of them is the client writing about itself', () => {
    const list = '198.51.100.1';
    expect(addressOf({ 'x-forwarded-for': list, forwarded: 'for=198.51.100.1' })).toBe(list);
    expect(addressOf({ 'x-forwarded-for': list, forwarded: 'for=203.0.113.5' })).toBe('forwarded');
    expect(addressOf({ 'x-forwarded-for': list, forwarded: 'nonsense' })).toBe('forwarded');
  });

  test('is the proxy itself where it says nothing', () => {
    expect(resolveClient(PROXY, {}, TRUSTED)).toEqual({
      ok: true,
      value: { address: '10.0.0.1', viaProxy: true, secure: false },
    });
  });

  test('came encrypted when the trusted proxy says so of every hop, and only then', () => {
    const from = { 'x-forwarded-for': '198.51.100.1' };
    for (const proto of ['https', 'HTTPS', 'wss', 'https, https'])
      expect([proto, isSecure({ ...from, 'x-forwarded-proto': proto })]).toEqual([proto, true]);
    for (const proto of ['http', 'ws', '', 'https, http', 'http, https', 'httpsx', 'https;'])
      expect([proto, isSecure({ ...from, 'x-forwarded-proto': proto })]).toEqual([proto, false]);
    expect(isSecure(from)).toBe(false);
    // Encryption between the proxy and us says nothing about the client's side.
    expect(isSecure(from, { ...PROXY, encrypted: true })).toBe(false);
    expect(isSecure({ forwarded: 'for=198.51.100.1;proto=https' })).toBe(true);
    expect(isSecure({ forwarded: 'for=198.51.100.1;proto=http' })).toBe(false);
    expect(isSecure({ forwarded: 'for=198.51.100.1;proto=https, for=10.0.0.7;proto=http' })).toBe(false);
    // The client's own word on itself is left of the client.
    expect(isSecure({ forwarded: 'for=1.1.1.1;proto=https, for=198.51.100.1' })).toBe(false);
    expect(isSecure({ forwarded: 'for=198.51.100.1;proto=https', 'x-forwarded-proto': 'http' })).toBe(false);
  });
});

describe('the Forwarded header [RFC 7239]', () => {
  test('is read with quotes, escapes and all its separators', () => {
    expect(parseForwarded('for="_gaz\\"elle" ;  proto=http , For="[2001:db8::17]"')).toEqual([
      { for: '_gaz"elle', proto: 'http' },
      { for: '[2001:db8::17]' },
    ]);
    expect(parseForwarded('by=a;host=b')).toEqual([{}]);
  });

  test('costs time in proportion to its length', () => {
    const hostile = [
      `for="${'\\"'.repeat(8_000)}`,
      `for=${'a'.repeat(16_000)}"`,
      ' '.repeat(16_000),
      'a=b;'.repeat(4_000),
    ];
    for (const text of hostile) {
      // The fastest of some tries: what others do on the machine is not its cost.
      const triesMs = Array.from({ length: 5 }, () => {
        const startMs = performance.now();
        expect(parseForwarded(text)).toBeNull();
        return performance.now() - startMs;
      });
      expect(Math.min(...triesMs)).toBeLessThan(50);
    }
  });
});
