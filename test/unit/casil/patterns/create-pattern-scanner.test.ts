import { describe, expect, it } from 'vitest';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { createPatternScanner } from '../../../../src/casil/patterns/create-pattern-scanner.js';
import { compiled, PLENTY_OF_WORK, scanWith, textsFound } from '../../../support/casil/patterns.js';
import { Random } from '../../../support/protocol/random.js';

describe('[C-PAT-1] scanning', () => {
  it('reports where matches lie in bytes, not in characters', () => {
    const text = Buffer.from('日本 EMP-123456 é');
    const start = text.indexOf('EMP');
    expect(scanWith([compiled('EMP-\\d{6}')], text).found).toEqual([[{ start, end: start + 10 }]]);
  });

  it('looks at its range only: neither matches nor boundaries reach outside', () => {
    const text = Buffer.from('aEMP-12a');
    const patterns = ['EMP-\\d+', '^EMP', '\\bEMP', '\\d+$', '\\d\\b', 'EMP-12a', 'aEMP'].map((regex) =>
      compiled(regex),
    );
    expect(scanWith(patterns, text, 1, 7).found).toEqual([
      [{ start: 1, end: 7 }],
      [{ start: 1, end: 4 }],
      [{ start: 1, end: 4 }],
      [{ start: 5, end: 7 }],
      [{ start: 6, end: 7 }],
      [],
      [],
    ]);
    expect(scanWith(patterns, text, 3, 3).found.flat()).toEqual([]);
  });

  it.each([
    ['.', Buffer.from([0xc3, 0x28]), ['28']],
    ['.', Buffer.from([0xe0, 0x80, 0x80]), []],
    ['.', Buffer.from([0xed, 0xa0, 0x80]), []],
    ['.', Buffer.from([0xf4, 0x90, 0x80, 0x80]), []],
    ['.', Buffer.from([0xf0, 0x9f, 0x98]), []],
    ['[^a]', Buffer.from([0xff, 0xfe, 0x62]), ['62']],
    ['a\\W', Buffer.from([0x61, 0x80, 0x61, 0x20]), ['6120']],
    ['.', Buffer.from([0xf4, 0x8f, 0xbf, 0xbf]), ['f48fbfbf']],
  ])('%s takes whole, valid characters only: %j', (regex, bytes, found) => {
    const ranges = scanWith([compiled(regex)], bytes).found[0] ?? [];
    expect(ranges.map(({ start, end }) => bytes.toString('hex', start, end))).toEqual(found);
  });

  it('takes every character of a range and none beside it', () => {
    for (const [low, high] of [
      [0x7e, 0x81],
      [0x7f0, 0x810],
      [0xd7f0, 0xe00f],
      [0xfff0, 0x1000f],
      [0x1f5ff, 0x20003],
    ] as const) {
      const pattern = compiled(`[\\x{${low.toString(16)}}-\\x{${high.toString(16)}}]`);
      for (let char = low - 20; char <= high + 20; char += 1) {
        if (char >= 0xd800 && char <= 0xdfff) continue;
        const found = scanWith([pattern], Buffer.from(String.fromCodePoint(char))).found[0] ?? [];
        expect(found.length, char.toString(16)).toBe(char >= low && char <= high ? 1 : 0);
      }
    }
  });

  it('throws on no bytes', () => {
    const random = new Random(5);
    const patterns = ['.+', '\\W\\w', '[^x]{3}', '\\bé|[à-ÿ]+', '^.', '.$'].map((regex) => compiled(regex));
    for (let round = 0; round < 300; round += 1) {
      const bytes = random.bytes(random.below(200));
      for (const { start, end } of scanWith(patterns, bytes).found.flat()) {
        expect(bytes.subarray(start, end).toString('utf8')).not.toContain('\ufffd');
      }
    }
  });

  it('matches longer than any buffer it keeps', () => {
    const text = `x${'a'.repeat(600_000)}b`;
    expect(textsFound('a+b', text)).toEqual([text.slice(1)]);
    expect(textsFound('xa{3}', text)).toEqual(['xaaa']);
  });

  it('can be used again, over other texts and after it was stopped', () => {
    const work = new WorkBudget();
    const scanner = createPatternScanner([compiled('a\\d'), compiled('b\\d')]);
    const heard: string[] = [];
    const scan = (text: string, stopAfter: number): string[] => {
      work.reset(PLENTY_OF_WORK);
      heard.length = 0;
      const bytes = Buffer.from(text);
      scanner.scan(bytes, 0, bytes.length, work, ({ spec }, { start, end, verified }) => {
        heard.push(`${spec.regex} ${bytes.toString('latin1', start, end)} ${verified}`);
        return heard.length < stopAfter;
      });
      return [...heard];
    };
    expect(scan('b1 a2 b3 a4', 3)).toEqual(['b\\d b1 false', 'a\\d a2 false', 'b\\d b3 false']);
    expect(scan('a5', 3)).toEqual(['a\\d a5 false']);
    expect(scan('', 3)).toEqual([]);
    expect(scan('a6 a7 b8', 3)).toEqual(['a\\d a6 false', 'a\\d a7 false', 'b\\d b8 false']);
  });

  it('finds nothing with no patterns, and costs nothing', () => {
    expect(scanWith([], Buffer.from('abc'))).toEqual({ found: [], work: 0 });
  });

  it('splits patterns that would be too large together, and finds the same', () => {
    const regexes = ['[\\w.]{1,63}\\.internal', 'secret[\\w-]{20,60}!', '[a-f]{1,40}-[0-9]{1,30}y', 'key.{3,20}=\\d'];
    const patterns = [...regexes, ...regexes].map((regex) => compiled(regex));
    const text = Buffer.from(
      `host.internal secret${'_'.repeat(30)}! abc-123y key 日本 =5 secretsecret.internal key....=1 `.repeat(50),
    );
    const together = scanWith(patterns, text);
    expect(together.found).toEqual(patterns.map((pattern) => scanWith([pattern], text).found[0]));
    // More than one walk over the text, fewer than one each.
    const quiet = Buffer.alloc(10_000, ' ');
    expect(scanWith(patterns, quiet).work).toBeGreaterThan(quiet.length);
    expect(scanWith(patterns, quiet).work).toBeLessThan(patterns.length * quiet.length);
  });
});

describe('[C-CHAIN-3] what scanning costs', () => {
  const HOSTILE_BYTES = 64 * 1024;

  it('is one unit a byte where nothing starts, however many patterns there are', () => {
    const patterns = ['EMP-\\d{6}', 'acct_[a-z0-9]{16}', '\\d{3}-\\d{2}-\\d{4}'].map((regex) => compiled(regex));
    expect(scanWith(patterns, Buffer.alloc(5000, '{"a": "b"} ')).work).toBe(5000);
  });

  it.each(['a{1,200}b', 'a+b', '(a|aa)+b', '(x+x+)+y', 'a{100}b', '[ab]{1,200}b', '\\w{1,100}@'])(
    'does not grow with what almost matches: %s',
    (regex) => {
      const fill = regex.includes('x') ? 'x' : 'a';
      expect(scanWith([compiled(regex)], Buffer.alloc(HOSTILE_BYTES, fill)).work).toBe(HOSTILE_BYTES);
    },
  );

  it.each(['a{1,200}', 'a|a{1,200}b', 'a|a.*b', 'a+', '(a+)+$', '.', 'a{1,5}|a{7}'])(
    'is at most four units a byte of what matches everywhere: %s',
    (regex) => {
      const { found, work } = scanWith([compiled(regex)], Buffer.alloc(HOSTILE_BYTES, 'a'));
      expect(found[0]?.length).toBeGreaterThan(0);
      expect(work).toBeLessThanOrEqual(4 * HOSTILE_BYTES);
    },
  );

  it('is the same each time', () => {
    const random = new Random(11);
    const text = random.bytes(20_000);
    const patterns = ['[a-f]+\\d', '\\w{2,}', '.x'].map((regex) => compiled(regex));
    expect(scanWith(patterns, text).work).toBe(scanWith(patterns, text).work);
  });

  it('stops where the budget ends and says so, at the bound and one past', () => {
    const scanner = createPatternScanner([compiled('needle')]);
    const text = Buffer.from('hay '.repeat(100));
    const work = new WorkBudget();
    for (const [budget, exhausted] of [
      [text.length, false],
      [text.length - 1, true],
    ] as const) {
      work.reset(budget);
      scanner.scan(text, 0, text.length, work, () => true);
      expect(work.exhausted).toBe(exhausted);
    }
  });

  it('stops among matches when the budget ends there', () => {
    const scanner = createPatternScanner([compiled('ab')]);
    const text = Buffer.from('ab'.repeat(1000));
    const work = new WorkBudget();
    let found = 0;
    work.reset(2 * text.length + 300);
    scanner.scan(text, 0, text.length, work, () => (found += 1) > 0);
    expect(work.exhausted).toBe(true);
    expect(found).toBe(100);
  });
});
