/**
 * Globs in which `*` stands for any run of characters, also none. Each piece between two stars is looked for once, from
 * where the one before it ended, so matching never goes back. [C-CHAIN-3]
 */

/** Whether the whole text is what the glob describes. Everything but `*` means itself, case included. */
export function matchesGlob(glob: string, text: string): boolean {
  const firstStar = glob.indexOf('*');
  if (firstStar < 0) return glob === text;
  const lastStar = glob.lastIndexOf('*');
  const suffixLength = glob.length - lastStar - 1;
  const end = text.length - suffixLength;
  if (firstStar > end) return false;
  if (!text.startsWith(glob.slice(0, firstStar)) || !text.endsWith(glob.slice(lastStar + 1))) return false;
  let at = firstStar;
  for (let star = firstStar; star < lastStar;) {
    const nextStar = glob.indexOf('*', star + 1);
    const piece = glob.slice(star + 1, nextStar);
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
    star = nextStar;
  }
  return true;
}

/** Whether every text that `inner` matches is matched by `outer`; false where that cannot be seen at once. */
export function globCovers(outer: string, inner: string): boolean {
  // A star of `inner` is a character that only a star of `outer` can take, because no literal piece contains one.
  return matchesGlob(outer, inner);
}
