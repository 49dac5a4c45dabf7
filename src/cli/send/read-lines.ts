/** Lines of a stream, one at a time and never longer than a bound, so that any amount flows through little memory. */
import type { Readable } from 'node:stream';

export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly bytes: Buffer;
  /** The line is longer than the bound; `bytes` is its beginning, and nothing follows. */
  readonly tooLong: boolean;
}

const NEWLINE = 0x0a;

export async function* readLines(stream: Readable, lineBytesMax: number): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let number = 0;
  for await (const chunk of stream) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      const bytes = Buffer.concat([...pending, rest.subarray(0, end)]);
      pending = [];
      pendingBytes = 0;
      rest = rest.subarray(end + 1);
      number += 1;
      const tooLong = bytes.length > lineBytesMax;
      yield { number, bytes, tooLong };
      if (tooLong) return;
    }
    pending.push(rest);
    pendingBytes += rest.length;
    if (pendingBytes > lineBytesMax) {
      yield { number: number + 1, bytes: Buffer.concat(pending), tooLong: true };
      return;
    }
  }
  if (pendingBytes > 0) yield { number: number + 1, bytes: Buffer.concat(pending), tooLong: false };
}
