import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageBoundary } from '../../../src/transport/message-boundary.js';
import { clientFrame } from '../../support/transport/client-frames.js';

const OVERHEAD_BYTES = 256;

/** Frames of one data message in `fragments` parts, or a control frame. */
const message = fc.oneof(
  fc.record({
    opcode: fc.constantFrom(1, 2),
    sizes: fc.array(fc.constantFrom(0, 1, 5, 125, 126, 127, 700, 65_535, 65_536), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ opcode: fc.constantFrom(9, 10), sizes: fc.array(fc.nat(125), { minLength: 1, maxLength: 1 }) }),
);

function encode({ opcode, sizes }: { opcode: number; sizes: number[] }): Buffer {
  const frames = sizes.map((size, index) =>
    clientFrame(Buffer.alloc(size, 0x82), { opcode: index === 0 ? opcode : 0, fin: index === sizes.length - 1 }),
  );
  return Buffer.concat(frames);
}

describe('MessageBoundary [S-TRANS-1] [P8]', () => {
  test('holds nothing exactly where messages end, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom(1, 2, 3, 7, 100, 4_096, 65_536), { minLength: 1, maxLength: 20 }),
        (messages, cuts) => {
          const encoded = messages.map(encode);
          const ends = new Set<number>([0]);
          let total = 0;
          for (const each of encoded) ends.add((total += each.length));
          const stream = Buffer.concat(encoded);
          const boundary = new MessageBoundary();
          let charged = 0;
          for (let pos = 0, turn = 0; pos < stream.length; turn += 1) {
            // Long streams are not read byte by byte for their whole length: that only takes time.
            const cut = stream.length > 4_000 && turn > 200 ? 10_000 : (cuts[turn % cuts.length] ?? 1);
            const end = Math.min(stream.length, pos + cut);
            charged += boundary.push(stream.subarray(pos, end));
            pos = end;
            const lastEnd = Math.max(...[...ends].filter((each) => each <= pos));
            expect(charged).toBe(boundary.retainedBytes);
            if (lastEnd === pos) expect(charged).toBe(0);
            else expect(charged).toBeGreaterThanOrEqual(pos - lastEnd);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a chunk with the beginning of a message counts whole, and every chunk costs its object', () => {
    const boundary = new MessageBoundary();
    const finished = clientFrame(Buffer.alloc(1_000));
    const begun = clientFrame(Buffer.alloc(50));
    boundary.push(Buffer.concat([finished, begun.subarray(0, 1)]));
    expect(boundary.retainedBytes).toBe(finished.length + 1 + OVERHEAD_BYTES);
    boundary.push(begun.subarray(1, 2));
    expect(boundary.retainedBytes).toBe(finished.length + 2 + 2 * OVERHEAD_BYTES);
    boundary.push(begun.subarray(2));
    expect(boundary.retainedBytes).toBe(0);
  });

  test('chunks of messages that ended in between are let go', () => {
    const boundary = new MessageBoundary();
    const message = clientFrame(Buffer.alloc(1_000));
    boundary.push(message.subarray(0, 900));
    const next = Buffer.concat([message.subarray(900), message.subarray(0, 500)]);
    boundary.push(next);
    expect(boundary.retainedBytes).toBe(next.length + OVERHEAD_BYTES);
  });

  test('a control frame between fragments ends nothing', () => {
    const boundary = new MessageBoundary();
    boundary.push(clientFrame(Buffer.alloc(10), { fin: false }));
    const held = boundary.retainedBytes;
    boundary.push(clientFrame(Buffer.alloc(3), { opcode: 9 }));
    expect(boundary.retainedBytes).toBeGreaterThan(held);
    boundary.push(clientFrame(Buffer.alloc(10), { opcode: 0 }));
    expect(boundary.retainedBytes).toBe(0);
  });
});
