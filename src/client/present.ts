/** Decoded messages hold defaults in their prototype; callers get them as values of their own. */
export function present<T extends object>(message: T): T {
  const copy: Partial<T> = {};
  for (const key in message) copy[key] = message[key];
  return copy as T;
}
