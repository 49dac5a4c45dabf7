/** Keeps the reply to a listing within one WebSocket message. */

/** Room for the envelope around a reply: its own fields, an id and the lengths. */
export const REPLY_OVERHEAD_BYTES = 512;

/** Tag and length before each item of a repeated field. */
const ITEM_OVERHEAD_BYTES = 6;

/**
 * The leading items that fit; at least one, so that a listing always gets on.
 *
 * @param sizeBytes of one item, serialized
 */
export function takeThatFit<T>(
  items: readonly T[],
  sizeBytes: (item: T) => number,
  frameBytesMax: number,
): { readonly taken: readonly T[]; readonly cut: boolean } {
  let left = frameBytesMax - REPLY_OVERHEAD_BYTES;
  for (const [index, item] of items.entries()) {
    left -= sizeBytes(item) + ITEM_OVERHEAD_BYTES;
    if (left < 0 && index > 0) return { taken: items.slice(0, index), cut: true };
  }
  return { taken: items, cut: false };
}
