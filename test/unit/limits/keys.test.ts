/** What limits count by: two senders, subjects or rooms of different tenants never share a count. [T-TEN-1] [P7] */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createViolations, type Violation } from '../../../src/casil/report/violations.js';
import { Bans } from '../../../src/limits/bans.js';
import { RateLimiter } from '../../../src/limits/rate-limiter.js';
import { channelAddress } from '../../../src/protocol/address.js';
import { FakeClock } from '../../support/fake-clock.js';
import { distinctPairs, identifier, subject } from '../../support/trust/names.js';

const ONE = { messagesPerSecond: 1, bytesPerSecond: 0, burstMs: 1_000 };
const NONE = { messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1_000 };
const sender = fc.record({ tenant: identifier, subject });

function limiter(limited: 'subject' | 'tenant' | 'senderPerChannel') {
  const rules = { connection: NONE, subject: NONE, tenant: NONE, senderPerChannel: NONE, entriesMax: 100 };
  return new RateLimiter({ ...rules, [limited]: ONE }, new FakeClock());
}

it('two subjects never share a rate', () => {
  fc.assert(
    fc.property(distinctPairs(sender), ([a, b]) => {
      const rates = limiter('subject');
      expect(rates.ofSession(a)?.take(1)).toBeNull();
      expect(rates.ofSession(b)?.take(1)).toBeNull();
      expect(rates.ofSession(a)?.take(1)).toMatchObject({ name: 'RATE_LIMITED' });
    }),
  );
});

it('two tenants never share a rate', () => {
  fc.assert(
    fc.property(distinctPairs(identifier), subject, ([a, b], name) => {
      const rates = limiter('tenant');
      expect(rates.ofSession({ tenant: a, subject: name })?.take(1)).toBeNull();
      expect(rates.ofSession({ tenant: b, subject: name })?.take(1)).toBeNull();
    }),
  );
});

it('two senders in two channels never share a rate', () => {
  const sends = fc.record({ tenant: identifier, room: identifier, channel: identifier, subject });
  fc.assert(
    fc.property(distinctPairs(sends), ([a, b]) => {
      const rates = limiter('senderPerChannel');
      expect(rates.ofChannel(channelAddress(a).key, a)?.take(1)).toBeNull();
      expect(rates.ofChannel(channelAddress(b).key, b)?.take(1)).toBeNull();
    }),
  );
});

it('two subjects never share strikes or a ban', () => {
  const rules = { strikesMax: 2, windowMs: 1_000, durationMs: 1_000, durationMaxMs: 1_000, entriesMax: 100 };
  fc.assert(
    fc.property(distinctPairs(sender), ([a, b]) => {
      const bans = new Bans(rules, new FakeClock());
      expect(bans.strike({ what: 'subject', ...a })).toBeNull();
      expect(bans.strike({ what: 'subject', ...b })).toBeNull();
      expect(bans.strike({ what: 'subject', ...a })).toMatchObject({ tenant: a.tenant, name: a.subject });
      expect(bans.remainingMs({ what: 'subject', ...b })).toBe(0);
    }),
  );
});

it('two senders, rooms or channels never share violations', () => {
  const place = fc.record({ tenant: identifier, sender: subject, room: identifier, channel: identifier });
  const same = (a: Violation, b: Violation, ...names: (keyof Violation)[]) =>
    names.every((name) => a[name] === b[name]);
  fc.assert(
    fc.property(distinctPairs(place), ([a, b]) => {
      const violations = createViolations({ clock: () => 0, windowMs: 1_000, threshold: 2, entriesMax: 100 });
      violations.record(a);
      const told = violations.record(b).map(({ dimension }) => dimension);
      expect(told.includes('sender')).toBe(same(a, b, 'tenant', 'sender'));
      expect(told.includes('room')).toBe(same(a, b, 'tenant', 'room'));
      expect(told.includes('channel')).toBe(same(a, b, 'tenant', 'room', 'channel'));
    }),
  );
});
