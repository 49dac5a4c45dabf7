/** Names made to be mistaken for each other: short, of the same few parts, with whatever their alphabet allows. */
import fc from 'fast-check';

const PARTS = ['a', 'b', 'ab', '.', '-', '_', 'a.b', 'a-b', 'a_b', '0'];

/** A tenant, a room or a channel. */
export const identifier = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''));

/** As subscriptions name channels. */
export const patternText = fc.oneof(
  identifier,
  identifier.map((prefix) => `${prefix}.*`),
  fc.constant('*'),
);

/** Whoever issues credentials chooses subjects: any text, separators included. */
export const subject = fc
  .array(fc.constantFrom(...PARTS, '/', ':', '\0', ' ', '*', 'a/b', 'a\0b'), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''));

/** Two that differ. */
export function distinctPairs<T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, T]> {
  return fc.tuple(one, one).filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b));
}
