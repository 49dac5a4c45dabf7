import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AckWriter } from '../../../src/protocol/ack-writer.js';
import { wire } from '../../../src/protocol/codec.js';
import { ackFrame } from '../../../src/protocol/server-frames.js';

const ack = fc.record({
  correlationId: fc.stringMatching(/^[A-Za-z0-9._-]{1,128}$/),
  sequence: fc.maxSafeNat(),
  epoch: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  durability: fc.constantFrom(wire.Durability.NONE, wire.Durability.MEMORY, wire.Durability.STORED),
  duplicate: fc.boolean(),
});

type AckFields = Parameters<typeof ackFrame>[0];

function append(writer: AckWriter, fields: AckFields): void {
  const source = Buffer.from(`..${fields.correlationId}..`);
  const publish = { source, idStart: 2, idEnd: 2 + fields.correlationId.length };
  writer.append(publish, fields.sequence, fields.epoch, fields.durability, fields.duplicate);
}

describe('AckWriter [P3] [S-TRANS-3]', () => {
  it('writes byte for byte what the generated codec would', () => {
    const writer = new AckWriter();
    fc.assert(
      fc.property(fc.array(ack, { minLength: 1, maxLength: 20 }), (acks) => {
        for (const fields of acks) append(writer, fields);
        expect(writer.take()).toEqual(Buffer.concat(acks.map(ackFrame)));
      }),
    );
  });

  it('leaves default values out, each by itself', () => {
    const writer = new AckWriter();
    const acks: AckFields[] = [
      { correlationId: 'none', sequence: 0, epoch: 0, durability: wire.Durability.NONE, duplicate: false },
      { correlationId: 'sequence', sequence: 1, epoch: 0, durability: wire.Durability.NONE, duplicate: false },
      { correlationId: 'epoch', sequence: 0, epoch: 1, durability: wire.Durability.NONE, duplicate: false },
      { correlationId: 'durability', sequence: 0, epoch: 0, durability: wire.Durability.MEMORY, duplicate: false },
      { correlationId: 'duplicate', sequence: 0, epoch: 0, durability: wire.Durability.NONE, duplicate: true },
    ];
    for (const fields of acks) append(writer, fields);
    expect(writer.take()).toEqual(Buffer.concat(acks.map(ackFrame)));
  });

  it('grows for the largest acks, and gives out each once', () => {
    const writer = new AckWriter();
    const largest: AckFields = {
      correlationId: 'x'.repeat(128),
      sequence: Number.MAX_SAFE_INTEGER,
      epoch: 0xffff_ffff,
      durability: wire.Durability.STORED,
      duplicate: true,
    };
    for (let index = 0; index < 1000; index += 1) append(writer, largest);
    const frame = writer.take();
    expect(wire.Frame.decode(frame as Buffer).envelopes).toHaveLength(1000);
    expect(writer.take()).toBeNull();
    append(writer, { ...largest, correlationId: 'next' });
    expect(wire.Frame.decode(writer.take() as Buffer).envelopes.map(({ correlationId }) => correlationId)).toEqual([
      'next',
    ]);
  });

  it('gives out a copy: later acks do not change it', () => {
    const writer = new AckWriter();
    append(writer, { correlationId: 'a', sequence: 1, epoch: 1, durability: 1, duplicate: false });
    const first = writer.take() as Buffer;
    const before = Buffer.from(first);
    append(writer, { correlationId: 'b', sequence: 2, epoch: 2, durability: 2, duplicate: true });
    expect(first).toEqual(before);
  });
});
