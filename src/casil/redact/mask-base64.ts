/**
 * Masks inside base64: decodes, masks what was decoded so that it keeps its form, and encodes the groups that changed
 * again, in the same alphabet and the same places. A character that the message writes as an escape (`\/`) has no room
 * for another and stays, so that up to six bits of such a group survive.
 */
import { BASE64_VALUES } from '../surfaces/base64.js';
import type { Base64Map, PositionMap } from '../surfaces/position-map.js';
import type { ContentForm } from '../vocabulary.js';
import { maskContent } from './mask-content.js';
import type { Ranges } from './ranges.js';

const STANDARD = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const URL_SAFE = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const PAD = 0x3d;
const DASH = 0x2d;
const UNDERSCORE = 0x5f;

/**
 * Masks what `ranges` cover of what `map` decoded; their positions count from its first decoded byte.
 * @param bytes the message, shifted: its byte at position p is bytes[p - shift].
 * @param form what the decoded bytes are.
 */
export function maskBase64(bytes: Buffer, shift: number, map: Base64Map, form: ContentForm, ranges: Ranges): void {
  const places = placesOf(map, shift);
  const chars = places.map((place, index) =>
    place < 0 ? (map.parentBytes[map.charAt(index)] as number) : (bytes[place] as number),
  );
  const decoded = decode(chars);
  const masked = Buffer.from(decoded);
  maskContent(masked, 0, masked.length, form, ranges);
  const alphabet = chars.includes(DASH) || chars.includes(UNDERSCORE) ? URL_SAFE : STANDARD;
  for (let group = 0; 3 * group < masked.length; group += 1) {
    const at = 3 * group;
    if (masked[at] === decoded[at] && masked[at + 1] === decoded[at + 1] && masked[at + 2] === decoded[at + 2])
      continue;
    writeGroup(bytes, places, group, masked, alphabet);
  }
}

/** Where each character without padding lies in the message; -1 where it is written as an escape. */
function placesOf(map: Base64Map, shift: number): number[] {
  const places: number[] = [];
  for (let index = 0; index < map.charsCount; index += 1) {
    const at = map.charAt(index);
    if (map.parentBytes[at] === PAD) break;
    let start = at;
    let end = at + 1;
    for (let parent: PositionMap | null = map.parent; parent !== null; parent = parent.parent) {
      start = parent.start(start);
      end = parent.end(end);
    }
    places.push(end - start === 1 ? start - shift : -1);
  }
  return places;
}

function decode(chars: readonly number[]): Buffer {
  const decoded = Buffer.alloc(Math.floor((chars.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let out = 0;
  for (const char of chars) {
    word = ((word << 6) | ((BASE64_VALUES[char] as number) & 0x3f)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded[out] = (word >> bits) & 0xff;
    out += 1;
  }
  return decoded;
}

/** Writes the characters of three decoded bytes, or of the one or two that are left at the end. */
function writeGroup(
  bytes: Buffer,
  places: readonly number[],
  group: number,
  decoded: Buffer,
  alphabet: Uint8Array,
): void {
  const word =
    ((decoded[3 * group] as number) << 16) | ((decoded[3 * group + 1] ?? 0) << 8) | (decoded[3 * group + 2] ?? 0);
  for (let index = 0; index < 4; index += 1) {
    const place = places[4 * group + index];
    if (place === undefined || place < 0) continue;
    bytes[place] = alphabet[(word >> (18 - 6 * index)) & 0x3f] as number;
  }
}
