import { describe, expect, test } from 'vitest';
import { isPlaceholder, placeholderIn } from '../../../../src/casil/detectors/secrets/placeholder.js';
import { Rng } from '../../../support/casil/corpus/rng.js';

function judge(text: string): boolean {
  const bytes = Buffer.from(`EXAMPLE ${text} 0000000`);
  return isPlaceholder(bytes, 'EXAMPLE '.length, bytes.length - ' 0000000'.length);
}

describe('placeholders in the shape of tokens [C-DET-3]', () => {
  test.each([
    ['a word of documentation', 'AKIAIOSFODNN7EXAMPLE'],
    ['a word in lower case', 'sk-proj-this-is-your-own-key-and-nobody-elses'],
    ['crosses', 'ghp_aB3xxxxD'],
    ['seven equal characters', 'q1000000042'.replace('000000', '0000000')],
    ['an alphabet', 'hf_QabcdefghZ'],
    ['counting digits', 'live_912345678'],
    ['counting past nine', 'key-3456789012'],
    ['dots that stand for the rest', 'sk-aB3....9xQ'],
  ])('%s', (_, text) => {
    expect(judge(text)).toBe(true);
  });

  test.each([
    ['six equal characters', 'q1000000x42'.replace('000000x', '000000')],
    ['seven letters of the alphabet', 'hf_QabcdefgZ'],
    ['the first bytes of a batch token', 'hvb.AAAAAQKHnX4dGg'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(judge(text)).toBe(false);
  });

  test.each([
    ['a word', 'aB3-example-xxxx', 'example'],
    ['a word of several letters alike', 'aB3xxxxxxD', 'xxxxxx'],
    ['equal characters', 'q10000000x42', '0000000'],
    ['counting characters', 'q-23456789x', '23456789'],
    ['letters in order', 'hf_QabcdefghZ', 'abcdefgh'],
  ])('begin where the first of %s begins', (_, text, first) => {
    const bytes = Buffer.from(text);
    const at = text.indexOf(first);
    expect(placeholderIn(bytes, 0, bytes.length)).toBe(at);
    expect(placeholderIn(bytes, at, bytes.length)).toBe(at);
    expect(placeholderIn(bytes, 0, at + 3)).toBe(-1);
  });

  test('are one random token in ten thousand at most', () => {
    const rng = new Rng(12);
    let taken = 0;
    for (let count = 0; count < 20_000; count += 1) if (judge(rng.base64url(40))) taken += 1;
    expect(taken).toBeLessThanOrEqual(2);
  });
});
