import { describe, expect, it } from 'vitest';
import {
  webSocketHeaderBytes,
  webSocketMessage,
  writeWebSocketHeader,
} from '../../../src/protocol/websocket-framing.js';

/** Reads one message as RFC 6455, section 5.2 draws it. */
function parse(message: Buffer): { first: number; masked: boolean; header: number; length: bigint } {
  const second = message[1] as number;
  const short = second & 0x7f;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  const length =
    short < 126 ? BigInt(short) : short === 126 ? BigInt(message.readUInt16BE(2)) : message.readBigUInt64BE(2);
  return { first: message[0] as number, masked: (second & 0x80) !== 0, header, length };
}

describe('WebSocket messages [P5]', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 300_000])('frames %d bytes', (bytes) => {
    const content = Buffer.alloc(bytes, 7);
    const message = webSocketMessage([content.subarray(0, bytes >> 1), content.subarray(bytes >> 1)], bytes);
    const { first, masked, header, length } = parse(message);
    expect(first).toBe(0x82);
    expect(masked).toBe(false);
    expect(length).toBe(BigInt(bytes));
    expect(header).toBe(webSocketHeaderBytes(bytes));
    expect(message.subarray(header)).toEqual(content);
  });

  it('writes lengths past 32 bits', () => {
    const header = Buffer.alloc(10);
    expect(writeWebSocketHeader(header, 2 ** 32 + 5)).toBe(10);
    expect(parse(header).length).toBe(2n ** 32n + 5n);
  });
});
