import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberOf, parseJsonObject } from '../../../../src/auth/jwt/strict-json.js';

const parse = (text: string) => parseJsonObject(Buffer.from(text, 'utf8'));

describe('strict JSON objects [T-AUTH-1]', () => {
  it.each([
    ['{"exp":1,"exp":2}'],
    ['{"exp":1,"\\u0065xp":2}'],
    ['{"a":{"b":1,"b":1}}'],
    ['{"a":[{"b":1},{"b":1,"c":{},"b":2}]}'],
    ['{"a":"}","a":1}'],
    ['{"":1,"":2}'],
    ['{"__proto__":1,"__proto__":2}'],
    ['{"a\\"":1,"a\\u0022":2}'],
  ])('refuses a name that stands twice: %s', (text) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
    expect(parse(text)).toBeNull();
  });

  it.each([
    ['{"a":{"a":{"a":1}}}'],
    ['{"a":"a","b":"a"}'],
    ['{"a":["a","a","b"],"b":[{"a":1},{"a":1}]}'],
    ['{"a":"{\\"b\\":1,\\"b\\":2}"}'],
    ['{"A":1,"a":2}'],
    [' {\t"a" : [ ] ,\n"b" : { } } '],
  ])('reads %s as JSON.parse does', (text) => expect(parse(text)).toEqual(JSON.parse(text)));

  it.each(['', 'null', '1', '"a"', '[]', '[{}]', '{', '{}{}', "{'a':1}", '{"a":1,}', '\u{feff}{}', '{"a":NaN}'])(
    'refuses %j, which is no object',
    (text) => expect(parse(text)).toBeNull(),
  );

  it('refuses what is not UTF-8', () => {
    expect(parseJsonObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
    // An overlong `"`.
    expect(parseJsonObject(Buffer.from([0x7b, 0xc0, 0xa2, 0x61, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
  });

  it('bounds nesting: 16 levels, not 17', () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(parse(nested(16))).not.toBeNull();
    expect(parse(nested(17))).toBeNull();
    expect(parse(nested(4000))).toBeNull();
  });

  it('gives an object its own members only', () => {
    expect(memberOf({ a: 1 }, 'a')).toBe(1);
    for (const inherited of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(memberOf({ a: 1 }, inherited)).toBeUndefined();
    }
    expect(memberOf(parse('{"__proto__":7}') ?? {}, '__proto__')).toBe(7);
  });

  it('law: what JSON.stringify writes of an object is read back, and with any name repeated it is refused', () => {
    const json = fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 6 });
    fc.assert(
      fc.property(json, fc.nat(), (object, pick) => {
        const text = JSON.stringify(object);
        expect(parse(text)).toEqual(JSON.parse(text));
        const names = Object.keys(object);
        const name = names[pick % names.length] ?? '';
        expect(parse(`${text.slice(0, -1)},${JSON.stringify(name)}:0}`)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
