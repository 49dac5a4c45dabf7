import { expect, it } from 'vitest';
import { FakeClock } from '../../../support/fake-clock.js';
import { createMemoryBus } from '../../../support/memory-bus.js';
import { principal, TokenAuthenticator } from '../../../support/trust/token-authenticator.js';

/** Milliseconds after which B's idle channel was reclaimed, with A's first channel so long before it, or none. */
async function lifeOfChannel(leadMs: number | null): Promise<number> {
  const clock = new FakeClock();
  clock.advance(10_250);
  const memoryBus = createMemoryBus({
    clock,
    config: { rooms: [{ match: '*', auto_create: true }], storage: { dedupe_window: '5s' } },
    authenticator: new TokenAuthenticator({ a: principal({ tenant: 'a' }), b: principal({ tenant: 'b' }) }),
  });
  const [a, b] = [memoryBus.connect(), memoryBus.connect()];
  await a.hello({ token: 'a' });
  await b.hello({ token: 'b' });
  if (leadMs !== null) a.command({ createChannel: { room: 'r', channel: 'c' } });
  clock.advance(leadMs ?? 300);
  const bornMs = clock.monotonicMs();
  b.command({ createChannel: { room: 'r', channel: 'c' } });
  const isThere = () => memoryBus.bus.log.channelCount('b') === 1;
  expect(isThere()).toBe(true);
  while (isThere() && clock.monotonicMs() - bornMs < 60_000) clock.advance(10);
  return clock.monotonicMs() - bornMs;
}

it('an idle channel ends when it does, whenever the log’s first channel was born [T-TEN-1] [P7]', async () => {
  const alone = await lifeOfChannel(null);
  expect(alone).toBeLessThan(10_000);
  expect(await lifeOfChannel(300)).toBe(alone);
});
