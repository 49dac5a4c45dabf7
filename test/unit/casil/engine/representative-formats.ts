/** Shapes of formats the engine has to carry, one of each kind; the real ones have tests of their own. */
import { hasCrc32Suffix, signCrc32Suffix } from '../../../../src/casil/engine/checksum.js';
import type { TokenFormat } from '../../../../src/casil/engine/token-format.js';

const shared = { title: 'made up', source: 'none', risk: 'high' } as const;

/** Fixed length, uppercase, next to nothing but itself. */
export const ACCESS_KEY: TokenFormat = {
  ...shared,
  id: 'access-key',
  prefixes: ['AKIA', 'ASIA'],
  body: [{ set: 'base32', min: 16, max: 16 }],
  entropyMin: 2.8,
};

/** A checksum at its end. */
export const CHECKSUMMED: TokenFormat = {
  ...shared,
  id: 'checksummed',
  prefixes: ['ghp_', 'gho_'],
  body: [{ set: 'alnum', min: 36, max: 36 }],
  checksum: (token, start, end) => hasCrc32Suffix(token, start, end, 4),
  sign: (token) => signCrc32Suffix(token, 4),
};

/** A prefix that the body's alphabet contains, several long runs, one separator. */
export const DOTTED: TokenFormat = {
  ...shared,
  id: 'dotted',
  prefixes: ['eyJ'],
  body: [
    { set: 'base64url', min: 10, max: 2000 },
    { literal: '.' },
    { set: 'base64url', min: 10, max: 2000 },
    { literal: '.' },
    { set: 'base64url', min: 10, max: 500 },
  ],
};

/** Open-ended and measured: the shape that could be measured over and over. */
export const OPEN_ENDED: TokenFormat = {
  ...shared,
  id: 'open-ended',
  prefixes: ['sk-', 'sk-proj-'],
  body: [{ set: 'base64url', min: 20, max: 300 }],
  entropyMin: 3.5,
};

/** Silent about what people write in its place. */
export const WITH_PLACEHOLDERS: TokenFormat = {
  ...shared,
  id: 'with-placeholders',
  prefixes: ['glimt-'],
  body: [{ set: 'base64url', min: 20, max: 300 }],
  notAfter: 'alnum',
  entropyMin: 2.8,
  placeholderIn: (bytes, start, end) => Buffer.from(bytes).subarray(0, end).indexOf('xxxx', start),
};

/** Prefix in any case, alternatives, something optional, a fixed end. */
export const MIXED: TokenFormat = {
  ...shared,
  id: 'mixed',
  prefixes: ['Hook-'],
  ignoreCase: true,
  body: [
    { oneOf: ['Live:', 'Test:'] },
    { set: 'digits', min: 4, max: 8 },
    { optional: ['-eu', '-us'] },
    { literal: '#' },
    { set: 'lower-hex', min: 12, max: 12 },
    { literal: '==' },
  ],
};

/** No prefix of its own. */
export const BY_CONTEXT: TokenFormat = {
  ...shared,
  id: 'by-context',
  prefixes: [],
  context: { words: ['acme', 'acme_secret'], contextBytes: 24 },
  body: [{ set: 'base64', min: 40, max: 40 }],
  entropyMin: 3.8,
};

/** Marked in its middle. */
export const LED: TokenFormat = {
  ...shared,
  id: 'led',
  lead: [{ oneOf: ['bot', 'app'] }, { set: 'digits', min: 8, max: 10 }],
  prefixes: [':AA'],
  body: [{ set: 'base64url', min: 33, max: 33 }],
};

export const FORMATS: readonly TokenFormat[] = [
  ACCESS_KEY,
  CHECKSUMMED,
  DOTTED,
  OPEN_ENDED,
  MIXED,
  BY_CONTEXT,
  LED,
  WITH_PLACEHOLDERS,
];

/** Integers in [0, below), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
