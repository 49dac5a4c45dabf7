import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap, wrap, WRAPPINGS } from '../../../../src/casil/testing/wrapping.js';

describe('wrapping [C-DET-2]', () => {
  it.each(WRAPPINGS)('%s gives back what was wrapped', (wrapping) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const wrapped = wrap(Buffer.from(text), wrapping);
        expect(wrapped.ok && unwrap(wrapped.value, wrapping)?.toString()).toBe(text);
      }),
    );
  });

  it.each(['raw', 'protobuf', 'base64'] as const)('%s holds any bytes, also long ones', (wrapping) => {
    const bytes = Buffer.from([0xff, 0, 0x80, ...Array.from({ length: 20_000 }, (_, index) => index & 0xff)]);
    const wrapped = wrap(bytes, wrapping);
    expect(wrapped.ok && unwrap(wrapped.value, wrapping)).toEqual(bytes);
  });

  it.each(['json', 'json-escaped'] as const)('%s refuses what is no text', (wrapping) => {
    expect(wrap(Buffer.from([0xff]), wrapping)).toMatchObject({ ok: false });
  });

  it('hides the content from a plain search where it is escaped or encoded, and only there', () => {
    const content = Buffer.from('a secret of some length');
    const holds = WRAPPINGS.map((wrapping) => {
      const wrapped = wrap(content, wrapping);
      return wrapped.ok && wrapped.value.includes(content);
    });
    expect(Object.fromEntries(WRAPPINGS.map((wrapping, index) => [wrapping, holds[index]]))).toEqual({
      raw: true,
      json: true,
      'json-escaped': false,
      protobuf: true,
      base64: false,
    });
  });

  it('cannot be taken off where it is broken', () => {
    for (const wrapping of ['json', 'json-escaped', 'base64', 'protobuf'] as const) {
      for (const broken of ['', '{', 'null', '{"data":1}', '\u0008*\u001a', '\u0008*\u001a\u0005ab']) {
        expect(unwrap(Buffer.from(broken), wrapping)).toBeNull();
      }
    }
    expect(unwrap(Buffer.from([0xff]), 'json')).toBeNull();
  });
});
