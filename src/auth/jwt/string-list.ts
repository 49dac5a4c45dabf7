/** A list of strings as a claim carries it: bounded in number, each of one kind. */

/**
 * @param isMember bounds the length of each and says what it may be
 * @returns an empty list where the claim is absent; null where it is anything but such a list
 */
export function readStringList(
  value: unknown,
  countMax: number,
  isMember: (each: unknown) => each is string,
): readonly string[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > countMax) return null;
  return value.every(isMember) ? value : null;
}
