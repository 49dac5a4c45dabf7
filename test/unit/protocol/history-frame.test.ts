import { describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { readFrame, readHistoryEnvelopes } from '../../support/protocol/frame-reader.js';
import { historyResultFrame } from '../../../src/protocol/history-frame.js';
import { encodeSenderStamp } from '../../../src/protocol/stamp.js';
import { frameEnvelope, sealed } from '../../support/sealed.js';

const senderStamp = encodeSenderStamp('n1.a', 'agent');

function entries(count: number, payloadBytes: number) {
  return Array.from({ length: count }, (_, index) => {
    const payload = new Uint8Array(payloadBytes).fill(index);
    const encoded = wire.Envelope.encode({
      version: 1,
      type: 1,
      id: `m${index}`,
      room: 'r',
      channel: 'c',
      payload,
    }).finish();
    const source = Buffer.from(encoded);
    return sealed({ source, start: 0, end: source.length, senderStamp }, index + 1, 7, 1000);
  });
}

describe('historyResultFrame [P2]', () => {
  it.each([
    [0, 0],
    [1, 0],
    [3, 50],
    [100, 200],
    [5, 40_000],
  ])('%d entries with %d bytes of payload come back byte for byte', (count, payloadBytes) => {
    const page = entries(count, payloadBytes);
    const frame = historyResultFrame('cmd-9', page, {
      more: true,
      epoch: 0xffff_fff0,
      headSequence: 2 ** 50,
      firstSequence: 1,
    });
    const { envelopes, failures } = readFrame(frame);
    expect([envelopes.length, failures.length]).toEqual([1, 0]);
    const [reply] = envelopes;
    expect([reply?.version, reply?.type, reply?.correlationId]).toEqual([1, wire.MessageType.COMMAND_RESULT, 'cmd-9']);
    const history = reply?.commandResult?.history as wire.HistoryResult;
    expect(history.envelopes.map((bytes) => Buffer.from(bytes))).toEqual(
      page.map((entry) => Buffer.from(frameEnvelope(entry.frame))),
    );
    expect([history.more, history.epoch]).toEqual([true, 0xffff_fff0]);
    expect([readUint64(history.headSequence), readUint64(history.firstSequence)]).toEqual([2 ** 50, 1]);
    expect(readHistoryEnvelopes(history).envelopes.map(({ id }) => id)).toEqual(page.map((_, index) => `m${index}`));
  });

  it('leaves defaults out like any proto3 writer', () => {
    const frame = historyResultFrame('c', [], { more: false, epoch: 0, headSequence: 0, firstSequence: 0 });
    const written = wire.Frame.encode({
      envelopes: [
        { version: 1, type: wire.MessageType.COMMAND_RESULT, correlationId: 'c', commandResult: { history: {} } },
      ],
    }).finish();
    expect(frame).toEqual(Buffer.from(written));
  });
});
