/** The SDK for browsers and workers: the same exports as index.ts over the platform's own WebSocket. */
import type { Client } from './client.js';
import { connectWith } from './connect.js';
import type { ConnectOptions } from './options.js';
import { browserPlatform } from './socket-browser.js';

export * from './exports.js';

/**
 * Connects to a bus: `await connect('wss://bus.example')`. One attempt; once connected, the client connects again by
 * itself.
 * @throws ConnectionError with `retry` saying whether another attempt may help.
 */
export function connect(url: string, options: ConnectOptions = {}): Promise<Client> {
  return connectWith(browserPlatform(globalThis as unknown as Parameters<typeof browserPlatform>[0]), url, options);
}
