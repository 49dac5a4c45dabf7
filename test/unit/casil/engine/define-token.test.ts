import { describe, expect, it } from 'vitest';
import { defineToken, defineTokens } from '../../../../src/casil/engine/define-token.js';
import { lookEverywhere } from '../../../../src/casil/engine/naive-look.js';
import { RunMemo } from '../../../../src/casil/engine/run-memo.js';
import type { TokenFormat } from '../../../../src/casil/engine/token-format.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import {
  ACCESS_KEY,
  BY_CONTEXT,
  CHECKSUMMED,
  DOTTED,
  FORMATS,
  LED,
  MIXED,
  OPEN_ENDED,
  seededRandom,
  WITH_PLACEHOLDERS,
} from './representative-formats.js';

function find(format: TokenFormat, text: string): string[] {
  const detector = defineToken(format);
  return lookEverywhere(Buffer.from(text, 'latin1'), detector.anchors, detector.match).map((match) =>
    text.slice(match.start, match.end),
  );
}

const KEY = `AKIA${[...'ABCDEFGHIJKLMNOP'].reverse().join('')}`;

describe.each(FORMATS.map((format) => [format.id, format] as const))('samples of %s [C-DET-1]', (_id, format) => {
  const detector = defineToken(format);

  it('are found, to their end, and differ', () => {
    const random = seededRandom(1);
    const samples = Array.from({ length: 200 }, () => detector.sample(random));
    expect(new Set(samples).size).toBe(200);
    for (const sample of samples) {
      const found = lookEverywhere(Buffer.from(sample, 'latin1'), detector.anchors, detector.match);
      expect(found.map((match) => match.end)).toContain(sample.length);
      if (format.sign !== undefined) expect(found[0]?.verified).toBe(true);
    }
  });

  it('come with near misses that are not found', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 200; round++) {
      const value = detector.nearMiss(random);
      expect(lookEverywhere(Buffer.from(value, 'latin1'), detector.anchors, detector.match)).toEqual([]);
    }
  });

  it('are the same for the same seed', () => {
    expect(detector.sample(seededRandom(3))).toBe(detector.sample(seededRandom(3)));
    expect(detector.nearMiss(seededRandom(3))).toBe(detector.nearMiss(seededRandom(3)));
  });
});

describe('a token at a prefix [C-DET-1]', () => {
  it('begins after no letter or digit and ends before none of its last set', () => {
    expect(find(ACCESS_KEY, `"${KEY}"`)).toEqual([KEY]);
    expect(find(ACCESS_KEY, `_${KEY}.`)).toEqual([KEY]);
    expect(find(ACCESS_KEY, `x${KEY}`)).toEqual([]);
    expect(find(ACCESS_KEY, `${KEY}A`)).toEqual([]);
    expect(find(ACCESS_KEY, KEY.slice(0, -1))).toEqual([]);
  });

  it('takes the boundaries of the declaration instead', () => {
    const declared: TokenFormat = { ...ACCESS_KEY, notBefore: 'digits', notAfter: 'digits' };
    expect(find(declared, `x${KEY}A`)).toEqual([KEY]);
    expect(find(declared, `1${KEY}`)).toEqual([]);
    expect(find(declared, `${KEY}2`)).toEqual([]);
  });

  it('is silent about placeholders that vary too little', () => {
    expect(find(ACCESS_KEY, `AKIA${'EXAMPLE'.repeat(3).slice(0, 16)}`)).toEqual([]);
    expect(find(OPEN_ENDED, `sk-${'x'.repeat(40)}`)).toEqual([]);
  });

  it('is silent about placeholders, and finds what begins after one', () => {
    const secret = 'abcdefghij-klmno_PQRST';
    expect(find(WITH_PLACEHOLDERS, `glimt-${secret}`)).toHaveLength(1);
    expect(find(WITH_PLACEHOLDERS, `glimt-${secret}xxxx`)).toEqual([]);
    expect(find(WITH_PLACEHOLDERS, `glimt-xxxx${secret}-glimt-${secret}`)).toEqual([`glimt-${secret}`]);
  });

  it('takes everything its last set allows', () => {
    const secret = 'abcdefghij-klmno_PQRST';
    expect(find(OPEN_ENDED, `key sk-${secret} end`)).toEqual([`sk-${secret}`]);
    expect(find(OPEN_ENDED, `key sk-proj-${secret},`)).toEqual([`sk-proj-${secret}`, `sk-proj-${secret}`]);
  });

  it('follows literals, alternatives and options, folding only what it declares to fold', () => {
    const hex = 'abcdef012345';
    expect(find(MIXED, `hOOK-live:12345#${hex}==`)).toHaveLength(1);
    expect(find(MIXED, `Hook-TEST:1234-eu#${hex}==`)).toHaveLength(1);
    expect(find(MIXED, `Hook-Test:1234-ap#${hex}==`)).toEqual([]);
    expect(find(MIXED, `Hook-Test:1234#${hex.toUpperCase()}==`)).toEqual([]);
    expect(find(MIXED, `Hook-Test:1234#${hex}==7`)).toEqual([]);
    expect(find(MIXED, `Hook-Test:1234#${hex}=`)).toEqual([]);
    expect(find({ ...MIXED, ignoreCase: false }, `hook-live:12345#${hex}==`)).toEqual([]);
  });

  it('begins with what leads to its prefix, and keeps its boundary there', () => {
    const tail = ':AA' + 'abcdefghijklmnopqrstuvwxyz-01234_'.slice(0, 33);
    expect(find(LED, `/bot12345678${tail}/send`)).toEqual([`bot12345678${tail}`]);
    expect(find(LED, `app1234567890${tail}`)).toEqual([`app1234567890${tail}`]);
    expect(find(LED, `xbot12345678${tail}`)).toEqual([]);
    expect(find(LED, `bot1234567${tail}`)).toEqual([]);
    expect(find(LED, `12345678${tail}`)).toEqual([]);
    expect(
      find({ ...LED, lead: [{ optional: ['bot'] }, { set: 'digits', min: 8, max: 8 }] }, `12345678${tail}`),
    ).toEqual([`12345678${tail}`]);
  });

  it('keeps a match whose checksum fails, unverified', () => {
    const detector = defineToken(CHECKSUMMED);
    const token = detector.sample(seededRandom(4));
    const broken = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    const [good] = lookEverywhere(Buffer.from(token), detector.anchors, detector.match);
    const [bad] = lookEverywhere(Buffer.from(broken), detector.anchors, detector.match);
    expect(good).toEqual({ start: 0, end: 40, verified: true });
    expect(bad).toEqual({ start: 0, end: 40, verified: false });
  });

  it('reads nothing outside the range it was given', () => {
    const detector = defineToken(ACCESS_KEY);
    const bytes = Buffer.from(`x${KEY}A`);
    const match = { start: 0, end: 0, verified: false };
    const work = new WorkBudget();
    work.reset(1000);
    expect(detector.match(bytes, 1, bytes.length - 1, 1, 5, match, work)).toBe(true);
    expect(match).toEqual({ start: 1, end: 21, verified: false });
    expect(detector.match(bytes, 1, bytes.length - 2, 1, 5, match, work)).toBe(false);
  });
});

describe('a token after a word [C-DET-1]', () => {
  const secret = [...'ABCDEFGHIJKLMNOPQRSTabcdefghijklmnopqrst'].reverse().join('');

  it('is found within the bytes of context, in any case of the word', () => {
    expect(find(BY_CONTEXT, `ACME key: ${secret}`)).toEqual([secret]);
    expect(find(BY_CONTEXT, `acme${' '.repeat(24)}${secret}`)).toEqual([secret]);
    expect(find(BY_CONTEXT, `acme${' '.repeat(25)}${secret}`)).toEqual([]);
    expect(find(BY_CONTEXT, `key: ${secret}`)).toEqual([]);
  });

  it('stands alone, not inside a longer run', () => {
    expect(find(BY_CONTEXT, `acme: x${secret}`)).toEqual([]);
    expect(find(BY_CONTEXT, `acme: ${secret}x`)).toEqual([]);
    expect(find(BY_CONTEXT, `acme${secret}`)).toEqual([]);
  });

  it('is looked for behind candidates that do not fit', () => {
    expect(find(BY_CONTEXT, `acme is a word, = ${secret}`)).toEqual([secret]);
  });
});

describe('repeated anchors [C-CHAIN-3]', () => {
  /** Work of all hits of one text with the memo a scan would keep. */
  function workOf(format: TokenFormat, text: string): number {
    const detector = defineToken(format);
    const bytes = Buffer.from(text, 'latin1');
    const memo = new RunMemo();
    const work = new WorkBudget();
    work.reset(1e12);
    const match = { start: 0, end: 0, verified: false };
    for (const anchor of detector.anchors) {
      memo.clear();
      const literal = 'literal' in anchor ? anchor.literal : '';
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        detector.match(bytes, 0, bytes.length, at, at + literal.length, match, work, memo);
      }
    }
    return work.spent;
  }

  it.each([
    [DOTTED, 'eyJ'],
    [DOTTED, '-eyJ'],
    [DOTTED, '-eyJabcdefghijk.'],
    [OPEN_ENDED, '-sk-'],
    [OPEN_ENDED, `${'-sk-'.repeat(70)} `],
    [WITH_PLACEHOLDERS, 'glimt-'],
    [WITH_PLACEHOLDERS, `${'glimt-'.repeat(40)}a8Fk4Q2zR7mN4xWpL6vT9sBcD3exxxx `],
    [WITH_PLACEHOLDERS, `${'glimt-xxxx'.repeat(20)} `],
    [ACCESS_KEY, 'AKIA'],
    [ACCESS_KEY, 'AKIA.'],
    [CHECKSUMMED, 'ghp_'],
    [LED, ':AA'],
    [LED, '1:AA'],
    [BY_CONTEXT, 'acme'],
    [BY_CONTEXT, 'acme+ '],
  ])('cost a few units a byte: $0.id %s', (format, unit) => {
    const text = unit.repeat(Math.ceil(65_536 / unit.length));
    expect(workOf(format, text) / text.length).toBeLessThan(6);
  });

  it('are judged as single looks would judge them', () => {
    const secret = 'abcdefghij-klmno_PQRST';
    const detector = defineToken(OPEN_ENDED);
    const text = `sk-${'x'.repeat(60)}-sk-${secret}`;
    expect(find(OPEN_ENDED, text)).toHaveLength(1);
    const memo = new RunMemo();
    const work = new WorkBudget();
    work.reset(1e6);
    const match = { start: 0, end: 0, verified: false };
    const bytes = Buffer.from(text);
    expect(detector.match(bytes, 0, bytes.length, 0, 3, match, work, memo)).toBe(false);
    expect(detector.match(bytes, 0, bytes.length, 64, 67, match, work, memo)).toBe(true);
  });
});

describe('a declaration that cannot work', () => {
  const broken = (change: Partial<TokenFormat>) => () => defineTokens([{ ...ACCESS_KEY, ...change }]);

  it('is refused when it is defined', () => {
    expect(broken({ prefixes: [] })).toThrow('neither prefixes nor context');
    expect(broken({ context: { words: ['a'], contextBytes: 1 } })).toThrow('prefixes and context');
    expect(broken({ body: [{ set: 'alnum', min: 5, max: 4 }] })).toThrow('bounds');
    expect(broken({ body: [{ literal: '' }] })).toThrow('empty literal');
    expect(broken({ body: [{ literal: 'é€' }] })).toThrow('not ASCII');
    expect(broken({ body: [{ set: 'alnum', min: 1, max: 9 }, { literal: 'x' }] })).toThrow('takes what should begin');
    expect(
      broken({ body: [{ set: 'alnum', min: 1, max: 9 }, { optional: ['-'] }, { set: 'digits', min: 1, max: 1 }] }),
    ).toThrow('takes what should begin');
    expect(broken({ body: Array.from({ length: 13 }, () => ({ literal: '-' })) })).toThrow('more than 12 parts');
    expect(
      broken({
        lead: [
          { set: 'digits', min: 1, max: 1 },
          { set: 'alnum', min: 1, max: 2 },
        ],
      }),
    ).toThrow('part of the lead');
    expect(broken({ lead: [{ literal: 'bot' }, { set: 'alnum', min: 1, max: 2 }] })).toThrow('part of the lead');
  });

  it('is refused when no sample can satisfy it', () => {
    const dull = defineToken({ ...ACCESS_KEY, entropyMin: 4.5 });
    expect(() => dull.sample(seededRandom(5))).toThrow('no sample');
  });
});
