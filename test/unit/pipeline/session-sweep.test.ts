import { expect, it } from 'vitest';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus } from '../../support/memory-bus.js';
import { principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

/** Milliseconds from B's hello to the end of its session, with A connected so long before it, or not at all. */
async function lifeOfSession(leadMs: number | null): Promise<number> {
  const clock = new FakeClock();
  clock.advance(10_250);
  const authenticator = new TokenAuthenticator({
    a: principal({ tenant: 'a' }),
    b: principal({ tenant: 'b', expiresAtMs: clock.nowMs() + 5_500 }),
  });
  const memoryBus = createMemoryBus({ clock, authenticator });
  if (leadMs !== null) await memoryBus.join({ token: 'a' });
  clock.advance(leadMs ?? 300);
  const helloMs = clock.monotonicMs();
  const b = await memoryBus.join({ token: 'b' });
  while (b.open && clock.monotonicMs() - helloMs < 60_000) clock.advance(10);
  return clock.monotonicMs() - helloMs;
}

it('a session ends when it does, whenever the first one of the bus began [T-TEN-1] [T-AUTH-6]', async () => {
  const alone = await lifeOfSession(null);
  expect(alone).toBeLessThanOrEqual(6_500);
  expect(await lifeOfSession(300)).toBe(alone);
});
