/** Repeatable numbers for made-up values: the same seed and purpose give the same numbers on any machine. */

/** Yields integers in [0, below). */
export type RandomBelow = (below: number) => number;

/** @param purpose what the numbers are for, so that two values of one text do not depend on each other's place. */
export function seededRandom(seed: number, purpose: string): RandomBelow {
  let state = hash(seed, purpose);
  return (below) => {
    // splitmix32: an odd step through all 2^32 states, then bits mixed twice.
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    mixed = (mixed ^ (mixed >>> 15)) >>> 0;
    return Math.floor((mixed / 2 ** 32) * below);
  };
}

/** FNV-1a over the seed's bytes and the purpose's UTF-16 units. */
function hash(seed: number, purpose: string): number {
  let value = 0x811c9dc5;
  for (let byte = 0; byte < 4; byte += 1) value = Math.imul(value ^ ((seed >>> (8 * byte)) & 0xff), 0x01000193);
  for (let at = 0; at < purpose.length; at += 1) value = Math.imul(value ^ purpose.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
