/**
 * Checksums that vendors put inside tokens. They raise confidence in a match; a failed one never drops it.
 *
 * Source-hosting and package-registry tokens (GitHub since April 2021, npm since September 2021) end in six characters:
 * CRC-32 of the random part between prefix and checksum, in base62 (0-9 A-Z a-z), padded with zeros on the left.
 */
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CRC_CHARACTERS = 6;

/** CRC-32 as in RFC 1952 section 8: reflected polynomial 0xEDB88320. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of bytes[start..end), unsigned. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0xffffffff;
  for (let at = start; at < end; at++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whether the last six bytes of bytes[start..end) are the base62 CRC-32 of those between them and the prefix. */
export function hasCrc32Suffix(bytes: Uint8Array, start: number, end: number, prefixLength: number): boolean {
  const suffix = end - CRC_CHARACTERS;
  if (start + prefixLength > suffix) return false;
  let left = crc32(bytes, start + prefixLength, suffix);
  for (let at = end - 1; at >= suffix; at--) {
    if (bytes[at] !== BASE62.charCodeAt(left % 62)) return false;
    left = Math.floor(left / 62);
  }
  return true;
}

/** The token with its last six characters replaced by the checksum that `hasCrc32Suffix` asks for. */
export function signCrc32Suffix(token: string, prefixLength: number): string {
  const body = token.slice(0, -CRC_CHARACTERS);
  const bytes = Buffer.from(body, 'latin1');
  let left = crc32(bytes, prefixLength, bytes.length);
  let suffix = '';
  for (let digit = 0; digit < CRC_CHARACTERS; digit++) {
    suffix = BASE62.charAt(left % 62) + suffix;
    left = Math.floor(left / 62);
  }
  return body + suffix;
}
