import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, createCidrSet, parseCidr, type Cidr } from '../../../src/base/cidr.js';

function setOf(...texts: string[]) {
  return createCidrSet(
    texts.map((text) => {
      const cidr = parseCidr(text);
      if (cidr === null) throw new Error(`${text} is no range`);
      return cidr;
    }),
  );
}

describe('ranges of addresses [T-TLS-1] [T-ACC-1]', () => {
  it('hold their addresses and no neighbour', () => {
    const set = setOf('10.0.0.0/8', '192.0.2.128/25', '203.0.113.7', '2001:db8::/33', '::1');
    for (const inside of ['10.0.0.0', '10.255.255.255', '192.0.2.128', '203.0.113.7', '2001:db8::', '::1'])
      expect([inside, set.has(inside)]).toEqual([inside, true]);
    for (const outside of [
      ...['9.255.255.255', '11.0.0.0', '192.0.2.127', '203.0.113.6', '203.0.113.8'],
      ...['2001:db8:8000::', '2001:db7:ffff::', '::2', '0.0.0.1', '', 'localhost', '10.0.0.1.', '10.0.0.256'],
    ])
      expect([outside, set.has(outside)]).toEqual([outside, false]);
  });

  it('see one address in all its spellings, and keep IPv4 and IPv6 apart otherwise', () => {
    const set = setOf('10.0.0.0/8', 'fe80::/10');
    for (const spelling of ['::ffff:10.1.2.3', '::FFFF:0a01:0203', '0:0:0:0:0:ffff:10.1.2.3', 'fe80::1%eth0'])
      expect([spelling, set.has(spelling)]).toEqual([spelling, true]);
    expect(setOf('0.0.0.0/0').has('::1')).toBe(false);
    expect(setOf('::/0').has('10.0.0.1')).toBe(false);
    expect(setOf('::ffff:10.0.0.0/104').has('10.9.9.9')).toBe(true);
    expect(setOf('::ffff:10.0.0.0/104').has('11.0.0.1')).toBe(false);
  });

  it.each([
    ...[
      '',
      '/8',
      '10.0.0.0/',
      '10.0.0.0/33',
      '10.0.0.0/-1',
      '10.0.0.0/08',
      '10.0.0.0/8/8',
      '10.0.0.0/8 ',
      ' 10.0.0.0/8',
    ],
    ...['10.0.0.1/8', '010.0.0.0/8', '10.0.0/8', '0x0a.0.0.0/8', 'fe80::1%eth0', '2001:db8::1/32', '2001:db8::/129'],
    ...['::ffff:10.0.0.0/95', '::1::', 'example.com', '*'],
  ])('are not written as %j', (text) => {
    expect(parseCidr(text)).toBeNull();
  });

  it('agree with the platform on random ranges and addresses', () => {
    const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 });
    // Close addresses, so that both answers are common.
    const near = fc.array(fc.constantFrom(0, 1, 127, 128, 255), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.oneof(octets, near), fc.oneof(octets, near), fc.integer({ min: 0, max: 32 }), (net, at, bits) => {
        const masked = net.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - index * 8))) & 0xff);
        const list = new BlockList();
        list.addSubnet(masked.join('.'), bits, 'ipv4');
        expect(setOf(`${masked.join('.')}/${bits}`).has(at.join('.'))).toBe(list.check(at.join('.'), 'ipv4'));
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });

  it('agree with the platform on IPv6 too', () => {
    const groups = fc.array(fc.constantFrom(0, 1, 0x7fff, 0x8000, 0xffff, 0x2001), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, groups, fc.integer({ min: 0, max: 128 }), (net, at, bits) => {
        const masked = net.map((group, index) => {
          const kept = Math.min(16, Math.max(0, bits - index * 16));
          return group & (0xffff0000 >> kept) & 0xffff;
        });
        const written = (list: readonly number[]) => list.map((group) => group.toString(16)).join(':');
        const list = new BlockList();
        list.addSubnet(written(masked), bits, 'ipv6');
        const mapped = at.slice(0, 5).every((group) => group === 0) && at[5] === 0xffff;
        fc.pre(!mapped && !(masked.slice(0, 5).every((group) => group === 0) && masked[5] === 0xffff));
        expect(setOf(`${written(masked)}/${bits}`).has(written(at))).toBe(list.check(written(at), 'ipv6'));
      }),
      { seed: 6, numRuns: 2_000 },
    );
  });

  it('are none when there are none', () => {
    const none: readonly Cidr[] = [];
    expect(createCidrSet(none).size).toBe(0);
    expect(createCidrSet(none).has('127.0.0.1')).toBe(false);
  });
});

describe('one text per address [T-LIM-1]', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['::FFFF:7f00:1', '127.0.0.1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['localhost', null],
    ['127.0.0.01', null],
    ['', null],
  ])('%j is %j', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical);
  });
});
