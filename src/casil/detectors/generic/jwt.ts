/**
 * JSON Web Tokens in compact form: RFC 7519, signed (RFC 7515, three parts) or encrypted (RFC 7516, five). Three dotted
 * runs are not enough: the first must decode to a JSON object that names its `alg`.
 */
import { byteSet } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_SECRET } from '../../vocabulary.js';
import { asciiBytes, byteAt, runEnd, standsAt } from '../byte-text.js';
import { BASE64URL, characters, pick, type RandomBelow } from '../made-up.js';
import { decodeBase64, decoded } from './base64.js';

const DIGITS = byteSet('base64url');
/** `{"alg":"none"}` without padding. */
const HEADER_BYTES_MIN = 19;
const HEADER_BYTES_MAX = 1024;
const PART_BYTES_MAX = 8192;
const PAYLOAD_BYTES_MIN = 2;
/** HS256, the shortest registered signature, takes 43; an authentication tag takes 22. */
const LAST_BYTES_MIN = 20;
const DOT = 0x2e;
const ALG = asciiBytes('"alg"');
const ENC = asciiBytes('"enc"');

export const jwt: Detector = {
  id: 'jwt',
  kind: KIND_SECRET,
  risk: 'high',
  group: 'secrets',
  title: 'JSON Web Token',
  source: 'RFC 7519',
  // `{"`, `{ "`, `{` and a line end, each as base64 begins it.
  anchors: [{ literal: 'eyJ' }, { literal: 'eyAi' }, { literal: 'ewog' }, { literal: 'ew0K' }],
  match: matchJwt,
  sample: (random) => token(random, `{"alg":"${pick(random, ['HS256', 'RS256', 'ES256'])}","typ":"JWT"}`),
  nearMiss: (random) => token(random, `{"cursor":"${characters(random, '0123456789', 6)}","page":2}`),
};

function matchJwt(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  _hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  work.spend(1);
  if (DIGITS[byteAt(bytes, hitStart - 1, from, to)] === 1) return false;
  const headerEnd = runEnd(bytes, DIGITS, hitStart, Math.min(to, hitStart + HEADER_BYTES_MAX));
  if (!work.spend(headerEnd - hitStart)) return false;
  if (headerEnd - hitStart < HEADER_BYTES_MIN || byteAt(bytes, headerEnd, from, to) !== DOT) return false;
  const length = decodeBase64(bytes, hitStart, headerEnd);
  work.spend(length);
  if (!isJoseHeader(length)) return false;

  const parts = names(ENC, length) ? 5 : 3;
  let partEnd = headerEnd;
  let partBytes = 0;
  for (let part = 2; part <= parts; part += 1) {
    if (byteAt(bytes, partEnd, from, to) !== DOT) return false;
    const partStart = partEnd + 1;
    partEnd = runEnd(bytes, DIGITS, partStart, Math.min(to, partStart + PART_BYTES_MAX));
    partBytes = partEnd - partStart;
    if (!work.spend(partBytes)) return false;
    if (parts === 3 && partBytes < PAYLOAD_BYTES_MIN) return false;
  }
  if (partBytes < LAST_BYTES_MIN) return false;
  match.start = hitStart;
  match.end = partEnd;
  match.verified = true;
  return true;
}

/** Whether the decoded header is printable text in braces that names "alg". */
function isJoseHeader(length: number): boolean {
  if (decoded[0] !== 0x7b || decoded[length - 1] !== 0x7d) return false;
  for (let at = 0; at < length; at += 1) {
    const byte = decoded[at] as number;
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return false;
  }
  return names(ALG, length);
}

function names(key: Uint8Array, length: number): boolean {
  for (let at = 1; at < length; at += 1) if (standsAt(decoded, key, at, length)) return true;
  return false;
}

function token(random: RandomBelow, header: string): string {
  const payload = `{"sub":"${characters(random, '0123456789', 8)}","iat":${1_700_000_000 + random(1_000_000)}}`;
  const [first, second] = [header, payload].map((text) => Buffer.from(text).toString('base64url'));
  return `${first}.${second}.${characters(random, BASE64URL, 43)}`;
}
