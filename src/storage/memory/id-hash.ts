/**
 * Message ids as 64-bit hashes, made from the client's bytes: remembering an id costs no string. Two different ids of
 * one subject that collide would make a message look like a repeat; among a full quota of 10,000 ids the chance is
 * about 10^-15 per message, and a sender who forges a collision only fools its own idempotency. [P4]
 */

/** 2^32 divided by the golden ratio, and a second odd constant (both from xxHash's published prime set). */
const SPREAD_A = 0x9e3779b1;
const SPREAD_B = 0x85ebca77;

/** One scratch per log: `of` sets it, the tables read it. */
export class IdHash {
  /** Signed 32-bit halves. */
  low = 0;
  high = 0;

  of(source: Uint8Array, start: number, end: number): void {
    let low = end - start;
    let high = ~low;
    for (let index = start; index < end; index += 1) {
      const byte = source[index] as number;
      low = Math.imul(low ^ byte, SPREAD_A);
      high = Math.imul(high ^ byte, SPREAD_B);
      // Brings the well-mixed upper bits down, so that the next byte meets them.
      low ^= low >>> 15;
      high ^= high >>> 13;
    }
    this.low = Math.imul(low, SPREAD_B) ^ (low >>> 13);
    this.high = Math.imul(high, SPREAD_A) ^ (high >>> 16);
  }
}
