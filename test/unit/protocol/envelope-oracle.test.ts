import { describe, expect, it } from 'vitest';
import { compareScanner } from '../../support/protocol/compare-scanner.js';
import { ENVELOPE_CORPUS } from '../../support/protocol/envelope-corpus.js';
import { mutate } from '../../support/protocol/mutations.js';
import { Random } from '../../support/protocol/random.js';

// Tens of thousands of envelopes, each parsed twice: slow on a busy machine.
describe('scanner against an oracle made from the schema [S-PROTO-2]', { timeout: 60_000 }, () => {
  it.each(ENVELOPE_CORPUS)('accepts: $name', ({ bytes }) => {
    expect(compareScanner(bytes)).toBeNull();
  });

  it('agrees on every truncation of every valid envelope', () => {
    for (const { bytes } of ENVELOPE_CORPUS) {
      for (let end = 0; end < bytes.length; end += 1) compareScanner(bytes.subarray(0, end));
    }
  });

  it('agrees on every single flipped bit of every valid envelope', () => {
    for (const { bytes } of ENVELOPE_CORPUS) {
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const copy = Buffer.from(bytes);
        copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
        compareScanner(copy);
      }
    }
  });

  it('agrees on mutated envelopes', () => {
    const random = new Random(20_261_122);
    const verdicts = new Set<string | null>();
    for (let round = 0; round < 5000; round += 1) {
      verdicts.add(
        compareScanner(mutate(random.pick(ENVELOPE_CORPUS).bytes, random, random.pick(ENVELOPE_CORPUS).bytes)),
      );
    }
    // The mutations must reach every kind of refusal, or agreeing says little.
    for (const name of [
      null,
      'FORBIDDEN_FIELD',
      'INVALID_ARGUMENT',
      'INVALID_IDENTIFIER',
      'MALFORMED_ENVELOPE',
      'MISSING_FIELD',
      'REPEATED_FIELD',
      'UNKNOWN_TYPE',
      'UNSUPPORTED_VERSION',
    ]) {
      expect(verdicts).toContain(name);
    }
  });
});
