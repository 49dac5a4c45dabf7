import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../../src/base/safe-text.js';

/** What a terminal or a log viewer would act on, hide or reorder. */
const HOSTILE: readonly [name: string, text: string, shown: string][] = [
  ['a colour', '\u001b[31mred', '\\u{1b}[31mred'],
  ['a title change', '\u001b]0;owned\u0007', '\\u{1b}]0;owned\\u{7}'],
  ['a hyperlink', '\u001b]8;;http://evil\u001b\\x', '\\u{1b}]8;;http://evil\\u{1b}\\x'],
  ['an 8-bit control sequence', '\u009b31m', '\\u{9b}31m'],
  ['a line break', 'a\nlevel=info', 'a\\u{a}level=info'],
  ['a carriage return', 'safe\revil', 'safe\\u{d}evil'],
  ['a backspace and DEL', 'a\b\u007f', 'a\\u{8}\\u{7f}'],
  ['a NUL', 'a\u0000b', 'a\\u{0}b'],
  ['a bidi override', 'user\u202etxt.exe', 'user\\u{202e}txt.exe'],
  ['a bidi isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
  ['zero-width characters', 'ad\u200bmi\u200dn\ufeff', 'ad\\u{200b}mi\\u{200d}n\\u{feff}'],
  ['a soft hyphen', 'pass\u00adword', 'pass\\u{ad}word'],
  ['line and paragraph separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
  ['tag characters', 'x\u{e0041}', 'x\\u{e0041}'],
  ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
  ['a letter that draws nothing', 'a\u3164b', 'a\\u{3164}b'],
];

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('safeText [P9]', () => {
  it.each(HOSTILE)('shows %s', (_name, text, shown) => {
    expect(safeText(text, 100)).toBe(shown);
  });

  it('leaves ordinary text of any script alone', () => {
    for (const text of ['orders:eu.west', 'Zürich', '日本語', 'नमस्ते', 'שלום', '😀 ok', 'x̂']) {
      expect(safeText(text, 100)).toBe(text);
    }
  });

  it('clamps stacked combining marks to three', () => {
    expect(safeText(`a${'\u0301'.repeat(50)}b`, 100)).toBe(`a${'\u0301'.repeat(3)}b`);
  });

  it('cuts at the bound and one past it', () => {
    expect(safeText('12345', 5)).toBe('12345');
    expect(safeText('123456', 5)).toBe('1234…');
    expect(safeText('123456', 0)).toBe('');
  });

  it('never cuts an escape in half', () => {
    expect(safeText('ab\u202ecd', 9)).toBe('ab…');
    expect(safeText('\u202e\u202e', 9)).toBe('\\u{202e}…');
  });

  it('does not take backslashes of the text for escapes of its own', () => {
    expect(safeText('\\u{1}ab', 5)).toBe('\\u{1…');
  });

  it('always gives safe text within the bound, and safe text again unchanged', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE.map(([, text]) => text)));
    fc.assert(
      fc.property(
        fc.array(anyText).map((parts) => parts.join('')),
        fc.nat({ max: 60 }),
        (text, charsMax) => {
          const safe = safeText(text, charsMax);
          expect([...safe].length).toBeLessThanOrEqual(charsMax);
          expect(UNSAFE.test(safe)).toBe(false);
          expect(safeText(safe, charsMax)).toBe(safe);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads no more of a huge text than it shows [P8]', () => {
    const huge = '\u202e'.repeat(5_000_000);
    const startedMs = performance.now();
    expect(safeText(huge, 64)).toHaveLength(57);
    expect(performance.now() - startedMs).toBeLessThan(200);
  });
});
