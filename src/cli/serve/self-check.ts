/** Proves that a development server works, through the same client everyone uses: join, send, receive, history. */
import { randomName } from '../../base/ids.js';
import type { Clock } from '../../base/clock.js';

const ADDRESS = 'arqonbus-self-check:echo';
const DEADLINE_MS = 5000;

/** @returns the milliseconds it took. @throws when any step fails or takes longer than 5 s. */
export async function selfCheck(url: string, token: string, clock: Clock): Promise<number> {
  const { connect } = await import('../../client/index.js');
  const startMs = clock.monotonicMs();
  const client = await connect(url, { token, reconnect: false, timeoutMs: DEADLINE_MS, connectTimeoutMs: DEADLINE_MS });
  try {
    const text = randomName(16);
    const subscription = await client.join(ADDRESS, { echo: true });
    await client.publish(ADDRESS, text);
    const received = await withinDeadline(subscription[Symbol.asyncIterator]().next(), clock);
    if (received.done === true || received.value.text() !== text) throw new Error('what was sent did not come back');
    const { messages } = await client.history(ADDRESS, { limit: 1, reverse: true });
    if (messages[0]?.text() !== text) throw new Error('history does not hold what was sent');
    await client.deleteChannel(ADDRESS);
    return clock.monotonicMs() - startMs;
  } finally {
    await client.close();
  }
}

function withinDeadline<T>(promise: Promise<T>, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(DEADLINE_MS, () => reject(new Error(`nothing came back in ${DEADLINE_MS} ms`)));
    promise.then(resolve, reject).finally(() => timer.cancel());
  });
}
