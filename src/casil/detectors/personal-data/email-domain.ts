/** The domain of an e-mail address: RFC 1035 labels, at least two, the last a top-level domain and no file's ending. */
import { byteSet, byteSetOf, unionOf } from '../../engine/byte-sets.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { asciiBytes, byteAt, LETTER, runEnd, standsAtInAnyCase } from '../byte-text.js';
import { WordList } from '../word-list.js';

const DOMAIN_BYTES_MAX = 253;
const LABEL_BYTES_MAX = 63;
const TLD_BYTES_MIN = 2;
const LABEL_ASCII = unionOf(byteSet('alnum'), byteSetOf('-'));
/** Internationalized labels are UTF-8, of any script. */
const LABEL = Uint8Array.from({ length: 256 }, (_, byte) => (LABEL_ASCII[byte] === 1 || byte >= 0x80 ? 1 : 0));
const PUNYCODE = asciiBytes('xn--');
const DASH = 0x2d;
const DOT = 0x2e;
/** No top-level domain has these names: `logo@2x.png`, `user@page.html`. */
const FILE_ENDINGS = new WordList(
  (
    'png jpg jpeg gif svg webp avif bmp ico css scss js mjs cjs jsx ts tsx json html htm xml yaml yml txt csv pdf ' +
    'log lock class java exe dll jar gz tgz'
  ).split(' '),
);

/** The byte after the domain that begins at `start`, or -1. */
export function emailDomainEnd(bytes: Uint8Array, start: number, to: number, work: WorkBudget): number {
  const limit = Math.min(to, start + DOMAIN_BYTES_MAX);
  let labelStart = start;
  let end = -1;
  for (;;) {
    const labelEnd = withoutDashes(bytes, labelStart, runEnd(bytes, LABEL, labelStart, limit));
    if (!work.spend(labelEnd - labelStart + 1)) return -1;
    if (labelEnd === labelStart || labelEnd - labelStart > LABEL_BYTES_MAX || bytes[labelStart] === DASH) break;
    const isLast = byteAt(bytes, labelEnd, start, limit) !== DOT || !isLabelByte(bytes, labelEnd + 1, limit);
    if (isLast) {
      end = labelStart > start && isTopLevel(bytes, labelStart, labelEnd) ? endOfText(bytes, labelStart, labelEnd) : -1;
      break;
    }
    labelStart = labelEnd + 1;
  }
  return end;
}

function isLabelByte(bytes: Uint8Array, at: number, limit: number): boolean {
  return LABEL[byteAt(bytes, at, 0, limit)] === 1;
}

function withoutDashes(bytes: Uint8Array, start: number, end: number): number {
  while (end > start && bytes[end - 1] === DASH) end -= 1;
  return end;
}

function isTopLevel(bytes: Uint8Array, start: number, end: number): boolean {
  if (standsAtInAnyCase(bytes, PUNYCODE, start, end)) return true;
  if ((bytes[start] as number) >= 0x80) return true;
  const lettersEnd = runEnd(bytes, LETTER, start, end);
  // Text in another script may follow an address without a space.
  const isWhole = lettersEnd === end || (bytes[lettersEnd] as number) >= 0x80;
  return isWhole && lettersEnd - start >= TLD_BYTES_MIN && !FILE_ENDINGS.isWhole(bytes, start, lettersEnd);
}

function endOfText(bytes: Uint8Array, start: number, end: number): number {
  const lettersEnd = runEnd(bytes, LETTER, start, end);
  return lettersEnd > start && (bytes[lettersEnd] as number) >= 0x80 ? lettersEnd : end;
}
