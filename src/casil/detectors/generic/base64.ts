/** Decoding of short base64 runs into one scratch buffer, so that a candidate can be looked into without allocating. */

/** Value of each digit of base64 and base64url; 255 elsewhere. */
const VALUES = new Uint8Array(256).fill(255);
Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 'latin1').forEach((byte, value) => {
  VALUES[byte] = value;
});
VALUES[0x2d] = 62;
VALUES[0x5f] = 63;

/** Decoded bytes at most; longer runs are decoded up to here. */
export const DECODED_BYTES_MAX = 768;

/** What `decodeBase64` filled last. */
export const decoded = new Uint8Array(DECODED_BYTES_MAX);

/** Decodes bytes[start..end), which are digits of base64 or base64url without padding. Returns how many bytes it made. */
export function decodeBase64(bytes: Uint8Array, start: number, end: number): number {
  let length = 0;
  let bits = 0;
  let bitCount = 0;
  for (let at = start; at < end && length < DECODED_BYTES_MAX; at += 1) {
    bits = ((bits << 6) | (VALUES[bytes[at] as number] as number)) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    decoded[length] = (bits >>> bitCount) & 0xff;
    length += 1;
  }
  return length;
}
