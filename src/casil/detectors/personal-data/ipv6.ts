/** Whether bytes are an IPv6 address in text: RFC 4291 section 2.2, all three forms, without a zone. */
import { byteSet } from '../../engine/byte-sets.js';
import { runEnd } from '../byte-text.js';
import { ipv4End } from './ipv4.js';

const HEX = byteSet('hex');
const GROUPS = 8;
const GROUP_DIGITS_MAX = 4;
/** What an IPv4 address at the end stands for. */
const IPV4_GROUPS = 2;
const COLON = 0x3a;
const DOT = 0x2e;

/** Looks at bytes[start..end) once. */
export function isIpv6(bytes: Uint8Array, start: number, end: number): boolean {
  let groups = 0;
  let isShortened = false;
  let at = start;
  if (isDoubleColon(bytes, at, end)) {
    isShortened = true;
    at += 2;
  }
  while (at < end) {
    const groupEnd = runEnd(bytes, HEX, at, end);
    if (groupEnd < end && bytes[groupEnd] === DOT) {
      if (ipv4End(bytes, at, end) !== end) return false;
      groups += IPV4_GROUPS;
      break;
    }
    if (groupEnd === at || groupEnd - at > GROUP_DIGITS_MAX) return false;
    groups += 1;
    at = groupEnd;
    if (at === end) break;
    if (isDoubleColon(bytes, at, end)) {
      if (isShortened) return false;
      isShortened = true;
      at += 2;
    } else if (bytes[at] === COLON && at + 1 < end) at += 1;
    else return false;
  }
  return isShortened ? groups < GROUPS : groups === GROUPS;
}

function isDoubleColon(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 1 < end && bytes[at] === COLON && bytes[at + 1] === COLON;
}
