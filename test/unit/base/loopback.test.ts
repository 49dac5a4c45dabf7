import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from '../../../src/base/loopback.js';

describe('loopback [P6]', () => {
  it.each(['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::FFFF:127.1.2.3'])(
    'takes the address %s',
    (address) => expect(isLoopbackAddress(address)).toBe(true),
  );

  it.each([
    '',
    '0.0.0.0',
    '10.0.0.1',
    '128.0.0.1',
    '127.0.0',
    '127.0.0.256',
    '127.evil.example',
    '::',
    '::2',
    '::ffff:10.0.0.1',
  ])('does not take the address %j', (address) => expect(isLoopbackAddress(address)).toBe(false));

  it.each(['localhost', 'LOCALHOST', 'bus.localhost', '[::1]', '127.0.0.1', '::1'])('takes the host %s', (host) =>
    expect(isLoopbackHost(host)).toBe(true),
  );

  it.each(['', 'localhost.evil.example', 'notlocalhost', '[::2]', '0.0.0.0', '127.0.0.1.evil.example', 'localhost.'])(
    'does not take the host %j',
    (host) => expect(isLoopbackHost(host)).toBe(false),
  );
});
