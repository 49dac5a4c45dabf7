/** Answers requests with what a handler returns, several at once, never without a bound. */
import type { RequestHandler } from './client.js';
import type { Message } from './message.js';
import { TimeoutError, BusError, ConnectionError } from './errors.js';

/** Requests in a handler's hands at once; the others wait in the subscription's buffer. */
const CONCURRENT_REQUESTS_MAX = 64;

/**
 * The message listener of a responder. A handler that throws sends no reply (the asker's deadline passes) and is
 * reported; so is a reply that could not be delivered.
 */
export function answerRequests(
  handler: RequestHandler,
  report: (error: unknown) => void,
): (message: Message) => Promise<void> | undefined {
  const running = new Set<Promise<void>>();

  async function answer(message: Message): Promise<void> {
    try {
      await message.reply(await handler(message));
    } catch (error) {
      // An asker that left, or a connection that did, is no fault of the handler.
      if (!isAskerGone(error)) report(error);
    }
  }

  return (message) => {
    const task: Promise<void> = answer(message).finally(() => running.delete(task));
    running.add(task);
    return running.size >= CONCURRENT_REQUESTS_MAX ? Promise.race(running) : undefined;
  };
}

function isAskerGone(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  return error instanceof BusError && error.code === 'NOT_FOUND';
}
