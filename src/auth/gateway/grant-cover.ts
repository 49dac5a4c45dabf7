/** Whether one grant allows everything another does: what a gateway may hand on is within what it has. [T-AUTH-4] */
import type { ChannelPattern } from '../../protocol/address.js';
import { coversCommand, parseGrantPattern, type GrantPattern } from '../grant-pattern.js';
import type { GrantSet } from '../principal.js';

/** Exact: true where every address of `inner` is one of `outer`. */
export function coversGrant(outer: GrantPattern, inner: GrantPattern): boolean {
  return coversRooms(outer.room, inner.room) && coversChannels(outer.channel, inner.channel);
}

/**
 * Each grant of `inner` must be within one grant of `outer`. Two that only together allow as much do not count, so that
 * one line of configuration answers for each grant.
 */
export function coversGrantSet(outer: GrantSet, inner: GrantSet): boolean {
  return (
    coversAll(outer.publish, inner.publish) &&
    coversAll(outer.subscribe, inner.subscribe) &&
    coversAll(outer.history, inner.history) &&
    coversAll(outer.create, inner.create) &&
    inner.command.every((name) => outer.command.some((pattern) => coversCommand(pattern, name)))
  );
}

/** What is no pattern covers nothing and is covered by nothing. */
function coversAll(outer: readonly string[], inner: readonly string[]): boolean {
  const patterns = outer.map(parseGrantPattern).filter((pattern) => pattern !== null);
  return inner.every((text) => {
    const asked = parseGrantPattern(text);
    return asked !== null && patterns.some((pattern) => coversGrant(pattern, asked));
  });
}

function coversRooms(outer: GrantPattern['room'], inner: GrantPattern['room']): boolean {
  if (outer.kind === 'prefix') return inner.text.startsWith(outer.text);
  return inner.kind === 'exact' && inner.text === outer.text;
}

function coversChannels(outer: ChannelPattern, inner: ChannelPattern): boolean {
  switch (outer.kind) {
    case 'all':
      return true;
    case 'exact':
      return inner.kind === 'exact' && inner.channel === outer.channel;
    case 'prefix':
      // `eu.*` covers `eu.west` and `eu.west.*`; something must follow the dot, so `eu.` itself is not in it.
      if (inner.kind === 'exact') {
        return inner.channel.startsWith(outer.prefix) && inner.channel.length > outer.prefix.length;
      }
      return inner.kind === 'prefix' && inner.prefix.startsWith(outer.prefix);
  }
}
