import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/schema.js';
import { limiterOptions } from '../../../src/server/limiter-options.js';

const parse = (config: unknown) => configSchema.parse(config);
/** As a configuration with credentials reads, whatever schemes there are. */
const authenticating = (config: unknown) => {
  const parsed = parse(config);
  return Object.assign(parsed, { auth: { ...parsed.auth, mode: 'required' } });
};

describe('limits of a configuration [T-LIM-1]', () => {
  it('are none without authentication, where nothing is set', () => {
    const { rates, connections, bans } = limiterOptions(parse({}));
    for (const rate of [rates.connection, rates.subject, rates.tenant, rates.senderPerChannel]) {
      expect(rate).toEqual({ messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 2000 });
    }
    expect(connections).toEqual({
      connectionsMax: 20_000,
      perAddressMax: 0,
      perTenantMax: 0,
      shares: { shareMin: 0, tenants: 20 },
    });
    expect(bans.strikesMax).toBe(0);
    expect(rates.commandTime?.messagesPerSecond).toBe(0);
  });

  it('have defaults where sessions authenticate', () => {
    const { rates, connections, bans } = limiterOptions(authenticating({}));
    const MIB = 1_048_576;
    expect(rates.connection).toEqual({ messagesPerSecond: 10_000, bytesPerSecond: 16 * MIB, burstMs: 2000 });
    expect(rates.tenant).toEqual({ messagesPerSecond: 100_000, bytesPerSecond: 128 * MIB, burstMs: 2000 });
    // A quarter of each second, in milliseconds.
    expect(rates.commandTime).toEqual({ messagesPerSecond: 250, bytesPerSecond: 0, burstMs: 100 });
    expect(connections).toMatchObject({ perAddressMax: 1000, shares: { shareMin: 0.1, tenants: 20 } });
    expect(bans).toMatchObject({ strikesMax: 10, durationMs: 60_000, durationMaxMs: 3_600_000 });
  });

  it('are what is written, 0 included, with and without authentication', () => {
    const config = {
      limits: {
        rates: { connection: { messages: 0, bytes: '1KiB' }, tenant: { messages: 7 }, command_time: 0.5, burst: '1s' },
      },
    };
    for (const read of [parse, authenticating]) {
      const { rates } = limiterOptions(read(config));
      expect(rates.connection).toEqual({ messagesPerSecond: 0, bytesPerSecond: 1024, burstMs: 1000 });
      expect(rates.tenant.messagesPerSecond).toBe(7);
      expect(rates.commandTime?.messagesPerSecond).toBe(500);
    }
  });

  it('ban no loopback address, because others may stand behind it', () => {
    const { neverBanned } = limiterOptions(parse({}));
    expect(['127.0.0.1', '::1', '10.0.0.1'].map(neverBanned)).toEqual([true, true, false]);
  });
});
