import { describe, expect, it } from 'vitest';
import { formatUrl } from '../../../src/server/url.js';

describe('URL of a bound address', () => {
  it.each([
    ['ws', '127.0.0.1', 'ws://127.0.0.1:7410'],
    ['http', 'localhost', 'http://localhost:7410'],
    ['ws', '::1', 'ws://[::1]:7410'],
    ['http', '::ffff:127.0.0.1', 'http://[::ffff:127.0.0.1]:7410'],
  ] as const)('%s %s is %s', (scheme, host, url) => {
    expect(formatUrl(scheme, { host, port: 7410 })).toBe(url);
    expect(URL.canParse(url)).toBe(true);
  });
});
