/**
 * The configuration's word on rates, shares and bans. Who may connect decides what is not set: without authentication
 * there is one tenant of one subject on this machine, which must neither be limited nor banned nor share with itself.
 */
import { createCidrSet } from '../base/cidr.js';
import { isLoopbackAddress } from '../base/loopback.js';
import type { ShareRule } from '../base/shared-budget.js';
import { UNSET_COMMAND_TIME, UNSET_CONNECTIONS_PER_ADDRESS_MAX, UNSET_RATES } from '../config/rates-schema.js';
import type { Config } from '../config/schema.js';
import type { LimiterOptions } from '../limits/limiter.js';
import type { TrafficRate } from '../limits/traffic-bucket.js';
import { trustedProxies } from './credentials.js';

/** Commands may take up what comes back in this time at once; all others wait for as long. */
const COMMAND_BURST_MS = 100;

type RateName = keyof typeof UNSET_RATES;

/** How budgets of the whole server are divided. */
export function shareRule({ auth, limits }: Pick<Config, 'auth' | 'limits'>): ShareRule {
  return { shareMin: sessionsAuthenticate(auth.mode) ? limits.tenant_share_min : 0, tenants: limits.tenant_shares };
}

export function limiterOptions(config: Config): LimiterOptions {
  const { limits, bans } = config;
  const authenticates = sessionsAuthenticate(config.auth.mode);
  const proxies = createCidrSet(trustedProxies(config));

  function rate(name: RateName): TrafficRate {
    const unset = authenticates ? UNSET_RATES[name] : { messages: 0, bytes: 0 };
    const { messages = unset.messages, bytes = unset.bytes } = limits.rates[name];
    return { messagesPerSecond: messages, bytesPerSecond: bytes, burstMs: limits.rates.burst };
  }

  return {
    rates: {
      connection: rate('connection'),
      subject: rate('subject'),
      tenant: rate('tenant'),
      senderPerChannel: rate('sender_per_channel'),
      commandTime: {
        messagesPerSecond: 1000 * (limits.rates.command_time ?? (authenticates ? UNSET_COMMAND_TIME : 0)),
        bytesPerSecond: 0,
        burstMs: COMMAND_BURST_MS,
      },
      entriesMax: limits.rates.entries_max,
    },
    connections: {
      connectionsMax: limits.connections_max,
      perAddressMax: limits.connections_per_address_max ?? (authenticates ? UNSET_CONNECTIONS_PER_ADDRESS_MAX : 0),
      perTenantMax: limits.connections_per_tenant_max,
      shares: shareRule(config),
    },
    bans: {
      strikesMax: authenticates ? bans.strikes : 0,
      windowMs: bans.window,
      durationMs: bans.duration,
      durationMaxMs: Math.max(bans.duration, bans.duration_max),
      entriesMax: bans.entries_max,
    },
    // Others stand behind these: a proxy is not banned for one of its clients.
    neverBanned: (address) => isLoopbackAddress(address) || proxies.has(address),
  };
}

function sessionsAuthenticate(mode: string): boolean {
  return mode !== 'none';
}
