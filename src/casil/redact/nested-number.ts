/** Whether a finding is a number of JSON that stands inside a string: a star there would break the inner JSON. */
import { EscapeMap } from '../surfaces/position-map.js';
import type { SurfaceRun } from '../surfaces/surface-run.js';

const NUMBER_BYTES = byteSet('0123456789+-.eE');
const BLANKS = byteSet(' \t\r\n');
const BEFORE_VALUE = byteSet(':[,');
const AFTER_VALUE = byteSet(',]}');

/** Looks around bytes [start..end) of a surface whose escapes were decoded; elsewhere JSON is known as such. */
export function isNestedNumber(surface: SurfaceRun, start: number, end: number): boolean {
  if (!(surface.map instanceof EscapeMap) || start >= end) return false;
  const { bytes, from, to } = surface;
  for (let index = start; index < end; index += 1) if (NUMBER_BYTES[bytes[index] as number] === 0) return false;
  let left = start - 1;
  while (left >= from && NUMBER_BYTES[bytes[left] as number] === 1) left -= 1;
  while (left >= from && BLANKS[bytes[left] as number] === 1) left -= 1;
  let right = end;
  while (right < to && NUMBER_BYTES[bytes[right] as number] === 1) right += 1;
  while (right < to && BLANKS[bytes[right] as number] === 1) right += 1;
  if (left < from || right >= to) return false;
  return BEFORE_VALUE[bytes[left] as number] === 1 && AFTER_VALUE[bytes[right] as number] === 1;
}

function byteSet(bytes: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(bytes)) set[byte] = 1;
  return set;
}
