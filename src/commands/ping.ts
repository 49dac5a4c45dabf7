import { defineCommand } from './command.js';

/** Round trip; also the heartbeat of browser clients. */
export const ping = defineCommand({
  field: 'ping',
  summary: "Round trip; answers with the server's clock.",
  run({ ports, reply }) {
    reply.result({ ping: { timestampMs: ports.clock.nowMs() } });
  },
});
