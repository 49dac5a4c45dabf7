/**
 * The SDK for Node: connect, join, publish, request. What the wire does is visible in its names and counts; nothing
 * is global, nothing is retried in silence beyond what `Client` promises (client.ts).
 */
import type { Client } from './client.js';
import { connectWith } from './connect.js';
import type { ConnectOptions } from './options.js';
import { nodePlatform } from './socket-node.js';

export * from './exports.js';

/**
 * Connects to a bus: `await connect('ws://127.0.0.1:7410')`. One attempt; once connected, the client connects again by
 * itself.
 * @throws ConnectionError with `retry` saying whether another attempt may help.
 */
export function connect(url: string, options: ConnectOptions = {}): Promise<Client> {
  return connectWith(nodePlatform, url, options);
}
