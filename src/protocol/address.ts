/**
 * Where a message goes: a tenant's room and channel. People write `room:channel`; the tenant comes from the session.
 */
import { err, ok, type Result } from '../base/result.js';

/** One channel of one tenant. Two addresses are the same channel when their keys are equal. */
export interface ChannelAddress {
  readonly tenant: string;
  readonly room: string;
  readonly channel: string;
  /** Unambiguous text of all three, tenant first. Identifiers hold no `/`, so joining with it is injective. */
  readonly key: string;
}

const IDENTIFIER = /^[A-Za-z0-9._-]{1,128}$/;

/** 1 to 128 of A-Z a-z 0-9 . _ - */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** @param parts must be identifiers; the caller has validated them. */
export function channelAddress(parts: { tenant: string; room: string; channel: string }): ChannelAddress {
  const { tenant, room, channel } = parts;
  return { tenant, room, channel, key: `${tenant}/${room}/${channel}` };
}

/** What a subscription's channel part may be: one channel, all of a room, or those under `prefix.` */
export type ChannelPattern =
  | { readonly kind: 'exact'; readonly channel: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'prefix'; /** Ends with a dot. */ readonly prefix: string };

/** Parses `chat`, `*` or `eu.*`; null when it is none of them. */
export function parseChannelPattern(text: string): ChannelPattern | null {
  if (text === '*') return { kind: 'all' };
  if (text.endsWith('.*')) {
    const prefix = text.slice(0, -1);
    return isIdentifier(prefix) ? { kind: 'prefix', prefix } : null;
  }
  return isIdentifier(text) ? { kind: 'exact', channel: text } : null;
}

export function matchesChannel(pattern: ChannelPattern, channel: string): boolean {
  switch (pattern.kind) {
    case 'all':
      return true;
    case 'exact':
      return pattern.channel === channel;
    case 'prefix':
      return channel.startsWith(pattern.prefix) && channel.length > pattern.prefix.length;
  }
}

/** `room:channel` as people write it; a bare room means `room:*`. The error is a sentence for people. */
export function parseAddress(text: string): Result<{ room: string; channel: string }, string> {
  const colon = text.indexOf(':');
  const room = colon < 0 ? text : text.slice(0, colon);
  const channel = colon < 0 ? '*' : text.slice(colon + 1);
  if (!isIdentifier(room)) return err('the room must be 1 to 128 of A-Z a-z 0-9 . _ -');
  if (parseChannelPattern(channel) === null) {
    return err('the channel must be 1 to 128 of A-Z a-z 0-9 . _ -, or *, or prefix.*');
  }
  return ok({ room, channel });
}
