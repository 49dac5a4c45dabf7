/** The one way to a client, the same for every platform. */
import { BusClient } from './bus-client.js';
import { BusSession } from './bus-session.js';
import type { Client } from './client.js';
import { resolveSettings, type ConnectOptions } from './options.js';
import type { Platform } from './socket.js';

/** @throws ConnectionError when the first attempt fails. */
export async function connectWith(platform: Platform, url: string, options: ConnectOptions): Promise<Client> {
  const session = new BusSession(platform, url, resolveSettings(options));
  await session.open();
  return new BusClient(session);
}
