/** What browsers load: small, free of Node and of code made at run time, with the exports of Node's entry. [S-SDK-1] */
import { expect, test } from 'vitest';
import { bundleClient } from '../../../scripts/bundle-client.mjs';
import * as browser from '../../../src/client/browser.js';
import * as node from '../../../src/client/index.js';

/** The goal is about 16 KB; past this something was added that browsers should not pay for. */
const GZIP_BYTES_MAX = 17_400;

test('[S-SDK-1] the bundle is small and made of nothing but the SDK, base and the small codec', async () => {
  const { gzipBytes, inputs } = await bundleClient();
  expect(gzipBytes).toBeLessThanOrEqual(GZIP_BYTES_MAX);
  const allowed = /^(src\/client\/|src\/base\/|src\/protocol\/|node_modules\/uuidv7\/)/;
  expect(inputs.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  const paths = inputs.map(({ path }) => path).join('\n');
  expect(paths).not.toMatch(/generated\/codec|socket-node|protobufjs/);
});

test('[S-SDK-1] the bundle imports nothing and makes no code at run time', async () => {
  const text = Buffer.from((await bundleClient()).code).toString();
  expect(text).not.toMatch(/\bfrom\s*["']|\bimport\s*["'(]|\brequire\s*\(/);
  expect(text).not.toMatch(/\beval\s*\(|\bFunction\s*\(|setTimeout\s*\(\s*["'`]/);
  expect(text).not.toMatch(/node:|\bprocess\.|\bBuffer\b/);
});

test('[S-SDK-1] both entries export the same names', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
  expect(Object.keys(node)).toContain('connect');
});
