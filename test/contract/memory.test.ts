/** The embedded backends against the contracts. */
import { createLoopbackNodeLink } from '../../src/storage/memory/loopback-node-link.js';
import { createMemoryChannelLog } from '../../src/storage/memory/memory-channel-log.js';
import { createMemoryRoster } from '../../src/storage/memory/memory-roster.js';
import { FakeClock } from '../support/fake-clock.js';
import { describeChannelLog } from './channel-log.js';
import { describeNodeLink } from './node-link.js';
import { describeRoster } from './roster.js';

describeChannelLog('memory', async ({ dedupeWindowMs, channelsPerTenantMax, channelsMax, shares, persistCasil }) => {
  const clock = new FakeClock();
  const log = createMemoryChannelLog({
    clock,
    dedupeWindowMs,
    dedupeIdsPerSubjectMax: 1000,
    memoryBytesMax: 10_000_000,
    channelsPerTenantMax,
    channelsMax,
    shares,
    persistCasil,
  });
  return {
    log,
    passTime: async (ms) => clock.advance(ms),
    dispose: () => new Promise((resolve) => log.close(resolve)),
  };
});

describeRoster('memory', async (node) => {
  const clock = new FakeClock();
  const roster = createMemoryRoster({ clock, node });
  return {
    roster,
    passTime: async (ms) => clock.advance(ms),
    dispose: () => new Promise((resolve) => roster.close(resolve)),
  };
});

describeNodeLink('loopback', async (nodeId) => {
  const link = createLoopbackNodeLink({ nodeId });
  return {
    link,
    settle: async () => undefined,
    dispose: () => new Promise((resolve) => link.close(resolve)),
  };
});
