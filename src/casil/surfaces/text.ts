/** What text is to inspection, and where its characters begin. */
import { isUtf8 } from '../../protocol/utf8.js';

/** 1 for control characters that text does not have: all but tab, line feed and carriage return. */
const CONTROL = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte += 1) CONTROL[byte] = byte === 0x09 || byte === 0x0a || byte === 0x0d ? 0 : 1;
CONTROL[0x7f] = 1;

/** Whether bytes[from..to) is UTF-8 without control characters. */
export function isText(bytes: Uint8Array, from: number, to: number): boolean {
  let highest = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] as number;
    if (CONTROL[byte] !== 0) return false;
    highest |= byte;
  }
  return highest < 0x80 || isUtf8(bytes, from, to);
}

/** Moves a position inside a UTF-8 character of bytes[from..) to its first byte; any other stays. */
export function characterStart(bytes: Uint8Array, from: number, at: number): number {
  const lead = leadAround(bytes, from, at);
  return lead < 0 ? at : lead;
}

/** Moves a position inside a UTF-8 character of bytes[from..to) to the byte after it; any other stays. */
export function characterEnd(bytes: Uint8Array, from: number, at: number, to: number): number {
  const lead = at < to ? leadAround(bytes, from, at) : -1;
  if (lead < 0) return at;
  const end = Math.min(to, lead + characterBytes(bytes[lead] as number));
  let index = at;
  // A character may be broken off.
  while (index < end && ((bytes[index] as number) & 0xc0) === 0x80) index += 1;
  return index;
}

/** First byte of the character that goes on at `at`; -1 where none does: bytes of unknown form have no characters. */
function leadAround(bytes: Uint8Array, from: number, at: number): number {
  if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return -1;
  for (let index = at - 1; index >= from && index >= at - 3; index -= 1) {
    const byte = bytes[index] as number;
    if ((byte & 0xc0) === 0x80) continue;
    return index + characterBytes(byte) > at ? index : -1;
  }
  return -1;
}

function characterBytes(lead: number): number {
  if (lead < 0xc0) return 1;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Decoded bytes that are looked at to tell text from images, hashes and noise. */
export const SAMPLE_BYTES = 64;
/** Random bytes are printable three times in eight; text inside Protobuf nearly always. */
const PRINTABLE_SHARE_MIN = 0.7;

/** First bytes of formats that are not text, though what follows may look like it: PNG, JPEG, GIF, gzip, ZIP, RIFF. */
const MAGICS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x52, 0x49, 0x46, 0x46],
];

/** Whether a sample of decoded bytes looks like text, JSON, or Protobuf with text in it. */
export function looksReadable(bytes: Uint8Array, from: number, to: number): boolean {
  let printable = 0;
  let controls = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] as number;
    if (CONTROL[byte] !== 0) controls += 1;
    else if (byte < 0x80) printable += 1;
  }
  const isReadable =
    printable >= PRINTABLE_SHARE_MIN * (to - from) ||
    // Text of other scripts: a sample may end inside a character.
    (controls === 0 && isText(bytes, from, characterStart(bytes, from, to - 1)));
  return isReadable && !hasMagic(bytes, from);
}

function hasMagic(bytes: Uint8Array, from: number): boolean {
  return MAGICS.some((magic) => magic.every((byte, index) => bytes[from + index] === byte));
}
