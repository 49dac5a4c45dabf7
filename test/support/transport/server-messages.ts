/** Reads what a server sent on a WebSocket (RFC 6455, section 5.2), for tests that look at raw bytes. */
import { wire } from '../../../src/protocol/codec.js';

export interface ServerFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** Splits a server's byte stream into its complete frames; what is left over is `rest`. */
export function readServerFrames(stream: Buffer): { frames: ServerFrame[]; rest: Buffer } {
  const frames: ServerFrame[] = [];
  let pos = 0;
  for (;;) {
    const header = readHeader(stream, pos);
    if (header === null || header.end > stream.length) return { frames, rest: stream.subarray(pos) };
    frames.push({ opcode: header.opcode, payload: stream.subarray(header.start, header.end) });
    pos = header.end;
  }
}

function readHeader(stream: Buffer, pos: number): { opcode: number; start: number; end: number } | null {
  if (stream.length < pos + 2) return null;
  const first = stream.readUInt8(pos);
  const second = stream.readUInt8(pos + 1);
  if ((first & 0xf0) !== 0x80) throw new Error(`a server frame must have FIN and no extension bits: ${first}`);
  if ((second & 0x80) !== 0) throw new Error('a server frame must not be masked');
  const extended = second === 126 ? 2 : second === 127 ? 8 : 0;
  const start = pos + 2 + extended;
  if (stream.length < start) return null;
  const length =
    extended === 0 ? second : extended === 2 ? stream.readUInt16BE(pos + 2) : Number(stream.readBigUInt64BE(pos + 2));
  return { opcode: first & 0x0f, start, end: start + length };
}

/** Envelopes of one binary message. */
export function envelopesOf(payload: Uint8Array): wire.IEnvelope[] {
  return wire.Frame.decode(payload).envelopes;
}

/** Envelopes of all binary messages of a stream, in order. */
export function envelopesOfStream(stream: Buffer): wire.IEnvelope[] {
  return readServerFrames(stream).frames.flatMap((frame) => (frame.opcode === 2 ? envelopesOf(frame.payload) : []));
}
