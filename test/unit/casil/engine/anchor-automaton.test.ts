import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANCHOR_DIGITS_MAX,
  buildAnchorAutomaton,
  type AnchorAutomaton,
} from '../../../../src/casil/engine/anchor-automaton.js';
import type { Anchor } from '../../../../src/casil/engine/detector.js';
import { anchorPlaces } from '../../../../src/casil/engine/naive-look.js';

/** `anchor@end` of every hit, in the order of the pass. */
function hits(automaton: AnchorAutomaton, bytes: Uint8Array): string[] {
  const found: string[] = [];
  let state = automaton.start;
  bytes.forEach((byte, at) => {
    state = automaton.next[state + (automaton.classOf[byte] ?? 0)] ?? -1;
    if (state < automaton.firstEnding) return;
    const rank = (state - automaton.firstEnding) / automaton.width;
    const ends = automaton.ends.subarray(automaton.endsFrom[rank], automaton.endsFrom[rank + 1]);
    for (const anchor of ends) found.push(`${anchor}@${at + 1}`);
  });
  return found;
}

function hitsOfOracle(anchors: readonly Anchor[], bytes: Uint8Array): string[] {
  return anchors.flatMap((anchor, index) => {
    const folded = 'literal' in anchor ? { ...anchor, ignoreCase: true } : anchor;
    return anchorPlaces(bytes, folded).map(([, end]) => `${index}@${end}`);
  });
}

/** Few letters, so that anchors overlap, contain each other and are each other's suffixes. */
const letters = fc.constantFrom(...'abAB1_-@');
const literal = fc.string({ unit: letters, minLength: 1, maxLength: 6 });
const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ literal, ignoreCase: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ digits: fc.integer({ min: 1, max: 6 }) }) },
);
const text = fc.oneof(
  fc.string({ unit: fc.oneof(letters, fc.constantFrom(...'0123456789 .zZ')), maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('the anchor automaton [C-CHAIN-3]', () => {
  it('finds what indexOf finds, whatever the anchors have in common', () => {
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 12 }), text, (anchors, value) => {
        const bytes = Buffer.from(value, 'utf8');
        const found = hits(buildAnchorAutomaton(anchors), bytes);
        expect([...found].sort()).toEqual(hitsOfOracle(anchors, bytes).sort());
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
          expect(hits(buildAnchorAutomaton(anchors), bytes).sort()).toEqual(hitsOfOracle(anchors, bytes).sort());
        },
      ),
    );
  });

  it('tells every anchor that ends at a byte, suffixes included', () => {
    const automaton = buildAnchorAutomaton([
      { literal: 'she' },
      { literal: 'he' },
      { literal: 'hers' },
      { literal: 'e' },
    ]);
    expect(hits(automaton, Buffer.from('ushers'))).toEqual(['0@4', '1@4', '3@4', '2@6']);
  });

  it('reads letters of other encodings as bytes, not as letters', () => {
    const automaton = buildAnchorAutomaton([{ literal: 'k[', ignoreCase: true }]);
    expect(hits(automaton, Buffer.from('K['))).toEqual(['0@2']);
    expect(hits(automaton, Buffer.from('\u212a[k{', 'utf8'))).toEqual([]);
  });

  it('finds the start of a digit run that follows no letter or digit, once', () => {
    const automaton = buildAnchorAutomaton([{ digits: 4 }, { digits: 6 }]);
    expect(hits(automaton, Buffer.from('1234567890'))).toEqual(['0@4', '1@6']);
    expect(hits(automaton, Buffer.from('a1234567 (1234) _12345'))).toEqual(['0@14', '0@21']);
    expect(hits(automaton, Buffer.from(`${'9'.repeat(100)} 1234`))).toEqual(['0@4', '1@6', '0@105']);
  });

  it('finds digit runs that begin inside another anchor', () => {
    const automaton = buildAnchorAutomaton([{ literal: 'x-12' }, { literal: '34-' }, { digits: 4 }]);
    expect(hits(automaton, Buffer.from('x-1234-'))).toEqual(['0@4', '2@6', '1@7']);
  });

  it('finds runs at the bound, and refuses one past', () => {
    const longest = buildAnchorAutomaton([{ digits: ANCHOR_DIGITS_MAX }]);
    expect(hits(longest, Buffer.from('5'.repeat(ANCHOR_DIGITS_MAX)))).toEqual([`0@${ANCHOR_DIGITS_MAX}`]);
    expect(hits(longest, Buffer.from('5'.repeat(ANCHOR_DIGITS_MAX - 1)))).toEqual([]);
    expect(() => buildAnchorAutomaton([{ digits: ANCHOR_DIGITS_MAX + 1 }])).toThrow('33 digits');
    expect(() => buildAnchorAutomaton([{ digits: 0 }])).toThrow('0 digits');
  });

  it('refuses anchors without bytes, and characters that are not bytes', () => {
    expect(() => buildAnchorAutomaton([{ literal: '' }])).toThrow('needs a byte');
    expect(() => buildAnchorAutomaton([{ literal: 'clé' }])).toThrow('not ASCII');
  });

  it('refuses more anchors than its memory allows', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      literal: `${index}${'abcdefghijklmnopqrst'.repeat(3)}`,
    }));
    expect(() => buildAnchorAutomaton(many)).toThrow('too many');
  });

  it('stays small for many anchors: its states are their bytes and a few for digits', () => {
    const words = Array.from({ length: 100 }, (_, index) => ({ literal: `word-${index}-token` }));
    const automaton = buildAnchorAutomaton([...words, { digits: 12 }]);
    const bytes = words.reduce((sum, word) => sum + word.literal.length, 0);
    expect(automaton.states).toBeLessThan(bytes + 200);
  });
});
