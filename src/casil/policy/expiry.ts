/** The day or the instant an exception ends. */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Milliseconds since 1970 of `2027-01-31` (its first moment in UTC: the stricter reading) or of an RFC 3339 instant;
 * null if the text is neither or names a day that there is not.
 */
export function parseExpiry(text: string): number | null {
  const match = DATE.exec(text) ?? INSTANT.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 30 February would silently become 2 March.
  if (!new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`)) return null;
  return match.length === 4 ? midnight : Date.parse(text);
}
