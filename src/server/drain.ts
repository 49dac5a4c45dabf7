/**
 * A planned stop: accept nobody new, tell clients to go away, settle what was accepted, hand queued messages to live
 * sockets within the deadline, close. [P10]
 */
import type { Clock } from '../base/clock.js';
import { CloseCode } from '../protocol/close-code.js';
import { goAwayFrame } from '../protocol/server-frames.js';
import type { Connection } from '../transport/connection.js';

export interface DrainPorts {
  readonly clock: Clock;
  readonly stopAccepting: () => void;
  readonly connections: () => Iterable<Connection>;
  /** Settles appends in flight; later ones are refused. */
  readonly closeLog: (onClosed: () => void) => void;
}

export interface DrainWindow {
  readonly deadlineMs: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

/** How often queues are looked at; a drain of empty queues should not feel slow at a keyboard. */
const POLL_MS = 20;

/** @returns how many connections still had bytes queued at the deadline. */
export async function drainConnections(ports: DrainPorts, window: DrainWindow): Promise<{ unflushed: number }> {
  const { clock } = ports;
  const endMs = clock.monotonicMs() + window.deadlineMs;
  ports.stopAccepting();
  for (const connection of ports.connections()) {
    connection.enqueueFrame(goAwayFrame({ reason: 'the server is shutting down', ...window }));
  }
  await new Promise<void>((resolve) => ports.closeLog(resolve));

  // One turn of the loop turns what was appended last into batches on the outboxes.
  await sleep(clock, POLL_MS);
  while (countQueued(ports.connections()) > 0 && clock.monotonicMs() < endMs) await sleep(clock, POLL_MS);

  const unflushed = countQueued(ports.connections());
  for (const connection of ports.connections()) connection.close(CloseCode.GOING_AWAY, 'the server is shutting down');
  return { unflushed };
}

function countQueued(connections: Iterable<Connection>): number {
  let count = 0;
  for (const connection of connections) if (connection.open && connection.queuedBytes > 0) count += 1;
  return count;
}

function sleep(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => clock.setTimer(delayMs, resolve));
}
