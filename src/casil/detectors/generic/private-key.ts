/**
 * Private keys in armour: RFC 7468 (PKCS 8, encrypted or not), RFC 1421 style (RSA, EC, DSA), OpenSSH, OpenPGP. The
 * match is the whole block. Line ends may be real ones, spaces, or `\n` spelled out in any number of backslashes.
 */
import { byteSetOf, byteSet, unionOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import { entropyBits } from '../../engine/entropy.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_SECRET } from '../../vocabulary.js';
import { asciiBytes, runEnd, standsAt } from '../byte-text.js';
import { characters, pick, BASE64URL, type RandomBelow } from '../made-up.js';

const DASHES = asciiBytes('-----');
const BEGIN = asciiBytes('-----BEGIN ');
const END = asciiBytes('-----END ');
const KEY = asciiBytes('PRIVATE KEY');
const KEY_BLOCK = asciiBytes('PRIVATE KEY BLOCK');
const LABEL = unionOf(byteSet('upper-alnum'), byteSetOf(' '));
const LABEL_BYTES_MAX = 48;
const BASE64 = byteSet('base64');
/** Base64, line ends in any spelling, and the header lines of PEM and OpenPGP. */
const BODY = unionOf(BASE64, byteSetOf('= \t\r\n\\:,.-_()@<>'));
/** A 16,384-bit RSA key takes 12.5 KiB. Each byte belongs to one block, so the bound costs nothing to raise. */
const BLOCK_BYTES_MAX = 16_384;
/** Shorter lines of base64 are examples cut short: even Ed25519 keys have one of 64. */
const LINE_BYTES_MIN = 40;
/** A last line, or one that was cut off. */
const TAIL_BYTES_MIN = 16;
/** A line of a key has more than 4 bits per byte, but for the zeros at the start of an OpenSSH key; rows of `x` have 0. */
const ENTROPY_MIN_BITS = 2.8;

export const privateKey: Detector = {
  id: 'private-key',
  kind: KIND_SECRET,
  risk: 'high',
  group: 'secrets',
  title: 'Private key (PEM, OpenSSH, OpenPGP)',
  source: 'RFC 7468, RFC 1421, RFC 9580 and the OpenSSH key format',
  anchors: [{ literal: '-----BEGIN ' }],
  match: matchPrivateKey,
  sample: (random) => block(random, 4),
  nearMiss: (random) => block(random, 4).replaceAll('PRIVATE', 'PUBLIC'),
};

function matchPrivateKey(
  bytes: Uint8Array,
  _from: number,
  to: number,
  hitStart: number,
  _hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  const labelStart = hitStart + BEGIN.length;
  const labelEnd = runEnd(bytes, LABEL, labelStart, Math.min(to, labelStart + LABEL_BYTES_MAX));
  const ok = work.spend(labelEnd - hitStart);
  if (!ok || !standsAt(bytes, DASHES, labelEnd, to) || !isPrivate(bytes, labelStart, labelEnd)) return false;

  const bodyStart = labelEnd + DASHES.length;
  const limit = Math.min(to, hitStart + BLOCK_BYTES_MAX);
  let keyEnd = 0;
  let isKey = false;
  let at = bodyStart;
  while (at < limit && BODY[bytes[at] as number] === 1 && !standsAt(bytes, DASHES, at, limit)) {
    const lineEnd = runEnd(bytes, BASE64, at, limit);
    if (lineEnd - at >= TAIL_BYTES_MIN) keyEnd = lineEnd;
    if (!isKey && lineEnd - at >= LINE_BYTES_MIN) isKey = entropyBits(bytes, at, lineEnd) >= ENTROPY_MIN_BITS;
    at = lineEnd === at ? at + 1 : lineEnd;
  }
  if (!work.spend(at - bodyStart) || !isKey) return false;

  match.start = hitStart;
  match.verified = standsAt(bytes, END, at, to);
  match.end = match.verified ? endOfArmour(bytes, at + END.length, to) : keyEnd;
  return true;
}

function isPrivate(bytes: Uint8Array, start: number, end: number): boolean {
  return endsWith(bytes, KEY, start, end) || endsWith(bytes, KEY_BLOCK, start, end);
}

function endsWith(bytes: Uint8Array, text: Uint8Array, start: number, end: number): boolean {
  return end - text.length >= start && standsAt(bytes, text, end - text.length, end);
}

function endOfArmour(bytes: Uint8Array, labelStart: number, to: number): number {
  const labelEnd = runEnd(bytes, LABEL, labelStart, Math.min(to, labelStart + LABEL_BYTES_MAX));
  return standsAt(bytes, DASHES, labelEnd, to) ? labelEnd + DASHES.length : labelEnd;
}

function block(random: RandomBelow, lines: number): string {
  const label = pick(random, ['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'PRIVATE KEY', 'OPENSSH PRIVATE KEY']);
  const lineEnd = pick(random, ['\n', '\r\n', '\\n']);
  const body = Array.from({ length: lines }, () => characters(random, BASE64URL.slice(0, 62), 64));
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`].join(lineEnd);
}
