import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAnchorAutomaton, type AnchorAutomaton } from '../../../../src/casil/engine/anchor-automaton.js';
import { ANCHOR_DIGITS_MAX, indexAnchors } from '../../../../src/casil/engine/anchor-index.js';
import type { Anchor, Detector } from '../../../../src/casil/engine/detector.js';
import { anchorPlaces } from '../../../../src/casil/engine/naive-look.js';

/** A detector per anchor, so that hits can be told by the anchor they were asked for with. */
function build(anchors: readonly Anchor[]): { automaton: AnchorAutomaton; hits: (bytes: Uint8Array) => string[] } {
  const match = () => false;
  const value = () => '';
  const shared = { kind: 'secret', risk: 'low', group: 'secrets', title: '', source: '' } as const;
  const detectors = anchors.map((anchor, index): Detector => {
    return { ...shared, id: `${index}`, anchors: [anchor], match, sample: value, nearMiss: value };
  });
  const index = indexAnchors(detectors);
  const automaton = buildAnchorAutomaton(index.anchors);
  return { automaton, hits: (bytes) => hitsOf(automaton, index, bytes) };
}

/** `anchor@start-end` of every hit, in the order of the pass. */
function hitsOf(automaton: AnchorAutomaton, index: ReturnType<typeof indexAnchors>, bytes: Uint8Array): string[] {
  const found: string[] = [];
  let state = automaton.start;
  bytes.forEach((byte, at) => {
    state = automaton.next[state + (automaton.classOf[byte] ?? 0)] ?? -1;
    if (state < automaton.firstEnding) return;
    const rank = automaton.next[state + automaton.rankColumn] ?? -1;
    for (const anchor of automaton.ends.subarray(automaton.endsFrom[rank], automaton.endsFrom[rank + 1])) {
      const start = at + 1 - (index.lengths[anchor] ?? 0);
      for (const which of index.looks.subarray(index.looksFrom[anchor], index.looksFrom[anchor + 1])) {
        found.push(`${which}@${start}-${at + 1}`);
      }
    }
  });
  return found;
}

function hitsOfOracle(anchors: readonly Anchor[], bytes: Uint8Array): string[] {
  return anchors.flatMap((anchor, index) =>
    anchorPlaces(bytes, anchor).map(([start, end]) => `${index}@${start}-${end}`),
  );
}

/** Few letters, so that anchors overlap, contain each other and are each other's suffixes. */
const letters = fc.constantFrom(...'abAB1_-@');
const literal = fc.string({ unit: letters, minLength: 1, maxLength: 6 });
const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ literal, ignoreCase: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ digits: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      digits: fc.integer({ min: 1, max: 3 }),
      upTo: fc.integer({ min: 3, max: 5 }),
      before: fc.string({ unit: fc.constantFrom(...'.-_@ '), minLength: 1, maxLength: 3 }),
    }),
  },
);
const text = fc.oneof(
  fc.string({ unit: fc.oneof(letters, fc.constantFrom(...'0123456789 .-zZ')), maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('the anchor automaton [C-CHAIN-3]', () => {
  it('finds what indexOf finds, whatever the anchors have in common', () => {
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 12 }), text, (anchors, value) => {
        const bytes = Buffer.from(value, 'utf8');
        expect(build(anchors).hits(bytes).sort()).toEqual(hitsOfOracle(anchors, bytes).sort());
      }),
      { numRuns: 600 },
    );
  });

  it('finds them in any bytes', () => {
    fc.assert(
      fc.property(
        fc.array(anchor, { minLength: 1, maxLength: 6 }),
        fc.uint8Array({ maxLength: 200 }),
        (anchors, bytes) => {
          expect(build(anchors).hits(bytes).sort()).toEqual(hitsOfOracle(anchors, bytes).sort());
        },
      ),
    );
  });

  it('tells every anchor that ends at a byte, suffixes included', () => {
    const { hits } = build([{ literal: 'she' }, { literal: 'he' }, { literal: 'hers' }, { literal: 'e' }]);
    expect(hits(Buffer.from('ushers'))).toEqual(['0@1-4', '1@2-4', '3@3-4', '2@2-6']);
  });

  it('finds exact and folded anchors of the same letters side by side', () => {
    const { hits } = build([{ literal: 'Key' }, { literal: 'kEY', ignoreCase: true }, { literal: 'key' }]);
    expect(hits(Buffer.from('Key key KEY'))).toEqual(['0@0-3', '1@0-3', '2@4-7', '1@4-7', '1@8-11']);
  });

  it('reads letters of other encodings as bytes, not as letters', () => {
    const { hits } = build([{ literal: 'k[', ignoreCase: true }]);
    expect(hits(Buffer.from('K['))).toEqual(['0@0-2']);
    expect(hits(Buffer.from('\u212a[k{', 'utf8'))).toEqual([]);
  });

  it('finds the start of a digit run that follows no letter or digit, once', () => {
    const { hits } = build([{ digits: 4 }, { digits: 6 }]);
    expect(hits(Buffer.from('1234567890'))).toEqual(['0@0-4', '1@0-6']);
    expect(hits(Buffer.from('a1234567 (1234) _12345'))).toEqual(['0@10-14', '0@17-21']);
    expect(hits(Buffer.from(`${'9'.repeat(100)} 1234`))).toEqual(['0@0-4', '1@0-6', '0@101-105']);
  });

  it('finds whole runs by what follows them, and takes that in', () => {
    const { hits } = build([{ digits: 1, upTo: 3, before: '.' }, { digits: 3, before: '- ' }, { digits: 2 }]);
    expect(hits(Buffer.from('10.255.3.1'))).toEqual(['2@0-2', '0@0-3', '2@3-5', '0@3-7', '0@7-9']);
    expect(hits(Buffer.from('123-45-6789 1234- a12. 12.'))).toEqual([
      ...['2@0-2', '1@0-4', '2@4-6', '2@7-9', '2@12-14', '2@23-25', '0@23-26'],
    ]);
  });

  it('finds digit runs that begin inside another anchor', () => {
    const { hits } = build([{ literal: 'x-12' }, { literal: '34-' }, { digits: 4 }]);
    expect(hits(Buffer.from('x-1234-'))).toEqual(['0@0-4', '2@2-6', '1@4-7']);
  });

  it('finds runs at the bound, and refuses one past', () => {
    const { hits } = build([{ digits: ANCHOR_DIGITS_MAX }]);
    expect(hits(Buffer.from('5'.repeat(ANCHOR_DIGITS_MAX)))).toEqual([`0@0-${ANCHOR_DIGITS_MAX}`]);
    expect(hits(Buffer.from('5'.repeat(ANCHOR_DIGITS_MAX - 1)))).toEqual([]);
    expect(() => build([{ digits: ANCHOR_DIGITS_MAX + 1 }])).toThrow('33 digits');
    expect(() => build([{ digits: 1, upTo: ANCHOR_DIGITS_MAX + 1, before: '.' }])).toThrow('33 digits');
    expect(() => build([{ digits: 0 }])).toThrow('0 digits');
    expect(() => build([{ digits: 3, upTo: 2, before: '.' }])).toThrow('3 to 2 digits');
  });

  it('refuses anchors it cannot look for', () => {
    expect(() => build([{ literal: '' }])).toThrow('needs a byte');
    expect(() => build([{ literal: 'clé' }])).toThrow('not ASCII');
    expect(() => build([{ digits: 1, upTo: 3 }])).toThrow('says what follows');
    expect(() => build([{ digits: 1, before: 'x' }])).toThrow('end no run of digits');
    expect(() => build([{ digits: 1, before: 'é' }])).toThrow('end no run of digits');
  });

  it('refuses more anchors than its memory allows', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      literal: `${index}${'abcdefghijklmnopqrst'.repeat(3)}`,
    }));
    expect(() => build(many)).toThrow('too many');
  });

  it('stays small for many anchors: its states are their bytes and a few for digits', () => {
    const words = Array.from({ length: 100 }, (_, index) => ({ literal: `word-${index}-token` }));
    const folded = Array.from({ length: 50 }, (_, index) => ({ literal: `Word-${index}-key`, ignoreCase: true }));
    const { automaton } = build([...words, ...folded, { digits: 12 }]);
    const bytes = [...words, ...folded].reduce((sum, word) => sum + word.literal.length, 0);
    expect(automaton.states).toBeLessThan(bytes + 200);
  });
});
