/**
 * When to connect again: full jitter (a random delay below a doubling bound), so that the clients of a server that
 * restarted do not return together. A server that announced its going names the window itself.
 */
import type { ReconnectOptions } from './options.js';

/** Milliseconds to wait before attempt number `attempt`, counted from 0. */
export function reconnectDelayMs(options: ReconnectOptions, attempt: number, random: () => number): number {
  const bound = Math.min(options.maxMs, options.minMs * 2 ** Math.min(attempt, 30));
  return Math.floor(random() * bound);
}

export interface RetryWindow {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Milliseconds to wait inside a window. */
export function windowDelayMs(window: RetryWindow, random: () => number): number {
  return window.minMs + Math.floor(random() * Math.max(0, window.maxMs - window.minMs));
}
