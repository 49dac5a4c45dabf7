import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import { defineTokens } from '../../../../src/casil/engine/define-token.js';
import type { Anchor, Detector, Matcher, MatchRange } from '../../../../src/casil/engine/detector.js';
import { lookEverywhere } from '../../../../src/casil/engine/naive-look.js';
import type { Scanner } from '../../../../src/casil/engine/scanner.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { FORMATS, seededRandom } from './representative-formats.js';

interface Told extends MatchRange {
  readonly id: string;
}

interface Scanned {
  readonly told: Told[];
  readonly spent: number;
  readonly exhausted: boolean;
}

function scan(
  scanner: Scanner,
  bytes: Uint8Array,
  options: { from?: number; to?: number; units?: number } = {},
): Scanned {
  const work = new WorkBudget();
  work.reset(options.units ?? 1e9);
  const told: Told[] = [];
  scanner.scan(bytes, options.from ?? 0, options.to ?? bytes.length, work, (detector, match) => {
    told.push({ id: detector.id, ...match });
    return true;
  });
  return { told, spent: work.spent, exhausted: work.exhausted };
}

function detector(id: string, anchors: readonly Anchor[], match: Matcher): Detector {
  const value = () => id;
  return {
    ...{ id, kind: 'secret', risk: 'high', group: 'secrets', title: id, source: 'none' },
    ...{ anchors, match, sample: value, nearMiss: value },
  };
}

/** Matches its anchor and the letters on both sides. */
const wordAround: Matcher = (bytes, from, to, hitStart, hitEnd, match, work) => {
  const isLetter = (at: number) => /[a-z]/.test(String.fromCharCode(bytes[at] ?? 0));
  match.start = hitStart;
  match.end = hitEnd;
  while (match.start > from && isLetter(match.start - 1)) match.start--;
  while (match.end < to && isLetter(match.end)) match.end++;
  match.verified = false;
  work.spend(match.end - match.start);
  return true;
};

const justTheAnchor: Matcher = (_bytes, _from, _to, hitStart, hitEnd, match) => {
  match.start = hitStart;
  match.end = hitEnd;
  match.verified = true;
  return true;
};

const tokens = defineTokens(FORMATS);
const tokenScanner = createScanner(tokens);

describe('the scanner [C-CHAIN-3]', () => {
  it('finds the samples of all detectors in one pass, where they stand', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 50; round++) {
      const samples = tokens.map((token) => token.sample(random));
      const { told } = scan(tokenScanner, Buffer.from(`{"a": "${samples.join('", "b": "')}"}`));
      expect(told.map((match) => match.id).sort()).toEqual(tokens.map((token) => token.id).sort());
    }
  });

  it('lets anchors with exact case look at exact case only', () => {
    const scanner = createScanner([
      detector('exact', [{ literal: 'Key' }], justTheAnchor),
      detector('folded', [{ literal: 'Key', ignoreCase: true }], justTheAnchor),
    ]);
    const { told } = scan(scanner, Buffer.from('key Key KEY'));
    expect(told.filter((match) => match.id === 'exact').map((match) => match.start)).toEqual([4]);
    expect(told.filter((match) => match.id === 'folded').map((match) => match.start)).toEqual([0, 4, 8]);
  });

  it('tells overlapping matches of one detector once, the longest', () => {
    const spans = new Map([
      [0, [0, 2]],
      [2, [1, 9]],
      [6, [8, 12]],
      [12, [12, 14]],
    ]);
    const scanner = createScanner([
      detector('spans', [{ literal: '#' }], (_bytes, _from, _to, hitStart, _hitEnd, match) => {
        const span = spans.get(hitStart);
        match.start = span?.[0] ?? 0;
        match.end = span?.[1] ?? 0;
        match.verified = hitStart === 2;
        return span !== undefined;
      }),
    ]);
    expect(scan(scanner, Buffer.from('#.#...#.....#.')).told).toEqual([
      { id: 'spans', start: 1, end: 9, verified: true },
      { id: 'spans', start: 12, end: 14, verified: false },
    ]);
  });

  it('tells matches of several detectors over the same bytes, each', () => {
    const scanner = createScanner([
      detector('a', [{ literal: 'ab' }], wordAround),
      detector('b', [{ literal: 'bc' }], wordAround),
    ]);
    expect(scan(scanner, Buffer.from('.xabcx.')).told.map((match) => [match.id, match.start, match.end])).toEqual([
      ['a', 1, 6],
      ['b', 1, 6],
    ]);
  });

  it('does not look again inside the match that waits', () => {
    let looks = 0;
    const counting: Matcher = (...looked) => {
      looks++;
      return wordAround(...looked);
    };
    const scanner = createScanner([detector('word', [{ literal: 'ab' }], counting)]);
    expect(scan(scanner, Buffer.from(`${'ab'.repeat(1000)}.ab`)).told).toHaveLength(2);
    expect(looks).toBe(2);
  });

  it('asks a detector once for an anchor it names twice', () => {
    const twice = detector(
      'word',
      [
        { literal: 'AB', ignoreCase: true },
        { literal: 'ab', ignoreCase: true },
      ],
      wordAround,
    );
    let looks = 0;
    const scanner = createScanner([{ ...twice, match: (...looked) => (looks++, twice.match(...looked)) }]);
    scan(scanner, Buffer.from('aB'));
    expect(looks).toBe(1);
  });

  it('costs nothing without detectors', () => {
    const nothing = createScanner([]);
    expect(scan(nothing, Buffer.alloc(100_000, 'AKIA'))).toEqual({ told: [], spent: 0, exhausted: false });
    expect(createScanner([])).toBe(nothing);
  });

  it('stops when the listener has enough, and starts afresh', () => {
    const scanner = createScanner([detector('word', [{ literal: 'ab' }], wordAround)]);
    const bytes = Buffer.from('ab ab ab ab');
    const work = new WorkBudget();
    work.reset(1e6);
    let told = 0;
    scanner.scan(bytes, 0, bytes.length, work, () => ++told < 2);
    expect(told).toBe(2);
    expect(scan(scanner, bytes).told).toHaveLength(4);
  });

  it('starts afresh after a listener that threw', () => {
    const scanner = createScanner([detector('word', [{ literal: 'ab' }], wordAround)]);
    const bytes = Buffer.from('ab ab');
    const work = new WorkBudget();
    work.reset(1e6);
    const throwing = () => {
      throw new Error('listener');
    };
    expect(() => scanner.scan(bytes, 0, bytes.length, work, throwing)).toThrow('listener');
    expect(scan(scanner, bytes).told).toHaveLength(2);
  });
});

describe('the scanner on any bytes [C-CHAIN-3] [P8]', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'AKIA',
      'ghp_',
      'eyJ',
      '-sk-',
      'sk-proj-',
      'hook-live:',
      '1234#',
      'glimt-',
      `${'glimt-'.repeat(45)}a8Fk4Q2zR7mN4xWpL6vT9sBcD3exxxx `,
      'acme',
      ':AA',
      'bot',
      '.',
      ' ',
      '==',
    ),
    fc.nat().map((seed) => tokens[seed % tokens.length]?.sample(seededRandom(seed)) ?? ''),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const anyBytes = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => Buffer.from(parts.join(''), 'utf8')),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );

  it('finds what single looks find, in order, without overlaps', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { told } = scan(tokenScanner, bytes);
        for (const token of tokens) {
          const single = lookEverywhere(bytes, token.anchors, token.match);
          const own = told.filter((match) => match.id === token.id);
          own.reduce((end, match) => (expect(match.start).toBeGreaterThanOrEqual(end), match.end), 0);
          for (const { start, end, verified } of own) expect(single).toContainEqual({ start, end, verified });
          for (const match of single) {
            expect(own.some((longer) => longer.start < match.end && match.start < longer.end)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('depends on nothing outside the range', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, anyBytes, (before, bytes, after) => {
        const alone = scan(tokenScanner, bytes);
        const from = before.length;
        const inside = scan(tokenScanner, Buffer.concat([before, bytes, after]), { from, to: from + bytes.length });
        expect(inside.told.map((match) => ({ ...match, start: match.start - from, end: match.end - from }))).toEqual(
          alone.told,
        );
        expect(inside.spent).toBe(alone.spent);
      }),
      { numRuns: 300 },
    );
  });

  it('does the same work for the same bytes', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (bytes, other) => {
        const first = scan(tokenScanner, bytes);
        scan(tokenScanner, other);
        expect(scan(tokenScanner, bytes)).toEqual(first);
        expect(scan(createScanner(tokens), bytes)).toEqual(first);
      }),
    );
  });

  it('stops at a spent budget, having told a beginning of what it would have told', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat({ max: 2000 }), (bytes, units) => {
        const whole = scan(tokenScanner, bytes);
        const part = scan(tokenScanner, bytes, { units });
        expect(part.exhausted).toBe(units < whole.spent);
        if (!part.exhausted) expect(part).toEqual(whole);
        expect(part.told.length).toBeLessThanOrEqual(whole.told.length + tokens.length);
      }),
      { numRuns: 300 },
    );
  });

  it('looks at no detector once the budget is spent', () => {
    let looks = 0;
    const greedy: Matcher = (_bytes, _from, _to, _hitStart, _hitEnd, _match, work) => {
      looks++;
      work.spend(1000);
      return false;
    };
    const scanner = createScanner([
      detector('one', [{ literal: '@' }], greedy),
      detector('two', [{ literal: '@' }], greedy),
    ]);
    expect(scan(scanner, Buffer.alloc(500, '@'), { units: 500 + 2500 }).exhausted).toBe(true);
    expect(looks).toBe(3);
    looks = 0;
    expect(scan(scanner, Buffer.alloc(5000, '@'), { units: 2047 }).exhausted).toBe(true);
    expect(looks).toBe(0);
  });
});

describe('hostile shapes spend work in proportion to their length [C-CHAIN-3]', () => {
  const at = detector(
    'at',
    [{ literal: '@' }, { literal: '://' }, { literal: 'password=' }, { digits: 4 }],
    (...looked) => {
      const [bytes, , to, , hitEnd, , work, memo] = looked;
      memo?.runEnd(0, new Uint8Array(256).fill(1), bytes, hitEnd, Math.min(to, hitEnd + 200), work);
      return false;
    },
  );
  const scanner = createScanner([...tokens, at]);
  const random = seededRandom(11);

  it.each([
    '@',
    'eyJ',
    '-eyJ',
    '.eyJ',
    '-eyJabcdefghijklm.',
    'AKIA',
    'AKIA-',
    'ghp_',
    'ghp_gho_',
    '://',
    'password=',
    '1234567890',
    '1234 ',
    '-sk-',
    'sk-proj-',
    `${'-sk-'.repeat(70)} `,
    'hook-live:1234',
    ':AA',
    '12345678:AA',
    'bot12345678:AA',
    'acme',
    'acme+/',
    'acme ABCDEFG ',
    'acme_secret eyJ-sk-AKIAghp_:AA@://1234',
    ...tokens.map((token) => `${token.sample(random)} `),
    ...tokens.map((token) => token.sample(random)),
  ])('%s', (unit) => {
    const spentOn = (length: number) => scan(scanner, Buffer.alloc(length, unit)).spent;
    const small = spentOn(4096);
    const large = spentOn(65_536);
    expect(large / 65_536).toBeLessThan(12);
    expect(large / small).toBeLessThan(24);
  });
});
