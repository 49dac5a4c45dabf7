import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAnchorAutomaton, type FixedAnchor } from '../../../../src/casil/engine/anchor-automaton.js';
import { AnchorPass, STRETCH_BYTES_MAX } from '../../../../src/casil/engine/anchor-pass.js';

/** `state@end` of every hit of a pass that reads stretches of this size. */
function hits(anchors: readonly FixedAnchor[], bytes: Uint8Array, stretch: number): string[] {
  const pass = new AnchorPass(buildAnchorAutomaton(anchors));
  const found: string[] = [];
  pass.begin();
  for (let start = 0; start < bytes.length; start += stretch) {
    const count = pass.read(bytes, start, Math.min(bytes.length, start + stretch));
    for (let nth = 0; nth < count; nth++) found.push(`${pass.states[nth]}@${pass.ends[nth]}`);
  }
  return found;
}

const literal = fc.string({ unit: fc.constantFrom(...'abA1_'), minLength: 1, maxLength: 12 });
const anchor: fc.Arbitrary<FixedAnchor> = fc.oneof(
  fc.record({ literal, ignoreCase: fc.constant(false) }),
  fc.record({ literal: literal.map((text) => text.toLowerCase()), ignoreCase: fc.constant(true) }),
  fc.record({ digits: fc.integer({ min: 1, max: 20 }), before: fc.constantFrom('', '.', '-_ ') }),
);
/** Long runs of digits and of letters are what a reader in the middle could take for the start of something. */
const runs = fc.record({
  unit: fc.constantFrom('1', '12', 'a', 'abA', '_', '.', '1.', 'ab1_ '),
  times: fc.nat({ max: 90 }),
});
const text = fc.array(runs, { minLength: 5, maxLength: 60 }).map((parts) => {
  const whole = parts.map((part) => part.unit.repeat(part.times)).join('');
  return Buffer.from(whole.slice(0, 6000));
});

describe('the anchor pass [C-CHAIN-3]', () => {
  it('finds in halves what it finds byte by byte, whatever the stretch', () => {
    fc.assert(
      fc.property(
        fc.array(anchor, { minLength: 1, maxLength: 8 }),
        text,
        fc.integer({ min: 100, max: STRETCH_BYTES_MAX }),
        (anchors, bytes, stretch) => {
          const expected = hits(anchors, bytes, 1);
          expect(hits(anchors, bytes, stretch)).toEqual(expected);
          expect(hits(anchors, bytes, STRETCH_BYTES_MAX)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not take the middle of a digit run for its start', () => {
    const anchors: FixedAnchor[] = [
      { digits: 4, before: '' },
      { digits: 6, before: '.' },
    ];
    const bytes = Buffer.from(`${'1'.repeat(2040)}.12345678`);
    expect(hits(anchors, bytes, STRETCH_BYTES_MAX)).toEqual(hits(anchors, bytes, 1));
    expect(hits(anchors, bytes, STRETCH_BYTES_MAX)).toHaveLength(2);
  });

  it('has room for a hit at every byte of its longest stretch', () => {
    const bytes = Buffer.alloc(STRETCH_BYTES_MAX, '@');
    const found = hits([{ literal: '@', ignoreCase: false }], bytes, STRETCH_BYTES_MAX);
    expect(found).toHaveLength(STRETCH_BYTES_MAX);
    expect(found.at(-1)).toMatch(new RegExp(`@${STRETCH_BYTES_MAX}$`));
  });

  it('reads anchors longer than half a stretch one byte after the other', () => {
    const literal = 'ab'.repeat(200);
    const bytes = Buffer.from(`${'x'.repeat(100)}${literal}${'x'.repeat(200)}`);
    expect(hits([{ literal, ignoreCase: false }], bytes, STRETCH_BYTES_MAX)).toHaveLength(1);
  });

  it('forgets the scan before', () => {
    const pass = new AnchorPass(buildAnchorAutomaton([{ literal: 'ab', ignoreCase: false }]));
    pass.begin();
    expect(pass.read(Buffer.from('a'), 0, 1)).toBe(0);
    expect(pass.read(Buffer.from('b'), 0, 1)).toBe(1);
    expect(pass.read(Buffer.from('a'), 0, 1)).toBe(0);
    pass.begin();
    expect(pass.read(Buffer.from('b'), 0, 1)).toBe(0);
  });
});
