/** Words that only a running server or a file knows. Silent when they cannot be had: a prompt is no place for errors. */
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { isIdentifier } from '../../protocol/address.js';
import { readDevContext } from '../dev-context.js';
import { readNamedContexts } from '../named-context.js';
import { withClient } from '../with-client.js';

/** A prompt that hangs is worse than one that does not complete. Start-up of the program comes on top. */
const ROOMS_TIMEOUT_MS = 150;
const WORDS_MAX = 200;

export async function completeWords(
  context: CommandContext,
  kind: 'rooms' | 'contexts',
  prefix: string,
): Promise<ExitName> {
  const words = kind === 'rooms' ? await roomNames(context) : await contextNames(context);
  const matching = words.filter((word) => isIdentifier(word) && word.startsWith(prefix)).slice(0, WORDS_MAX);
  await context.io.stdout.write(matching.map((word) => `${word}\n`).join(''));
  return 'ok';
}

async function roomNames(context: CommandContext): Promise<string[]> {
  const connectOptions = { reconnect: false, connectTimeoutMs: ROOMS_TIMEOUT_MS, timeoutMs: ROOMS_TIMEOUT_MS } as const;
  return withClient(context, connectOptions, async (client) => {
    const { rooms } = await client.listRooms({ limit: WORDS_MAX });
    return rooms.map(({ room }) => room);
  }).catch(() => []);
}

async function contextNames({ env }: CommandContext): Promise<string[]> {
  const dev = readDevContext(env) === null ? [] : ['dev'];
  const { contexts } = await readNamedContexts(env).catch(() => ({ contexts: new Map<string, unknown>() }));
  return [...dev, ...contexts.keys()];
}
