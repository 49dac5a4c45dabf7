/**
 * Text from somewhere else, made fit for a log line or a terminal: nothing in it can move a cursor, change a colour,
 * reorder what is read, hide itself or break the line. [P9]
 */

/** The whole text is printable ASCII: nothing to do. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Shown as `\u{...}`: controls (C0, C1, DEL), format characters (bidi overrides and isolates, zero-width, tags),
 * lone surrogates, private use, line and paragraph separators, and the letters that draw nothing.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u;
const COMBINING = /\p{M}/u;

/** Real scripts stack up to three marks on a letter; more is there to smear over other lines. */
const COMBINING_MARKS_MAX = 3;
const ELLIPSIS = '…';

/**
 * @param charsMax Code points of the result; a longer text is cut and ends in `…`. An escape is never cut in half.
 */
export function safeText(text: string, charsMax: number): string {
  if (text.length <= charsMax && PLAIN.test(text)) return text;
  const pieces: string[] = [];
  let chars = 0;
  let marks = 0;
  for (const char of text) {
    marks = COMBINING.test(char) ? marks + 1 : 0;
    if (marks > COMBINING_MARKS_MAX) continue;
    const piece = INVISIBLE.test(char) ? escapeChar(char) : char;
    const pieceChars = piece === char ? 1 : piece.length;
    if (chars + pieceChars > charsMax) return cut(pieces, chars, charsMax);
    pieces.push(piece);
    chars += pieceChars;
  }
  return pieces.join('');
}

function escapeChar(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Removes pieces until the ellipsis fits. */
function cut(pieces: string[], chars: number, charsMax: number): string {
  if (charsMax < 1) return '';
  let left = chars;
  while (left > charsMax - 1) {
    const last = pieces.pop() ?? '';
    left -= INVISIBLE_ESCAPE.test(last) ? last.length : 1;
  }
  return pieces.join('') + ELLIPSIS;
}

const INVISIBLE_ESCAPE = /^\\u\{/;
