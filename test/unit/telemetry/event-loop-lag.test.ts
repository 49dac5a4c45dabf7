import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import { startEventLoopLagMeter } from '../../../src/telemetry/event-loop-lag.js';
import { FakeClock } from '../../support/fake-clock.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function blockFor(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}

describe('event-loop lag [CON VIII.1]', () => {
  it('sees a blocked loop, keeps it for the window after, and then forgets it', async () => {
    const clock = new FakeClock();
    const meter = startEventLoopLagMeter(clock);
    expect(meter.read()).toEqual({ p50Ms: 0, p99Ms: 0, maxMs: 0 });
    await pause(50);
    blockFor(250);
    await pause(50);
    expect(meter.read().maxMs).toBeGreaterThan(150);
    clock.advance(10_000);
    expect(meter.read().maxMs).toBeGreaterThan(150);
    clock.advance(10_000);
    expect(meter.read().maxMs).toBe(0);
    meter.stop();
    expect(clock.timersPending).toBe(0);
  });

  it('runs on the system clock', () => {
    const meter = startEventLoopLagMeter(systemClock);
    expect(meter.read().p99Ms).toBeGreaterThanOrEqual(0);
    meter.stop();
  });
});
