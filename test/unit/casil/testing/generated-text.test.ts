import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../../src/casil/detectors/catalogue.js';
import { sampleName } from '../../../../src/casil/samples/samples.js';
import { expandWith, GeneratedText } from '../../../../src/casil/testing/generated-text.js';

const expand = expandWith(DETECTORS);

describe('generated text [C-CLI-1]', () => {
  it('writes out every generator, remembers it, and conceals it as text and inside JSON [P9]', () => {
    for (const { id } of DETECTORS) {
      const generated = new GeneratedText(expand, 'a case');
      const name = sampleName(id);
      const text = generated.expand(`before {${name}} after`);
      expect(generated.problem, id).toBeNull();
      expect(text, id).not.toContain('{');
      expect(generated.conceal(text), id).toBe('before (generated) after');
      expect(generated.conceal(JSON.stringify({ text })), id).toBe('{"text":"before (generated) after"}');
      const masked = generated.expand(`before {masked:${name}} after`);
      expect(masked, id).toMatch(/^before \*+ after$/);
      expect(Buffer.byteLength(masked), id).toBe(Buffer.byteLength(text));
    }
  });

  it('gives a case one value per generator, and another case another', () => {
    const one = new GeneratedText(expand, 'one');
    expect(one.expand('{email}')).toBe(one.expand('x {email}').slice(2));
    expect(one.expand('{email}')).not.toBe(one.expand('{email#2}'));
    expect(one.expand('{email}')).toBe(new GeneratedText(expand, 'one').expand('{email}'));
    expect(one.expand('{email}')).not.toBe(new GeneratedText(expand, 'two').expand('{email}'));
  });

  it('tells near misses, repeats, and leaves other braces alone', () => {
    const generated = new GeneratedText(expand, 'one');
    generated.expand('{github_token:near_miss} {email}');
    expect([...generated.nearMisses]).toEqual(['github_token']);
    expect(generated.expand('{repeat:3:ab}')).toBe('ababab');
    expect(generated.expand('{"a":{"b":1}} {{email}}')).toBe('{"a":{"b":1}} {{email}}');
    expect(generated.problem).toBeNull();
  });

  it('keeps the first problem', () => {
    const generated = new GeneratedText(expand, 'one');
    expect(generated.expand('{emial}')).toBe('{emial}');
    generated.expand('{nothing_of_the_kind}');
    expect(generated.problem).toBe('there is no generator called emial; did you mean {email}?');
  });
});
