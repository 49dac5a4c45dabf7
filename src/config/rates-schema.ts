/**
 * The configuration of rates, shares and bans. 0 is no limit everywhere. Rates that are not set depend on who may
 * connect: with `auth.mode: none` only this machine can, and nothing is limited; else UNSET_RATES counts. [T-LIM-1]
 */
import { z } from 'zod';
import { byteCount, duration, waitingTime } from '../documents/values.js';

const MIB = 1_048_576;
const MESSAGES_MAX = 100_000_000;
const BYTES_MAX = 1024 * 1024 * MIB;

/** What rates are where sessions authenticate and nothing was set; messages and bytes per second. */
export const UNSET_RATES = {
  connection: { messages: 10_000, bytes: 16 * MIB },
  subject: { messages: 20_000, bytes: 32 * MIB },
  tenant: { messages: 100_000, bytes: 128 * MIB },
  sender_per_channel: { messages: 5_000, bytes: 8 * MIB },
} as const;

/** Likewise: of the time of the server. */
export const UNSET_COMMAND_TIME = 0.25;

/** Likewise: connections of one address. */
export const UNSET_CONNECTIONS_PER_ADDRESS_MAX = 1_000;

function rate(of: keyof typeof UNSET_RATES, whose: string) {
  const { messages, bytes } = UNSET_RATES[of];
  return z
    .strictObject({
      messages: z
        .int()
        .min(0)
        .max(MESSAGES_MAX)
        .optional()
        .describe(`Messages per second ${whose}; 0 is no limit. Not set: ${messages}, without authentication 0.`),
      bytes: byteCount({ max: BYTES_MAX })
        .optional()
        .describe(`Bytes per second ${whose}; 0 is no limit. Not set: ${bytes / MIB}MiB, without authentication 0.`),
    })
    .prefault({})
    .describe(`How fast messages may come ${whose}.`);
}

/** 0 to 1; environment variables bring it as text. */
function fraction() {
  return z
    .union([z.number(), z.string().regex(/^(0|1|0?\.\d{1,9}|1\.0{1,9})$/)])
    .transform(Number)
    .refine((value) => value >= 0 && value <= 1)
    .meta({ kind: 'text', expectation: 'a number from 0 to 1' });
}

export const ratesSchema = z
  .strictObject({
    connection: rate('connection', 'of one connection'),
    subject: rate('subject', 'of one subject, on all its connections together'),
    tenant: rate('tenant', 'of one tenant'),
    sender_per_channel: rate('sender_per_channel', 'of one subject to one channel'),
    command_time: fraction()
      .optional()
      .describe(
        `Part of the server's time that the commands of one subject may take, from 0 to 1; 0 is no limit. Not set: ${UNSET_COMMAND_TIME}, without authentication 0.`,
      ),
    burst: duration({ min: 1, max: 3_600_000 })
      .default(2_000)
      .describe('How much of a rate may come at once: what comes back in this time.'),
    entries_max: z
      .int()
      .min(16)
      .max(10_000_000)
      .default(50_000)
      .describe('Tenants, subjects, and subjects in channels whose rates are remembered, each.'),
  })
  .prefault({})
  .describe('How fast messages may come. One that is over is answered RATE_LIMITED with the time to wait.');

/** Keys of the section `limits`. */
export const connectionLimits = {
  connections_per_address_max: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(
      `Open connections of one address, of IPv6 one /64; 0 is no limit. Not set: ${UNSET_CONNECTIONS_PER_ADDRESS_MAX}, without authentication 0.`,
    ),
  connections_per_tenant_max: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('Sessions of one tenant; 0 is no limit but the shares of the others.'),
  tenant_share_min: fraction()
    .default(0.1)
    .describe(
      'Part of connections_max, channels_max and storage.memory_bytes_max that is kept for tenants who hold less than their share. Each share is this part divided by tenant_shares. Without authentication there is one tenant and nothing is kept.',
    ),
  tenant_shares: z
    .int()
    .min(1)
    .max(100_000)
    .default(20)
    .describe('Tenants that tenant_share_min is divided among; set it to how many you expect.'),
};

/** A key of the section `limits`. An empty channel takes 700 bytes, one that is used twice that beside its history. */
export const channelsMax = z
  .int()
  .min(1)
  .max(100_000_000)
  .default(250_000)
  .describe('Channels of all tenants together. Each takes about 1 KiB beside its history.');

export const bansSchema = z
  .strictObject({
    strikes: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(10)
      .describe(
        'Strikes in a window after which an address or a subject is banned; 0 bans nobody. A strike is a refused credential, a connection closed for malformed messages, or rate_refusals. Without authentication nobody is banned; loopback addresses never are.',
      ),
    window: waitingTime().default(60_000).describe('Time in which strikes are counted together.'),
    duration: waitingTime().default(60_000).describe('How long the first ban lasts; each further one twice as long.'),
    duration_max: waitingTime().default(3_600_000).describe('Longest ban, and how long a ban counts for the next.'),
    rate_refusals: z
      .int()
      .min(1)
      .max(1_000_000_000)
      .default(1_000)
      .describe('Messages of one connection refused for their rate in a minute that count as one strike.'),
    entries_max: z
      .int()
      .min(16)
      .max(1_000_000)
      .default(10_000)
      .describe('Addresses and subjects remembered: those with strikes and those banned, each.'),
  })
  .prefault({})
  .describe('When those who misbehave again and again are shut out for a time.');
