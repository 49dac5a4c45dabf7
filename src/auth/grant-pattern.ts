/**
 * Patterns over `room:channel`, as grants write them. Parsed once per principal; matching compares strings and never
 * runs a regular expression over a client's data. [P8]
 *
 *     orders:eu     one channel            orders:*      every channel of a room
 *     orders:eu.*   channels under eu.     ord*:*        every channel of rooms that begin with ord
 *     *             everything
 *
 * The two sides combine freely: `ord*:eu` is the channel eu of all those rooms.
 */
import { isIdentifier, parseChannelPattern, type ChannelPattern } from '../protocol/address.js';

export interface GrantPattern {
  readonly room: { readonly kind: 'exact' | 'prefix'; readonly text: string };
  readonly channel: ChannelPattern;
}

const EVERYTHING: GrantPattern = { room: { kind: 'prefix', text: '' }, channel: { kind: 'all' } };

/** Null when the text is none of the forms above. */
export function parseGrantPattern(text: string): GrantPattern | null {
  if (text === '*') return EVERYTHING;
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const room = parseRoomPattern(text.slice(0, colon));
  const channel = parseChannelPattern(text.slice(colon + 1));
  return room === null || channel === null ? null : { room, channel };
}

function parseRoomPattern(text: string): GrantPattern['room'] | null {
  if (text === '*') return EVERYTHING.room;
  if (text.endsWith('*')) {
    const prefix = text.slice(0, -1);
    return isIdentifier(prefix) ? { kind: 'prefix', text: prefix } : null;
  }
  return isIdentifier(text) ? { kind: 'exact', text } : null;
}

/**
 * Whether the grant allows everything the address names. For a pattern that means all of its channels, those that do
 * not exist yet included: `orders:eu.*` covers `orders:eu.west.*`, and `orders:eu` does not cover `orders:*`.
 *
 * @param channelText a valid channel, `*` or `prefix.*`
 */
export function coversAddress(grant: GrantPattern, room: string, channelText: string): boolean {
  const roomMatches = grant.room.kind === 'exact' ? grant.room.text === room : room.startsWith(grant.room.text);
  return roomMatches && coversChannels(grant.channel, channelText);
}

function coversChannels(grant: ChannelPattern, channelText: string): boolean {
  switch (grant.kind) {
    case 'all':
      return true;
    case 'exact':
      // An identifier holds no `*`, so a pattern is never equal to one.
      return grant.channel === channelText;
    case 'prefix':
      // `eu.*` allows `eu.west` and `eu.*` itself, but not `eu.`: something must follow the dot.
      return channelText.startsWith(grant.prefix) && channelText.length > grant.prefix.length;
  }
}

/** Over command names: one name, or `*`. */
export function coversCommand(pattern: string, name: string): boolean {
  return pattern === '*' || pattern === name;
}
