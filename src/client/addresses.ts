/** Addresses and names that callers write, refused before sending when they cannot be right. */
import { isIdentifier, parseAddress, parseChannelPattern, type ChannelPattern } from '../protocol/address.js';
import { BusError, invalidArgument } from './errors.js';

/** `room:channel`, `room:*`, `room:prefix.*` or a bare room, which means all of its channels. */
export function joinAddress(address: string): { room: string; channel: string; pattern: ChannelPattern } {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw invalidArgument('address', parsed.error);
  const { room, channel } = parsed.value;
  const pattern = parseChannelPattern(channel);
  if (pattern === null) throw invalidArgument('address', 'no such channel pattern');
  return { room, channel, pattern };
}

/** One channel: `room:channel`. */
export function exactAddress(address: string): { room: string; channel: string } {
  const { room, channel, pattern } = joinAddress(address);
  if (pattern.kind !== 'exact') throw invalidArgument('address', 'name one channel, as room:channel');
  return { room, channel };
}

export function roomName(room: string): string {
  return identifier('room', room);
}

/** A room and channel to ask, or the client id to ask. */
export function requestTarget(text: string): { room: string; channel: string } | { target: string } {
  return text.includes(':') ? exactAddress(text) : { target: identifier('target', text) };
}

/**
 * The text, if it is an identifier. The server cannot say whose envelope it refuses when the id itself is unreadable,
 * so this must not reach it.
 */
export function identifier(field: string, text: string): string {
  if (!isIdentifier(text)) {
    throw new BusError('INVALID_IDENTIFIER', `${field} must be 1 to 128 of A-Z a-z 0-9 . _ -`, { field });
  }
  return text;
}
