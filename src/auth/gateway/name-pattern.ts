/** Names a gateway may speak for: one name, `prefix*`, or `*`. */
import { isIdentifier } from '../../protocol/address.js';

export function isNamePattern(text: string): boolean {
  return text === '*' || isIdentifier(text.endsWith('*') ? text.slice(0, -1) : text);
}

/** @param pattern is one; anything else matches itself at most. */
export function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
