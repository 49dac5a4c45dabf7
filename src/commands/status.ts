import { defineCommand } from './command.js';

/** What every client may know of its server; figures of tenants are for operators. [P7] */
export const status = defineCommand({
  field: 'status',
  summary: 'Version, node, uptime and durability of the server.',
  run({ ports, reply }) {
    const { server, clock, log } = ports;
    reply.result({
      status: {
        serverVersion: server.version,
        nodeId: server.nodeId,
        uptimeMs: Math.floor(clock.monotonicMs() - server.startedAtMonotonicMs),
        durability: log.durability,
        draining: server.draining(),
        timestampMs: clock.nowMs(),
      },
    });
  },
});
