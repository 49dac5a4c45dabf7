import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { readFrame, readHistoryEnvelopes, writeFrame } from '../../../src/protocol/frame-reader.js';
import { bytesField } from '../../support/protocol/raw-fields.js';

describe('frame reader [S-SDK-1]', () => {
  it('reads what it writes', () => {
    const frame = writeFrame([
      { version: 1, id: 'a' },
      { version: 1, id: 'b', headers: { k: 'v' } },
    ]);
    const { envelopes, failures } = readFrame(frame);
    expect(envelopes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(envelopes[1]?.headers).toEqual({ k: 'v' });
    expect(failures).toEqual([]);
    expect(readFrame(writeFrame([]))).toEqual({ envelopes: [], failures: [] });
  });

  it('contains a failure to the one envelope it is in', () => {
    const good = wire.Envelope.encode({ version: 1, id: 'good' }).finish();
    const badText = bytesField(3, Buffer.from([0xff, 0xff]));
    const cutShort = Buffer.from([0x1a, 0x7f]);
    const frame = Buffer.concat([good, badText, good, cutShort].map((bytes) => bytesField(1, bytes)));
    const { envelopes, failures } = readFrame(frame);
    expect(envelopes.map(({ id }) => id)).toEqual(['good', 'good']);
    expect(failures.map(({ index }) => index)).toEqual([1, 3]);
    for (const { error } of failures) expect(error).toBeInstanceOf(Error);
  });

  it('throws on broken outer framing', () => {
    expect(() => readFrame(Buffer.from([0x12, 0x00]))).toThrow(RangeError);
  });

  it('contains failures inside a history page the same way', () => {
    const good = wire.Envelope.encode({ version: 1, id: 'kept' }).finish();
    const { envelopes, failures } = readHistoryEnvelopes({ envelopes: [Buffer.from([0x1a, 0x7f]), good] });
    expect(envelopes.map(({ id }) => id)).toEqual(['kept']);
    expect(failures.map(({ index }) => index)).toEqual([0]);
    expect(readHistoryEnvelopes({})).toEqual({ envelopes: [], failures: [] });
  });
});
