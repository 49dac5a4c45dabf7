/**
 * What a pattern must find, by asking the regular expressions of the platform one question per place: does a match
 * from here to exactly there exist? Slow, simple, and free of any choice between matches.
 */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Leftmost-longest matches that do not overlap, in UTF-16 units. */
export function leftmostLongest(regex: string, ignoreCase: boolean, text: string): Found[] {
  const endingBefore = Array.from(
    { length: text.length + 1 },
    (_, rest) => new RegExp(`(?:${regex})(?=[^]{${rest}}$)`, ignoreCase ? 'yui' : 'yu'),
  );
  const found: Found[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (isLowSurrogate(text, start)) continue;
    for (let end = text.length; end > start; end -= 1) {
      if (isLowSurrogate(text, end)) continue;
      const expression = endingBefore[[...text.slice(end)].length] as RegExp;
      expression.lastIndex = start;
      if (!expression.test(text)) continue;
      found.push({ start, end });
      start = end - 1;
      break;
    }
  }
  return found;
}

/** In bytes of the text's UTF-8. */
export function inBytes(text: string, found: readonly Found[]): Found[] {
  const offset = (at: number): number => Buffer.byteLength(text.slice(0, at));
  return found.map(({ start, end }) => ({ start: offset(start), end: offset(end) }));
}

function isLowSurrogate(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(at)) && at > 0;
}
