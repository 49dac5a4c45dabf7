/** How many cells of a terminal a text takes, near enough for columns: marks none, East Asian wide and emoji two. */

const NO_CELL = /[\p{M}\p{Cf}]/u;
const TWO_CELLS =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[\x20-\x7e]*$/;

export function cellWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let cells = 0;
  for (const char of text) cells += cellsOf(char);
  return cells;
}

/** The text cut to at most `cellsMax`; a cut shows as `…`. */
export function fitCells(text: string, cellsMax: number): string {
  if (cellWidth(text) <= cellsMax) return text;
  let fitted = '';
  let cells = 0;
  for (const char of text) {
    cells += cellsOf(char);
    if (cells > cellsMax - 1) break;
    fitted += char;
  }
  return cellsMax < 1 ? '' : `${fitted}…`;
}

/** Padded, and cut if need be, to exactly `cells`. */
export function padCells(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const fitted = fitCells(text, cells);
  const padding = ' '.repeat(Math.max(0, cells - cellWidth(fitted)));
  return align === 'left' ? fitted + padding : padding + fitted;
}

function cellsOf(char: string): number {
  if (NO_CELL.test(char)) return 0;
  return TWO_CELLS.test(char) ? 2 : 1;
}
