/** WebSocket frames as a client sends them (RFC 6455, section 5.2), correct or not as a test needs. */
export interface FrameShape {
  readonly opcode?: number;
  readonly fin?: boolean;
  readonly masked?: boolean;
  readonly rsv?: number;
  /** Length to write in the header instead of the payload's. */
  readonly declaredBytes?: number;
}

const MASK = Buffer.from([0x11, 0x22, 0x33, 0x44]);

export function clientFrame(payload: Uint8Array, shape: FrameShape = {}): Buffer {
  const { opcode = 2, fin = true, masked = true, rsv = 0, declaredBytes = payload.length } = shape;
  const extended = declaredBytes < 126 ? 0 : declaredBytes < 65_536 ? 2 : 8;
  const header = Buffer.alloc(2 + extended);
  header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  header[1] = (masked ? 0x80 : 0) | (extended === 0 ? declaredBytes : extended === 2 ? 126 : 127);
  if (extended === 2) header.writeUInt16BE(declaredBytes, 2);
  if (extended === 8) header.writeBigUInt64BE(BigInt(declaredBytes), 2);
  if (!masked) return Buffer.concat([header, payload]);
  const body = Buffer.from(payload);
  for (let index = 0; index < body.length; index += 1) body[index] = (body[index] ?? 0) ^ (MASK[index % 4] ?? 0);
  return Buffer.concat([header, MASK, body]);
}

export function closeFrame(code: number): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(code);
  return clientFrame(payload, { opcode: 8 });
}
