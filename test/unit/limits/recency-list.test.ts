import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecencyList, type RecencyNode } from '../../../src/limits/recency-list.js';

class Node implements RecencyNode {
  older: Node | null = null;
  younger: Node | null = null;
  constructor(readonly key: string) {}
}

describe('a recency list', () => {
  it('keeps the order of touches under any program, from the oldest to the youngest', () => {
    const step = fc.tuple(fc.constantFrom('touch', 'remove'), fc.nat(6));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const list = new RecencyList<Node>();
        const model: string[] = [];
        for (const [what, number] of steps) {
          const key = `k${number}`;
          const node = list.get(key);
          const index = model.indexOf(key);
          if (index >= 0) model.splice(index, 1);
          if (what === 'touch') {
            model.push(key);
            if (node === undefined) list.add(new Node(key));
            else list.touch(node);
          } else if (node !== undefined) list.remove(node);
          const walked: string[] = [];
          for (let at = list.oldest; at !== null; at = at.younger) walked.push(at.key);
          expect(walked).toEqual(model);
          expect(list.size).toBe(model.length);
          expect([...list.values()].map((each) => each.key).sort()).toEqual([...model].sort());
        }
      }),
      { seed: 24, numRuns: 300 },
    );
  });
});
