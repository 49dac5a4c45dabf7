import { describe, expect, it } from 'vitest';
import { PacedWork } from '../../../src/transport/paced-work.js';

describe('paced work [P5]', () => {
  it('does eight pieces a turn, all of them in the end, in order, and goes idle', () => {
    const turns: (() => void)[] = [];
    const work = new PacedWork((run) => turns.push(run));
    const done: number[] = [];
    for (let piece = 0; piece < 20; piece += 1) work.add(() => done.push(piece));
    expect(done).toEqual([]);
    const perTurn = [];
    while (turns.length > 0) {
      turns.shift()?.();
      perTurn.push(done.length);
    }
    expect(perTurn).toEqual([8, 16, 20]);
    expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index));
    work.add(() => done.push(99));
    expect(turns).toHaveLength(1);
    turns.shift()?.();
    expect(done.at(-1)).toBe(99);
  });
});
