/**
 * Server-to-client WebSocket messages: one unmasked binary message, FIN set, no extension (RFC 6455, section 5.2).
 * Framing happens once per batch and not once per recipient. [P5]
 */

/** FIN + opcode 2 (binary). */
const FIRST_BYTE = 0x82;
const UINT16_MAX = 0xffff;

/** Bytes of the header of a message with `payloadBytes`. */
export function webSocketHeaderBytes(payloadBytes: number): number {
  if (payloadBytes < 126) return 2;
  return payloadBytes <= UINT16_MAX ? 4 : 10;
}

/** Writes the header at the beginning of `target`; returns its size. */
export function writeWebSocketHeader(target: Buffer, payloadBytes: number): number {
  target[0] = FIRST_BYTE;
  if (payloadBytes < 126) {
    target[1] = payloadBytes;
    return 2;
  }
  if (payloadBytes <= UINT16_MAX) {
    target[1] = 126;
    target.writeUInt16BE(payloadBytes, 2);
    return 4;
  }
  target[1] = 127;
  target.writeUInt32BE(Math.floor(payloadBytes / 0x1_0000_0000), 2);
  target.writeUInt32BE(payloadBytes >>> 0, 6);
  return 10;
}

/** One message of all frames, in order. @param bytesTotal must be the sum of their lengths. */
export function webSocketMessage(frames: readonly Uint8Array[], bytesTotal: number): Buffer {
  const message = Buffer.allocUnsafe(webSocketHeaderBytes(bytesTotal) + bytesTotal);
  let pos = writeWebSocketHeader(message, bytesTotal);
  for (const frame of frames) {
    message.set(frame, pos);
    pos += frame.length;
  }
  return message;
}
