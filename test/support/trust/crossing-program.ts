/**
 * Generated programs of two tenants on one bus that use the same names for everything, and try whatever they know of
 * each other: what tenant B is sent must not depend on whether tenant A does anything at all. [T-TEN-1] [P7]
 */
import type { Random } from '../protocol/random.js';
import { command } from './crossing-commands.js';
import { conversation, flood, forgery, publish } from './crossing-messages.js';
import { MARK_OF_A, SESSIONS_PER_TENANT, type Choice, type Step, type Tenant } from './crossing-step.js';

/** The windows of the world (dedupe, retention, strikes) lie between sums of them. */
const WAITS_MS = [1, 1, 20, 80, 80, 300, 1_000, 1_900, 4_000, 9_500, 31_000];

export function generateProgram(random: Random, length: number): Step[] {
  return Array.from({ length }, (_, index) => {
    const tenant: Tenant = random.below(2) === 0 ? 'a' : 'b';
    return { tenant, session: random.below(SESSIONS_PER_TENANT), ...choose(random, index, tenant) };
  });
}

function choose(random: Random, index: number, tenant: Tenant): Choice {
  const kind = random.below(100);
  if (kind < 7) {
    const ms = random.pick(WAITS_MS);
    return { label: `wait ${ms} ms`, act: { kind: 'wait', ms } };
  }
  if (kind < 10) return reconnect(random, tenant);
  if (kind < 11) return { label: 'garbage', act: { kind: 'bytes', bytes: random.bytes(random.below(40)) } };
  if (kind < 13) return forgery(random, index);
  if (kind < 15) {
    const connections = random.pick([0, 1, 6]);
    return { label: `crowd of ${connections}`, act: { kind: 'crowd', connections } };
  }
  // A floods more than B, whose own limits should not hide everything else.
  if (kind < (tenant === 'a' ? 18 : 16)) return flood(random, index, tenant);
  if (kind < 42) return publish(random, index, tenant);
  if (kind < 55) return conversation(random, index, tenant);
  return command(random, index);
}

function reconnect(random: Random, tenant: Tenant): Choice {
  const token = random.pick(['good', 'good', 'good', 'short', 'poor', 'wrong']);
  const mark = tenant === 'a' ? MARK_OF_A : 'shown';
  const hello = {
    clientType: random.below(5),
    screenName: mark,
    capabilities: random.below(2) === 0 ? [mark] : [],
    sdk: 'crossing/1',
    features: ['echo'],
  };
  return { label: `reconnect ${token}`, act: { kind: 'reconnect', token, hello } };
}
