/** Compares what an example printed with the `output` block that follows it. */

/**
 * Lines of the expected text that did not come, in order. `...` stands for anything inside a line; a line of its own
 * stands for any lines.
 */
export function missingLines(expected: string, actual: string): string[] {
  const lines = actual.split('\n');
  const missing: string[] = [];
  let next = 0;
  for (const line of expected.split('\n').filter((text) => text.trim() !== '' && text.trim() !== '...')) {
    const pattern = new RegExp(line.trim().split('...').map(literally).join('.*'));
    const found = lines.findIndex((candidate, index) => index >= next && pattern.test(candidate));
    if (found < 0) missing.push(line);
    else next = found + 1;
  }
  return missing;
}

function literally(text: string): string {
  // Columns are padded to whatever width the run needed.
  return text
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
}
