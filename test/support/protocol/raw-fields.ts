/** Protobuf fields written by hand, wrong ones included: what no encoder would produce. */

/** A varint; `padding` appends bytes that only make it longer. */
export function varint(value: number | bigint, padding = 0): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  while (rest >= 128n) {
    bytes.push(Number(rest % 128n) | 0x80);
    rest /= 128n;
  }
  bytes.push(Number(rest));
  for (let step = 0; step < padding; step += 1) {
    bytes[bytes.length - 1] = (bytes.at(-1) as number) | 0x80;
    bytes.push(0);
  }
  return Buffer.from(bytes);
}

export function tag(number: number, wireType: number): Buffer {
  return varint(BigInt(number) * 8n + BigInt(wireType));
}

/** A length-delimited field; text is UTF-8. */
export function bytesField(number: number, content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([tag(number, 2), varint(bytes.length), bytes]);
}

export function varintField(number: number, value: number | bigint, padding = 0): Buffer {
  return Buffer.concat([tag(number, 0), varint(value, padding)]);
}

export function fixed32Field(number: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return Buffer.concat([tag(number, 5), bytes]);
}

export function fixed64Field(number: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return Buffer.concat([tag(number, 1), bytes]);
}
