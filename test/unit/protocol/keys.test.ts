/** Text that stands for several names is a key: two different things must never have one. [T-TEN-1] [P7] */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelAddress, isIdentifier, parseAddress } from '../../../src/protocol/address.js';
import { subscriptionKey } from '../../../src/routing/membership.js';
import { roomKey } from '../../../src/routing/room-state.js';
import { distinctPairs, identifier, patternText } from '../../support/trust/names.js';

const place = fc.record({ tenant: identifier, room: identifier, channel: identifier });

it('two channels never have one key', () => {
  fc.assert(
    fc.property(distinctPairs(place), ([a, b]) => {
      expect(channelAddress(a).key).not.toBe(channelAddress(b).key);
    }),
  );
});

it('a tenant’s keys begin with what no other tenant’s begin with', () => {
  fc.assert(
    fc.property(place, identifier, (a, other) => {
      fc.pre(other !== a.tenant);
      expect(channelAddress(a).key.startsWith(`${a.tenant}/`)).toBe(true);
      expect(channelAddress(a).key.startsWith(`${other}/`)).toBe(false);
      expect(channelAddress(a).key.startsWith(`${a.tenant}/${a.room}/`)).toBe(true);
    }),
  );
});

it('two rooms never have one key, nor a room and a channel', () => {
  const room = fc.record({ tenant: identifier, room: identifier });
  fc.assert(
    fc.property(distinctPairs(room), place, ([a, b], channel) => {
      expect(roomKey(a)).not.toBe(roomKey(b));
      expect(roomKey(a)).not.toBe(channelAddress(channel).key);
    }),
  );
});

it('two subscriptions of a connection never have one key', () => {
  const text = fc.record({ room: identifier, channel: patternText });
  fc.assert(
    fc.property(distinctPairs(text), ([a, b]) => {
      expect(subscriptionKey(a.room, a.channel)).not.toBe(subscriptionKey(b.room, b.channel));
    }),
  );
});

it('what joins names in keys is in no name', () => {
  for (const separator of ['/', '\0', ':', '*', ' ', '']) {
    expect(isIdentifier(separator), JSON.stringify(separator)).toBe(false);
    expect(isIdentifier(`a${separator}b`)).toBe(separator === '');
    expect(isIdentifier(`a\n`)).toBe(false);
  }
  expect(parseAddress('a/b:c').ok).toBe(false);
});
