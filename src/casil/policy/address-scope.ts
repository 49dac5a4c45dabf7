/**
 * Which addresses a policy, a rule or an exception is about. An address glob is `room:channel` with `*` in either part;
 * an address is covered where an include matches it and no exclude does. [C-POL-1]
 */
import type { AddressScope } from './compiled-policy.js';
import { globCovers, matchesGlob } from './glob.js';

/** Covers every address, and messages that have none. */
export const EVERYWHERE = '*:*';

/** What an address glob looks like; the schema checks it. */
export const ADDRESS_GLOB = /^[A-Za-z0-9._*-]{1,128}:[A-Za-z0-9._*-]{1,128}$/;

interface AddressGlob {
  readonly room: string;
  readonly channel: string;
}

/** @param include globs of the form ADDRESS_GLOB, as are those of `exclude`. */
export function compileAddressScope(include: readonly string[], exclude: readonly string[]): AddressScope {
  const included = include.map(parseGlob);
  const excluded = exclude.map(parseGlob);
  return {
    include,
    exclude,
    covers: (room, channel) => anyMatches(included, room, channel) && !anyMatches(excluded, room, channel),
  };
}

/** The first of the globs that matches the address, as it was written; null if none does. For reports. */
export function globMatching(globs: readonly string[], room: string, channel: string): string | null {
  return globs.find((glob) => anyMatches([parseGlob(glob)], room, channel)) ?? null;
}

/** Whether `outer` covers every address that `inner` covers; false where that cannot be seen glob by glob. */
export function scopeCovers(outer: AddressScope, inner: AddressScope): boolean {
  const includesAll = inner.include.every((glob) => outer.include.some((wider) => addressGlobCovers(wider, glob)));
  return includesAll && outer.exclude.every((glob) => inner.exclude.some((wider) => addressGlobCovers(wider, glob)));
}

function addressGlobCovers(outer: string, inner: string): boolean {
  const wide = parseGlob(outer);
  const narrow = parseGlob(inner);
  return globCovers(wide.room, narrow.room) && globCovers(wide.channel, narrow.channel);
}

function parseGlob(text: string): AddressGlob {
  const colon = text.indexOf(':');
  return { room: text.slice(0, colon), channel: text.slice(colon + 1) };
}

function anyMatches(globs: readonly AddressGlob[], room: string, channel: string): boolean {
  for (const glob of globs) {
    if (matchesGlob(glob.room, room) && matchesGlob(glob.channel, channel)) return true;
  }
  return false;
}
