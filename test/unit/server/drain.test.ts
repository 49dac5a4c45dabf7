import { describe, expect, it } from 'vitest';
import { CloseCode } from '../../../src/protocol/close-code.js';
import { readFrame } from '../../support/protocol/frame-reader.js';
import { drainConnections } from '../../../src/server/drain.js';
import { FakeClock } from '../../support/fake-clock.js';
import { QueueConnection } from '../../support/queue-connection.js';
import { settle } from '../../support/settle.js';

const window = { deadlineMs: 1000, retryMinMs: 100, retryMaxMs: 900 };

function drainBench(connections: QueueConnection[]) {
  const clock = new FakeClock();
  const steps: string[] = [];
  let settleLog: () => void = () => undefined;
  return {
    clock,
    steps,
    settleLog: () => settleLog(),
    start: (logSettles = true) =>
      drainConnections(
        {
          clock,
          stopAccepting: () => steps.push(`stop accepting, ${connections[0]?.frames.length} frames sent`),
          connections: () => connections,
          closeLog(onClosed) {
            steps.push(`close log, ${connections[0]?.frames.length} frames sent`);
            settleLog = onClosed;
            if (logSettles) onClosed();
          },
        },
        window,
      ),
  };
}

describe('drain [P10] [S-TRANS-4]', () => {
  it('stops accepting, tells every client to go away with the deadline and the window, closes them with 4000', async () => {
    const connections = [new QueueConnection(0), new QueueConnection(0)];
    const { clock, steps, start } = drainBench(connections);
    expect(await settle(clock, start())).toEqual({ unflushed: 0 });
    expect(steps).toEqual(['stop accepting, 0 frames sent', 'close log, 1 frames sent']);
    for (const { frames, closedWith } of connections) {
      expect(frames.flatMap((frame) => readFrame(frame).envelopes.map(({ goAway }) => ({ ...goAway })))).toEqual([
        expect.objectContaining(window),
      ]);
      expect(closedWith).toBe(CloseCode.GOING_AWAY);
    }
  });

  it('ends as soon as the queues are empty, before the deadline', async () => {
    const connection = new QueueConnection(5000);
    const { clock, start } = drainBench([connection]);
    clock.setTimer(300, () => connection.drop());
    expect(await settle(clock, start())).toEqual({ unflushed: 0 });
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(300);
    expect(clock.monotonicMs()).toBeLessThan(400);
  });

  it('closes nobody while messages are queued and time is left', async () => {
    const connections = [new QueueConnection(5000), new QueueConnection(0)];
    const { clock, start } = drainBench(connections);
    const drained = start();
    clock.setTimer(500, () => {
      expect(connections.map(({ closedWith }) => closedWith)).toEqual([null, null]);
      connections[0]?.drop();
    });
    await settle(clock, drained);
    expect(connections.map(({ closedWith }) => closedWith)).toEqual([CloseCode.GOING_AWAY, CloseCode.GOING_AWAY]);
  });

  it('closes a reader that never reads at the deadline, and counts it', async () => {
    const connections = [new QueueConnection(5000), new QueueConnection(0), new QueueConnection(1)];
    const { clock, start } = drainBench(connections);
    expect(await settle(clock, start())).toEqual({ unflushed: 2 });
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(window.deadlineMs);
    expect(clock.monotonicMs()).toBeLessThan(window.deadlineMs + 100);
    expect(connections.every(({ closedWith }) => closedWith === CloseCode.GOING_AWAY)).toBe(true);
  });

  it('does not wait for a connection that closed with bytes in its queue', async () => {
    const connection = new QueueConnection(5000);
    connection.close(CloseCode.CLOSED_SLOW_CONSUMER);
    const { clock, start } = drainBench([connection]);
    expect(await settle(clock, start())).toEqual({ unflushed: 0 });
    expect(clock.monotonicMs()).toBeLessThan(100);
  });

  it('waits for the log to settle what it accepted before it closes anyone', async () => {
    const connection = new QueueConnection(0);
    const { clock, start, settleLog } = drainBench([connection]);
    const drained = start(false);
    for (let turn = 0; turn < 10; turn += 1) {
      clock.advance(20);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(connection.closedWith).toBeNull();
    settleLog();
    await settle(clock, drained);
    expect(connection.closedWith).toBe(CloseCode.GOING_AWAY);
  });
});
