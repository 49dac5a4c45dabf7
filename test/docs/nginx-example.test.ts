import { expect, it } from 'vitest';
import { FORWARDING_LINES, WEBSOCKET_LINES } from '../support/nginx.js';
import { blocks, readDocument } from './markdown.js';

it('the lines for nginx are those that test/integration/proxy.test.ts runs [T-TLS-1] [CON IX.8]', () => {
  const [shown, ...others] = blocks(readDocument('docs/security.md').text).filter(
    ({ language }) => language === 'nginx',
  );
  expect(others).toEqual([]);
  const lines = shown?.text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const passing = ['location / {', 'proxy_pass http://127.0.0.1:7410;', ...WEBSOCKET_LINES, ...FORWARDING_LINES, '}'];
  expect(lines).toEqual(passing);
});
