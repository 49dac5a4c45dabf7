import { describe, expect, it } from 'vitest';
import type { ChannelHead } from '../../../src/protocol/log-shapes.js';
import { resolveRecovery } from '../../../src/routing/resolve-recovery.js';

/** Three links, as a store has them that failed over twice: 1-10, 11-15, 16-20; retained from 8. */
const HEAD: ChannelHead = {
  epoch: 3,
  sequence: 20,
  firstSequence: 8,
  chain: [
    { epoch: 1, firstSequence: 1 },
    { epoch: 2, firstSequence: 11 },
    { epoch: 3, firstSequence: 16 },
  ],
  retainedCount: 13,
  retainedBytes: 1300,
};

const NOWHERE: ChannelHead = { ...HEAD, epoch: 0, sequence: 0, firstSequence: 1, chain: [] };

function resolve(epoch: number, sequence: number, head = HEAD) {
  const { failure, cursor } = resolveRecovery(head, { epoch, sequence }, (removed) => removed === 9);
  return `${failure ?? 'recovered'} ${cursor === null ? 'head' : `${cursor.epoch}/${cursor.sequence}`}`;
}

describe('recovery over an epoch chain [P1] [S-ROUTE-1]', () => {
  it('recovers up to the end of each epoch and not past it', () => {
    expect(resolve(1, 10)).toBe('recovered 1/10');
    expect(resolve(1, 11)).toBe('TAIL_LOST head');
    expect(resolve(2, 15)).toBe('recovered 2/15');
    expect(resolve(2, 16)).toBe('TAIL_LOST head');
    expect(resolve(3, 20)).toBe('recovered 3/20');
    expect(resolve(3, 21)).toBe('TAIL_LOST head');
  });

  it('knows what retention has taken: the last before it is complete, one earlier is not', () => {
    expect(resolve(1, 7)).toBe('recovered 1/7');
    expect(resolve(1, 6)).toBe('RECOVER_TRIMMED 1/6');
  });

  it('takes sequence 0 as the beginning of the epoch', () => {
    expect(resolve(2, 0)).toBe('recovered 2/10');
    expect(resolve(1, 0)).toBe('RECOVER_TRIMMED 1/0');
  });

  it('tells a deleted epoch from one that never was', () => {
    expect(resolve(9, 5)).toBe('DELETED head');
    expect(resolve(8, 5)).toBe('EPOCH_FORK head');
    expect(resolve(9, 5, NOWHERE)).toBe('DELETED head');
    expect(resolve(0, 5)).toBe('EPOCH_FORK head');
  });

  it('gives who joined before the channel existed its whole life', () => {
    expect(resolve(0, 0)).toBe('RECOVER_TRIMMED 1/0');
    expect(resolve(0, 0, { ...HEAD, firstSequence: 1 })).toBe('recovered 1/0');
    expect(resolve(0, 0, NOWHERE)).toBe('recovered 0/0');
  });
});
