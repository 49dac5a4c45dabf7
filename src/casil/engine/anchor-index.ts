/** The distinct anchors of a list of detectors, and which detectors look at each: flat, for the scanner's hits. */
import { invariant } from '../../base/invariant.js';
import type { FixedAnchor } from './anchor-automaton.js';
import type { Anchor, Detector } from './detector.js';

export const ANCHOR_DIGITS_MAX = 32;

export interface AnchorIndex {
  readonly anchors: readonly FixedAnchor[];
  /** Bytes of each anchor. */
  readonly lengths: Int32Array;
  /** Detectors of anchor `n`, by their place in the list: looks[looksFrom[n]..looksFrom[n + 1]). */
  readonly looksFrom: Int32Array;
  readonly looks: Int32Array;
}

/** @throws InvariantError for anchors that are empty or out of bounds. */
export function indexAnchors(detectors: readonly Detector[]): AnchorIndex {
  const entries = new Map<string, { readonly anchor: FixedAnchor; readonly detectors: Set<number> }>();
  detectors.forEach((detector, which) => {
    for (const anchor of detector.anchors.flatMap((one) => fixedAnchors(one, detector.id))) {
      const name = JSON.stringify(anchor);
      const known = entries.get(name) ?? { anchor, detectors: new Set<number>() };
      known.detectors.add(which);
      entries.set(name, known);
    }
  });
  const anchors = [...entries.values()];
  const looksFrom = new Int32Array(anchors.length + 1);
  anchors.forEach((entry, index) => (looksFrom[index + 1] = (looksFrom[index] as number) + entry.detectors.size));
  return {
    anchors: anchors.map((entry) => entry.anchor),
    lengths: Int32Array.from(anchors, (entry) => lengthOf(entry.anchor)),
    looksFrom,
    looks: Int32Array.from(anchors.flatMap((entry) => [...entry.detectors])),
  };
}

/** The anchors of fixed length an anchor stands for; equal ones are written equally. */
function fixedAnchors(anchor: Anchor, id: string): FixedAnchor[] {
  if ('literal' in anchor) {
    invariant(anchor.literal.length > 0, `${id}: an anchor needs a byte`);
    const ignoreCase = anchor.ignoreCase === true && /[A-Za-z]/.test(anchor.literal);
    return [{ literal: ignoreCase ? anchor.literal.toLowerCase() : anchor.literal, ignoreCase }];
  }
  const { digits, before = '', upTo = digits } = anchor;
  const isRun = Number.isInteger(digits) && digits >= 1 && upTo <= ANCHOR_DIGITS_MAX && upTo >= digits;
  invariant(isRun, `${id}: an anchor of ${digits} to ${upTo} digits`);
  invariant(upTo === digits || before !== '', `${id}: an anchor with upTo says what follows the digits`);
  invariant(/^[ -/:-@[-`{-~]*$/.test(before), `${id}: letters, digits and bytes past ASCII end no run of digits`);
  return Array.from({ length: upTo - digits + 1 }, (_, more) => ({ digits: digits + more, before }));
}

function lengthOf(anchor: FixedAnchor): number {
  if ('literal' in anchor) return anchor.literal.length;
  return anchor.digits + (anchor.before === '' ? 0 : 1);
}
