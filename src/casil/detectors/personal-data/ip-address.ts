/**
 * IP addresses, public and private: dotted IPv4 and IPv6 in every form of RFC 4291. Loopback and unspecified addresses
 * say nothing about anybody and stay silent, as do masks, version numbers and sections of documents.
 */
import { byteSet, byteSetOf, unionOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { asciiBytes, byteAt, lower, runEnd, standsAt, standsAtInAnyCase, WORD } from '../byte-text.js';
import { pick, type RandomBelow } from '../made-up.js';
import { matchIpv4, OCTET_DIGITS_MAX } from './ipv4.js';
import { isIpv6 } from './ipv6.js';

/** The longest form, with an IPv4 address at its end. */
const ADDRESS_BYTES_MAX = 45;
const HEX = byteSet('hex');
const ADDRESS = unionOf(HEX, byteSetOf(':.'));
const GROUP_DIGITS_MAX = 4;
/** `::ffff:192.0.2.1` */
const MAPPED = asciiBytes('::ffff:');
const MAPPED_LOOPBACK = asciiBytes('::ffff:127.');
const NAT64 = 0x64;
const COLON = 0x3a;
const DOT = 0x2e;

export const ipAddress: Detector = {
  id: 'ip-address',
  kind: KIND_PERSONAL_DATA,
  risk: 'low',
  group: 'personal-data',
  title: 'IP address',
  source: 'RFC 791 and RFC 4291',
  anchors: [
    // The first octet of an IPv4 address.
    { digits: 1, upTo: OCTET_DIGITS_MAX, before: '.' },
    { literal: '::' },
    // What addresses begin with that are written without `::`: the blocks IANA has given out, unique local, link-local.
    ...'200 240 241 260 261 262 263 280 2a0 2a1 2c0 fe8 fc fd'
      .split(' ')
      .map((literal) => ({ literal, ignoreCase: true })),
  ],
  match: matchIpAddress,
  sample: (random) => (random(2) === 0 ? v4(random) : v6(random)),
  nearMiss: (random) =>
    pick(random, [
      `v${v4(random)}`,
      `${v4(random)}.${random(9)}`,
      `127.0.0.${1 + random(9)}`,
      `10.${256 + random(700)}.0.1`,
      '::1',
      `1.${random(30)}.${random(30)}`,
      `std::d${random(9)}`,
      `12:${10 + random(49)}:${10 + random(49)}`,
    ]),
};

function matchIpAddress(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  if (bytes[hitEnd - 1] === DOT) return matchIpv4(bytes, from, to, hitStart, hitEnd, match, work);
  const before = byteAt(bytes, hitStart - 1, from, to);
  let start = hitStart;
  if (bytes[hitStart] === COLON) {
    start = startOfAddress(bytes, from, hitStart, work);
  } else {
    if (!work.spend(1) || WORD[before] === 1) return false;
    const groupEnd = runEnd(bytes, HEX, hitStart, Math.min(to, hitStart + GROUP_DIGITS_MAX + 1));
    // Within an address an earlier anchor has looked at.
    if (byteAt(bytes, groupEnd, from, to) !== COLON || before === COLON) start = -1;
  }
  if (start < 0 || before === DOT) return false;
  const limit = Math.min(to, start + ADDRESS_BYTES_MAX + 1);
  let end = runEnd(bytes, ADDRESS, Math.max(start, hitEnd - 1), limit);
  if (!work.spend(end - start) || end - start > ADDRESS_BYTES_MAX) return false;
  // The end of a sentence, or of a name before its value.
  while (end > start && (bytes[end - 1] === DOT || (bytes[end - 1] === COLON && bytes[end - 2] !== COLON))) end -= 1;
  if (WORD[byteAt(bytes, start - 1, from, to)] === 1 || WORD[byteAt(bytes, end, from, to)] === 1) return false;
  work.spend(end - start);
  if (!isAllocated(bytes, start, end) || !isIpv6(bytes, start, end)) return false;
  match.start = start;
  match.end = end;
  match.verified = true;
  return true;
}

/** Goes back from `::` to the start of the run of groups; -1 where an earlier `::` stands in it. */
function startOfAddress(bytes: Uint8Array, from: number, hitStart: number, work: WorkBudget): number {
  let start = hitStart;
  const limit = Math.max(from, hitStart - ADDRESS_BYTES_MAX);
  while (start > limit && (HEX[bytes[start - 1] as number] === 1 || bytes[start - 1] === COLON)) {
    if (bytes[start - 1] === COLON && bytes[start] === COLON) return -1;
    start -= 1;
  }
  work.spend(hitStart - start + 1);
  // The colon of a name: `peer:2001:db8::1`.
  return bytes[start] === COLON && start < hitStart ? start + 1 : start;
}

/** Global unicast, unique local, link-local, multicast, or an IPv4 address in IPv6 form. */
function isAllocated(bytes: Uint8Array, start: number, end: number): boolean {
  let first = 0;
  let at = start;
  for (; at < Math.min(end, start + GROUP_DIGITS_MAX) && HEX[bytes[at] as number] === 1; at += 1) {
    const byte = lower(bytes[at] as number);
    first = 16 * first + (byte >= 0x61 ? byte - 0x61 + 10 : byte - 0x30);
  }
  if (at === start) return standsAtInAnyCase(bytes, MAPPED, start, end) && !standsAt(bytes, MAPPED_LOOPBACK, at, end);
  if (first === NAT64) return true;
  return at - start === GROUP_DIGITS_MAX && ((first >= 0x2000 && first <= 0x3fff) || first >= 0xfc00);
}

function v4(random: RandomBelow): string {
  return `${pick(random, [10, 172, 192, 203, 84])}.${random(256)}.${random(256)}.${1 + random(254)}`;
}

function v6(random: RandomBelow): string {
  const group = () => (1 + random(0xfffe)).toString(16);
  return pick(random, [
    `2001:db8::${group()}`,
    `2a02:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}`,
    `fe80::${group()}:${group()}`,
    `fd12:${group()}:${group()}:1:${group()}:${group()}:${group()}:${group()}`,
  ]);
}
