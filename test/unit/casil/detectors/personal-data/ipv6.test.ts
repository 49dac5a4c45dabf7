import { isIPv6 as isIpv6ForNode } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isIpv6 } from '../../../../../src/casil/detectors/personal-data/ipv6.js';
import { Random } from '../../../../support/protocol/random.js';

const judge = (text: string) => isIpv6(Buffer.from(text), 0, text.length);

describe('IPv6 addresses in text [C-DET-1]', () => {
  it.each([
    '::',
    '::1',
    '1::',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:1.2.3.4',
  ])('takes %s', (text) => expect(judge(text)).toBe(true));

  it.each([
    '',
    ':',
    ':::',
    '1',
    '1:',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    '1:2:3:4:5:6:7:',
    '::1.2.3',
    '::1.2.3.256',
    '1:2:3:4:5:6:7:1.2.3.4',
    '1.2.3.4',
    '::1.2.3.4:5',
  ])('refuses %j', (text) => expect(judge(text)).toBe(false));

  it('judges as Node does whatever is made of the same parts', () => {
    const random = new Random(46);
    const judgedOtherwise: string[] = [];
    let valid = 0;
    for (let round = 0; round < 60_000; round += 1) {
      const parts = Array.from({ length: 1 + random.below(9) }, () =>
        random.pick(['0', '1', 'ab', 'fff', '2001', 'dB8', '10.0.0.1', '12345', '']),
      );
      const text = parts.join(random.below(6) === 0 ? '::' : ':');
      const mutated = random.below(3) === 0 ? `${text.slice(0, 4)}:${text.slice(4)}` : text;
      if (isIpv6ForNode(mutated)) valid += 1;
      if (judge(mutated) !== isIpv6ForNode(mutated)) judgedOtherwise.push(mutated);
    }
    expect(judgedOtherwise).toEqual([]);
    expect(valid).toBeGreaterThan(1000);
  });
});
