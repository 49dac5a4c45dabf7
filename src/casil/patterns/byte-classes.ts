/** Bytes that no position tells apart share a column of the tables. */

export interface ByteClasses {
  /** Class of each byte. */
  readonly of: Uint8Array;
  readonly count: number;
}

/** @param sets 256 entries each; bytes that differ in any of them differ in class. */
export function classify(sets: Iterable<Uint8Array>): ByteClasses {
  let of = new Uint8Array(256);
  let count = 1;
  for (const members of distinct(sets)) {
    // Class and membership to the new class plus one; 0 is none yet.
    const split = new Uint16Array(2 * 256);
    const next = new Uint8Array(256);
    count = 0;
    for (let byte = 0; byte < 256; byte += 1) {
      const key = 2 * (of[byte] as number) + (members[byte] as number);
      if (split[key] === 0) {
        count += 1;
        split[key] = count;
      }
      next[byte] = (split[key] as number) - 1;
    }
    of = next;
  }
  return { of, count };
}

function distinct(sets: Iterable<Uint8Array>): Iterable<Uint8Array> {
  const byContent = new Map<string, Uint8Array>();
  for (const members of new Set(sets)) byContent.set(Buffer.from(members).toString('latin1'), members);
  return byContent.values();
}

/** The finest classes that both agree with, and which class of each they are in. */
export function intersect(
  left: ByteClasses,
  right: ByteClasses,
): ByteClasses & { left: Uint8Array; right: Uint8Array } {
  const ids = new Map<number, number>();
  const of = new Uint8Array(256);
  const leftOf = new Uint8Array(256);
  const rightOf = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    const key = (left.of[byte] as number) * 256 + (right.of[byte] as number);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    of[byte] = id;
    leftOf[id] = left.of[byte] as number;
    rightOf[id] = right.of[byte] as number;
  }
  return { of, count: ids.size, left: leftOf, right: rightOf };
}

/** Columns are addressed by shifting, so a table is as wide as the next power of two. */
export function shiftFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
