/** Addresses of which none is part of another, so that no message is shown twice. */
import { matchesChannel, parseChannelPattern } from '../../protocol/address.js';
import { parseAddressArgument } from '../parse-values.js';

/** @throws OperatorError 64 for what is no address. */
export function distinctAddresses(texts: readonly string[]): string[] {
  const addresses = texts.map((text) => ({ text, ...parseAddressArgument(text) }));
  const kept = addresses.filter((one, index) => {
    return !addresses.some((other, otherIndex) => {
      if (other === one || other.room !== one.room) return false;
      const same = other.channel === one.channel;
      return same ? otherIndex < index : covers(other.channel, one.channel);
    });
  });
  return kept.map(({ room, channel }) => `${room}:${channel}`);
}

/** Of two patterns, `*` and `prefix.*`, one holds the other or they share nothing. */
function covers(wide: string, narrow: string): boolean {
  const pattern = parseChannelPattern(wide);
  if (pattern === null || pattern.kind === 'exact') return false;
  if (!narrow.endsWith('*')) return matchesChannel(pattern, narrow);
  return pattern.kind === 'all' || (narrow !== '*' && narrow.startsWith(pattern.prefix));
}
