import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonWalker, JSON_DEPTH_MAX } from '../../../../src/casil/surfaces/json-walker.js';
import { JSON_PATH_CHARS_MAX, pathAt } from '../../../../src/casil/surfaces/json-path.js';

const walker = new JsonWalker();

function leaves(json: string, yieldsKeys = false): string[] {
  const bytes = Buffer.from(json);
  walker.reset(bytes, 0, bytes.length, yieldsKeys);
  const found: string[] = [];
  while (walker.next()) found.push(`${walker.kind} ${bytes.toString('utf8', walker.start, walker.end)}`);
  return found;
}

function path(json: string, value: string): string {
  const bytes = Buffer.from(json);
  return pathAt(bytes, 0, bytes.length, bytes.indexOf(value));
}

describe('the JSON walker yields [C-SURF-2]', () => {
  it('every scalar value, in order', () => {
    const json = ' {"a" : "b\\"c", "d":[1,-2.5e+3,true,false,null,[],{}],"e":{"f":""}} ';
    expect(leaves(json)).toEqual([
      'string b\\"c',
      'number 1',
      'number -2.5e+3',
      'literal true',
      'literal false',
      'literal null',
      'string ',
    ]);
    expect(walker.malformed).toBe(false);
    expect(leaves(json, true).filter((leaf) => leaf.startsWith('key'))).toEqual(['key a', 'key d', 'key e', 'key f']);
  });

  it('documents in a row', () => {
    expect(leaves('{"a":1}\n{"a":2}\n3')).toEqual(['number 1', 'number 2', 'number 3']);
    expect(walker.malformed).toBe(false);
  });

  it('what there is of JSON that ends too early', () => {
    for (const [json, expected] of [
      ['{"a":"b', ['string b']],
      ['{"a":"b\\', ['string b\\']],
      ['[12', ['number 12']],
      ['[tr', []],
      ['{"a', ['string a']],
    ] as const) {
      expect(leaves(json)).toEqual(expected);
      expect(walker.malformed).toBe(false);
    }
  });

  it.each([
    ['[info] x'],
    ['{a:1}'],
    ['[1 2]'],
    ['{"a" 1}'],
    ['["a":1]'],
    ['{1}'],
    ['{"a"}'],
    ['{"a":1 "b":2}'],
    ['[1}'],
    ['{"a":1]'],
    [']'],
    [',1'],
    ['[1,,2]'],
    ['[-]'],
    ['[truth]'],
    ['12:30'],
    ['{"a":1,2}'],
  ])('that %s is no JSON', (json) => {
    leaves(json);
    expect(walker.malformed).toBe(true);
  });

  it('the values of any JSON, whatever its spacing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const expected: unknown[] = [];
        collect(value, expected);
        const found = leaves(json).map((leaf) => {
          const [kind, text] = [leaf.slice(0, leaf.indexOf(' ')), leaf.slice(leaf.indexOf(' ') + 1)];
          return JSON.parse(kind === 'string' ? `"${text}"` : text) as unknown;
        });
        expect(found).toEqual(JSON.parse(JSON.stringify(expected)));
        expect(walker.malformed).toBe(false);
        expect(walker.depth).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('something of any bytes, and ends [P8]', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 40 }), (bytes, text) => {
        const mixed = Buffer.concat([Buffer.from('{"a":['), bytes, Buffer.from(text)]);
        walker.reset(mixed, 0, mixed.length, true);
        let last = 0;
        while (walker.next()) {
          expect(walker.start).toBeGreaterThanOrEqual(last);
          expect(walker.end).toBeLessThanOrEqual(mixed.length);
          last = walker.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('values below the depth whose keys are kept, without calling them malformed', () => {
    const depth = 3 * JSON_DEPTH_MAX;
    expect(leaves(`${'['.repeat(depth)}1,{"a":2,"b":[3,4]}${']'.repeat(depth)}`)).toEqual([
      'number 1',
      'number 2',
      'number 3',
      'number 4',
    ]);
    expect(walker.malformed).toBe(false);
  });
});

/** Scalars in the order of JSON.stringify. */
function collect(value: unknown, into: unknown[]): void {
  if (typeof value !== 'object' || value === null) into.push(value);
  else for (const item of Object.values(value)) collect(item, into);
}

describe('a JSON path names', () => {
  const json =
    '{"customer":{"emails":["a","bb",{"odd key":"ccc"}],"t\\u00e4g":"dddd","x\\"]":1},"e":{},"f":[[0,"eeeee"]]}';

  it.each([
    ['bb', '$.customer.emails[1]'],
    ['ccc', '$.customer.emails[2]["odd key"]'],
    ['odd key', '$.customer.emails[2]["odd key"]'],
    ['dddd', '$.customer["t?u00e4g"]'],
    ['1}', '$.customer["x??]"]'],
    ['eeeee', '$.f[0][1]'],
  ])('where %s stands: %s', (value, expected) => {
    expect(path(json, value)).toBe(expected);
  });

  it('the root where there is no value', () => {
    expect(path('42', '42')).toBe('$');
    expect(pathAt(Buffer.from('{}'), 0, 2, 1)).toBe('$');
    expect(pathAt(Buffer.alloc(0), 0, 0, 0)).toBe('$');
  });

  it('no more than fits, in safe characters', () => {
    const long = `${'{"a_long_key_that_repeats":'.repeat(30)}"v"${'}'.repeat(30)}`;
    expect(path(long, '"v"')).toHaveLength(JSON_PATH_CHARS_MAX);
    expect(path(`{"${'k'.repeat(100)}":"v"}`, '"v"')).toBe(`$["${'k'.repeat(64)}..."]`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        const bytes = Buffer.from(JSON.stringify({ [key]: 'v' }));
        const shown = pathAt(bytes, 0, bytes.length, bytes.length - 3);
        expect(shown).toMatch(/^\$[ -~]{1,199}$/);
      }),
      { numRuns: 200 },
    );
  });
});
