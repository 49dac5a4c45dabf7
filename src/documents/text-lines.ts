/** Offsets of a text as line and column, both counted from 1; columns count UTF-16 units, as editors do. */
export interface TextLines {
  positionOf(offset: number): { line: number; column: number };
  /** Without its line end. */
  textOf(line: number): string;
}

export function createTextLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  function positionOf(offset: number): { line: number; column: number } {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  function textOf(line: number): string {
    const start = starts[line - 1] ?? 0;
    const end = starts[line] === undefined ? text.length : (starts[line] ?? 0) - 1;
    return text.slice(start, end).replace(/\r$/, '');
  }

  return { positionOf, textOf };
}
