/** Reads Protobuf fields of any message with big integers, strictly: every varint in its shortest form, no groups. */
export interface RawField {
  readonly number: number;
  readonly wireType: number;
  /** Value of a varint or fixed field; 0 of a length-delimited one. */
  readonly number64: bigint;
  /** Content of a length-delimited field; empty for others. */
  readonly content: Buffer;
}

/** Where reading stopped: in the value of field `number`, or in a tag (0). */
export interface Broken {
  readonly number: number;
}

const NONE = Buffer.alloc(0);
const UINT32_MAX = 2n ** 32n - 1n;

class Unreadable extends Error {}

export function readRawFields(bytes: Buffer): { fields: RawField[]; broken: Broken | null } {
  const fields: RawField[] = [];
  let pos = 0;
  let number = 0;

  function take(count: number): Buffer {
    if (count > bytes.length - pos) throw new Unreadable();
    pos += count;
    return bytes.subarray(pos - count, pos);
  }

  function takeVarint(): bigint {
    let value = 0n;
    for (let index = 0n; ; index += 1n) {
      const byte = BigInt((take(1)[0] as number) & 0xff);
      value |= (byte & 127n) << (7n * index);
      if (value >= 2n ** 64n || index > 9n) throw new Unreadable();
      if (byte >= 128n) continue;
      if (byte === 0n && index > 0n) throw new Unreadable();
      return value;
    }
  }

  try {
    while (pos < bytes.length) {
      number = 0;
      const tag = takeVarint();
      if (tag > UINT32_MAX || tag < 8n) throw new Unreadable();
      number = Number(tag / 8n);
      const wireType = Number(tag % 8n);
      if (wireType === 0) fields.push({ number, wireType, number64: takeVarint(), content: NONE });
      else if (wireType === 1) fields.push({ number, wireType, number64: take(8).readBigUInt64LE(), content: NONE });
      else if (wireType === 5)
        fields.push({ number, wireType, number64: BigInt(take(4).readUInt32LE()), content: NONE });
      else if (wireType === 2) {
        const length = takeVarint();
        if (length > BigInt(bytes.length)) throw new Unreadable();
        fields.push({ number, wireType, number64: 0n, content: take(Number(length)) });
      } else throw new Unreadable();
    }
    return { fields, broken: null };
  } catch (error) {
    if (error instanceof Unreadable) return { fields, broken: { number } };
    throw error;
  }
}
