import { describe, expect, it } from 'vitest';
import { ipAddress } from '../../../../../src/casil/detectors/personal-data/ip-address.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

itKeepsTheLaws(ipAddress, [
  '1.',
  '91.2.3.4,',
  '1.2.3.4,',
  '1.1.1.1.',
  '1:',
  '1:.',
  '::',
  '::.',
  '1::',
  'a::b ',
  'fd',
  'fd12:',
  'fd12:.',
  'fc fd ',
  '2001:db8::1 ',
  '2001:',
  'fe80:',
  '123 ',
]);

describe('ip-address [C-DET-1]', () => {
  it.each([
    ['192.168.1.42', '192.168.1.42'],
    ['10.0.0.1:8080', '10.0.0.1'],
    ['http://203.0.113.7/x', '203.0.113.7'],
    ['10.0.0.0/8', '10.0.0.0'],
    ['10.0.0.1-10.0.0.9', '10.0.0.1'],
    ['"ip":"84.112.9.250"', '84.112.9.250'],
    ['8.26.56.26.', '8.26.56.26'],
    ['client 172.16.254.1, next', '172.16.254.1'],
    ['user@84.112.9.250', '84.112.9.250'],
    ['ip:84.112.9.250', '84.112.9.250'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['2001:0DB8:85a3:0000:0000:8a2e:0370:7334', '2001:0DB8:85a3:0000:0000:8a2e:0370:7334'],
    ['2a02:1210:3ab4:6d00:1c8e:5d0f:9b8a:1', '2a02:1210:3ab4:6d00:1c8e:5d0f:9b8a:1'],
    ['2606:4700:4700::1111.', '2606:4700:4700::1111'],
    ['fe80::1ff:fe23:4567:890a%eth0', 'fe80::1ff:fe23:4567:890a'],
    ['FE80:0:0:0:1ff:fe23:4567:890a', 'FE80:0:0:0:1ff:fe23:4567:890a'],
    ['fd12:3456:789a:1::1', 'fd12:3456:789a:1::1'],
    ['fc00:1:2:3:4:5:6:7', 'fc00:1:2:3:4:5:6:7'],
    ['::ffff:84.112.9.250', '::ffff:84.112.9.250'],
    ['64:ff9b::84.112.9.250', '64:ff9b::84.112.9.250'],
    ['2001:db8::/32', '2001:db8::'],
    ['peer:2001:db8::1', '2001:db8::1'],
    ['addr 2001:db8::1: ok', '2001:db8::1'],
  ])('finds the address of %s', (line, address) => {
    expect(textsFound(ipAddress, line)[0]).toBe(address);
    expect(textsFound(ipAddress, `{"text":"${line}"}`)[0]).toBe(address);
  });

  it.each([
    '127.0.0.1',
    '127.1.2.3:7410',
    '0.0.0.0',
    '255.255.255.0',
    '224.0.0.1',
    '::1',
    '::',
    '[::1]:7410',
    '::ffff:127.0.0.1',
    '1.2.3',
    '91.2.3.4.5',
    'v91.2.3.4',
    'version 91.2.3.4',
    '"version":"91.2.3.4"',
    '91.2.3.4-beta',
    'Chrome/120.0.6099.1',
    'Chrome/120.0.0.0',
    'Assembly, Version=4.0.0.0',
    '256.1.1.1',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.1000',
    'OID 1.3.101.112',
    'section 17.6.1.2',
    'Fixes since 1.5.4.7',
    'see 3.3.2.11',
    '3.14159',
    '12:30:45',
    '2026-05-20T10:30:45',
    '00:1a:2b:3c:4d:5e',
    'std::vector',
    'a::b',
    'Dead::Beef',
    'Foo::Bar::Baz',
    '2001:db8',
    '2001:db8:::1',
    '2001:db8::1::2',
    '2001:db8::g',
    '2001:db8::12345',
    'fd12:3456',
    'fdatasync fcntl',
    '1.5.2',
    'ratio 16:9',
    'abcd::1234',
  ])('stays silent on %s [C-DET-3]', (line) => {
    expect(textsFound(ipAddress, line)).toEqual([]);
    expect(textsFound(ipAddress, `{"text":"${line}"}`)).toEqual([]);
  });
});
