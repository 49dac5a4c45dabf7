/**
 * Everything the server keeps by text, and what that text names. A new map fails here until someone has written down
 * why two tenants cannot meet in it; the tests called keys.test.ts beside each layer prove it. [T-TEN-1] [P7]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SRC = new URL('../../../src/', import.meta.url);
/** Layers that hold state of more than one session. */
const LAYERS = [
  'admin',
  'auth',
  'base',
  'casil/report',
  'commands',
  'limits',
  'pipeline',
  'routing',
  'server',
  'storage',
  'telemetry',
  'transport',
];
/** Fields of classes, and what functions that make one thing keep for it. */
const KEPT = /^ {0,2}(?:readonly |const |let )?(#?\w+)(?:: [^=\n]+)? = new (?:Map|Set)<string/gm;

const TENANT = 'a tenant, or a channel, room or subject with its tenant before it';
const ONE_TENANT = 'something within one channel, room, session or tenant';
const OURS = 'words of ours, of configuration or of one file: nothing of a tenant’s';
const ADDRESS = 'an address of the network, where no tenant is known';
const SECRET = 'the hash of a whole credential';

const WHAT_KEYS_NAME: Readonly<Record<string, string>> = {
  'auth/api-key/load-key-file.ts digests': OURS,
  'auth/api-key/load-key-file.ts ids': OURS,
  'auth/gateway/gateway.ts names': OURS,
  'auth/gateway/gateway.ts owners': OURS,
  'auth/jwt/grant-claims.ts addresses': ONE_TENANT,
  'auth/jwt/options.ts imported': OURS,
  'auth/jwt/parse-jwks.ts keys': OURS,
  'auth/jwt/verified-tokens.ts #entries': SECRET,
  'base/shared-budget.ts #holders': TENANT,
  // Rules, reasons and flags of policies; rooms and senders are counted in violations.ts, with their tenant.
  'casil/report/bounded-counts.ts #indexes': OURS,
  'casil/report/reporter.ts names': OURS,
  'commands/join-arguments.ts read': ONE_TENANT,
  'limits/connection-counts.ts #byAddress': ADDRESS,
  'limits/limit-reports.ts #counts': OURS,
  'limits/limit-reports.ts #gates': OURS,
  // Buckets and bans, which bring their keys.
  'limits/recency-list.ts #byKey': `${TENANT}; or ${ADDRESS}`,
  'pipeline/publish-target.ts #byName': ONE_TENANT,
  'pipeline/unaddressed-inspect.ts byTenant': TENANT,
  'routing/create-router.ts #byTenant': TENANT,
  'routing/fan-out.ts groups': ONE_TENANT,
  'routing/membership.ts memberships': TENANT,
  'routing/membership.ts subscriptions': ONE_TENANT,
  'routing/room-state.ts #matches': ONE_TENANT,
  'routing/routing-table.ts #fanOuts': TENANT,
  'routing/routing-table.ts #rooms': TENANT,
  'storage/memory/channel-directory.ts #byKey': TENANT,
  'storage/memory/channel-directory.ts #tenants': TENANT,
  'storage/memory/channel-state.ts subjects': ONE_TENANT,
  'storage/memory/memory-roster.ts #channels': TENANT,
  'storage/memory/memory-roster.ts #pending': TENANT,
  'storage/memory/sorted-members.ts #byId': ONE_TENANT,
  'storage/memory/tombstones.ts #tenants': TENANT,
  'storage/memory/watch-board.ts #channels': TENANT,
  'storage/memory/watch-board.ts #rooms': TENANT,
  'telemetry/audit-sink.ts windows': OURS,
  'telemetry/label-budget.ts known': OURS,
  'telemetry/label-budget.ts rooms': TENANT,
  'telemetry/telemetry.ts failures': OURS,
  'transport/conflation.ts latest': TENANT,
  'transport/forwarded-header.ts current': OURS,
  'transport/inbound-budget.ts #tenants': TENANT,
};

function mapsOf(layer: string): string[] {
  const files = readdirSync(new URL(`${layer}/`, SRC), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(new URL(`${layer}/${file}`, SRC), 'utf8');
      return [...text.matchAll(KEPT)].map(([, name]) => `${layer}/${file} ${name}`);
    });
}

it('every map and set that is kept by text says what the text names', () => {
  expect(LAYERS.flatMap(mapsOf).sort()).toEqual(Object.keys(WHAT_KEYS_NAME).sort());
});
