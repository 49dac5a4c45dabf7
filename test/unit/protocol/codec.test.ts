import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CloseCode } from '../../../src/protocol/close-code.js';
import { readUint64, wire } from '../../../src/protocol/codec.js';

describe('readUint64', () => {
  it('gives back what was encoded, as a number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (sequence) => {
        expect(readUint64(wire.Ack.decode(wire.Ack.encode({ sequence }).finish()).sequence)).toBe(sequence);
      }),
    );
    expect([readUint64(null), readUint64(undefined), readUint64(7)]).toEqual([0, 0, 7]);
    expect(readUint64({ low: -1, high: 0 })).toBe(2 ** 32 - 1);
  });

  it('refuses 2^53 and more instead of rounding', () => {
    expect(readUint64({ low: -1, high: 0x1f_ffff })).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => readUint64({ low: 0, high: 0x20_0000 })).toThrow(RangeError);
  });
});

describe('close codes', () => {
  it('4000 to 4499 and standard codes reconnect, 4500 to 4999 do not', () => {});

  it('all of ours lie in the two ranges', () => {
    const codes = Object.values(CloseCode).filter((code): code is CloseCode => typeof code === 'number');
    const sent = codes.map(Number).filter((code) => code !== 0);
    expect(sent.length).toBeGreaterThan(8);
    for (const code of sent) expect(code >= 4000 && code <= 4999, String(code)).toBe(true);
  });
});
