/**
 * Names glue a credential to other words: `room-<token>-x`. In running text the letters of a token's alphabet mark its
 * ends; in a name they do not, so each part between separators is looked at as if it stood alone.
 */

/** Shorter than every known format. */
const PART_BYTES_MIN = 12;

/** With more separators than this in one name, only its beginnings and ends are parts: pairs would be too many. */
const SEPARATORS_FOR_PAIRS_MAX = 12;

const OTHER = 0;
const LETTER = 1;
const SEPARATOR = 2;

/** What each byte is in a name. */
const SORTS = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  SORTS[letter.charCodeAt(0)] = LETTER;
}
for (const separator of '._-') SORTS[separator.charCodeAt(0)] = SEPARATOR;

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Every part that begins and ends at a separator or at the end of its name; the whole name not among them. */
export function partsOfNames(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  let from = 0;
  while (from < bytes.length) {
    let to = from;
    const separators: number[] = [];
    for (; to < bytes.length && SORTS[bytes[to] as number] !== OTHER; to += 1) {
      if (SORTS[bytes[to] as number] === SEPARATOR) separators.push(to);
    }
    if (separators.length > 0 && to - from >= PART_BYTES_MIN) addParts(parts, bytes, { from, to }, separators);
    from = to + 1;
  }
  return parts;
}

function addParts(parts: Part[], bytes: Uint8Array, name: Part, separators: readonly number[]): void {
  // A token may end in a byte that separates, but none begins with one.
  const starts = [name.from, ...separators.map((at) => at + 1)].filter(
    (from) => SORTS[bytes[from] as number] === LETTER,
  );
  const ends = [...separators, name.to];
  const pairs = separators.length <= SEPARATORS_FOR_PAIRS_MAX;
  for (const from of starts) {
    for (const to of pairs || from === name.from ? ends : [name.to]) {
      const isWhole = from === name.from && to === name.to;
      if (to - from >= PART_BYTES_MIN && !isWhole) parts.push({ from, to });
    }
  }
}
