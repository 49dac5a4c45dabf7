/** Made-up values for tests and generators, from the integers a test supplies: the same integers, the same value. */

/** Yields integers in [0, below). */
export type RandomBelow = (below: number) => number;

export const UPPER_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';
export const BASE64URL = `${UPPER_LETTERS}${LOWER_LETTERS}${DIGITS}-_`;

export function pick<T>(random: RandomBelow, items: readonly T[]): T {
  return items[random(items.length)] as T;
}

/** `count` characters of the alphabet. */
export function characters(random: RandomBelow, alphabet: string, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += alphabet.charAt(random(alphabet.length));
  return text;
}

/** A value with letters and digits in turn, so that it never looks like a word or a number: `kQ4mZ9`. */
export function mixed(random: RandomBelow, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const alphabet = index % 3 === 2 ? DIGITS : index % 3 === 1 ? UPPER_LETTERS : LOWER_LETTERS;
    text += alphabet.charAt(random(alphabet.length));
  }
  return text;
}
