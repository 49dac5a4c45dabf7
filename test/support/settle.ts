/** Waits for a promise that waits for timers of a fake clock: moves the clock in small steps until it is settled. */
import type { FakeClock } from './fake-clock.js';

const STEP_MS = 5;
const STEPS_MAX = 10_000;

/** @throws what the promise rejects with, or that it did not settle within 50 s of the clock. */
export async function settle<T>(clock: FakeClock, promise: Promise<T>): Promise<T> {
  let settled = false;
  const mark = () => {
    settled = true;
  };
  promise.then(mark, mark);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (settled) return promise;
    clock.advance(STEP_MS);
  }
  throw new Error(`not settled after ${STEP_MS * STEPS_MAX} ms of the fake clock`);
}
