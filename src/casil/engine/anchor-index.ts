/** The distinct anchors of a list of detectors, and which detectors look at each: flat, for the scanner's hits. */
import type { Anchor, Detector } from './detector.js';
import { asciiBytes } from './token-parts.js';

export interface AnchorIndex {
  readonly anchors: readonly Anchor[];
  /** Bytes of each anchor. */
  readonly lengths: Int32Array;
  /** What must stand at the hit byte for byte; null where the folded reading is enough. */
  readonly exact: readonly (Uint8Array | null)[];
  /** Detectors of anchor `n`, by their place in the list: looks[looksFrom[n]..looksFrom[n + 1]). */
  readonly looksFrom: Int32Array;
  readonly looks: Int32Array;
}

export function indexAnchors(detectors: readonly Detector[]): AnchorIndex {
  const anchors = new Map<string, { readonly anchor: Anchor; readonly detectors: Set<number> }>();
  detectors.forEach((detector, which) => {
    for (const anchor of detector.anchors) {
      const name = nameOf(anchor);
      const known = anchors.get(name) ?? { anchor, detectors: new Set<number>() };
      known.detectors.add(which);
      anchors.set(name, known);
    }
  });
  const entries = [...anchors.values()];
  const looksFrom = new Int32Array(entries.length + 1);
  entries.forEach((entry, index) => (looksFrom[index + 1] = (looksFrom[index] as number) + entry.detectors.size));
  return {
    anchors: entries.map((entry) => entry.anchor),
    lengths: Int32Array.from(entries, ({ anchor }) => ('literal' in anchor ? anchor.literal.length : anchor.digits)),
    exact: entries.map(({ anchor }) => exactText(anchor)),
    looksFrom,
    looks: Int32Array.from(entries.flatMap((entry) => [...entry.detectors])),
  };
}

/** Anchors that differ in case only are one where case does not count. */
function nameOf(anchor: Anchor): string {
  if ('digits' in anchor) return `digits ${anchor.digits}`;
  return anchor.ignoreCase === true ? `folded ${anchor.literal.toLowerCase()}` : `exact ${anchor.literal}`;
}

function exactText(anchor: Anchor): Uint8Array | null {
  const caseCounts = 'literal' in anchor && anchor.ignoreCase !== true && /[A-Za-z]/.test(anchor.literal);
  return caseCounts ? asciiBytes(anchor.literal) : null;
}
