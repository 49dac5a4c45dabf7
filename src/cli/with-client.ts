/** A connected client for the time of one command: closed at the end, and at once when the command is to stop. */
import type { Client, ConnectOptions } from '../client/exports.js';
import type { CommandContext } from './command-context.js';
import { explainDenied } from './failure.js';
import { whenStopped } from './stop.js';
import { resolveTarget, type Target } from './target.js';

/** @throws what `connect` and `fn` throw; after a stop, whatever the closed client makes of it. */
export async function withClient<T>(
  context: CommandContext,
  options: ConnectOptions,
  fn: (client: Client, target: Target) => Promise<T>,
): Promise<T> {
  const target = await resolveTarget(context);
  const { connect } = await import('../client/index.js');
  const { token } = target;
  const stopped = whenStopped(context.signal);
  try {
    const connecting = connect(target.url, { ...options, ...(token !== null && { token }) });
    // A stop while connecting: whoever connects after all is closed again.
    context.signal.addEventListener('abort', () => void connecting.then((client) => client.close(), ignoreLate));
    const client = await Promise.race([connecting, stopped.promise]).catch((error: unknown) => {
      throw explainDenied(error, target);
    });
    noteReconnecting(context, client);
    try {
      return await Promise.race([fn(client, target), stopped.promise]);
    } finally {
      await client.close();
    }
  } finally {
    stopped.cancel();
  }
}

/** A command that waits for its server to come back must not look as if it worked. */
function noteReconnecting({ io, globals }: CommandContext, client: Client): void {
  if (globals.quiet) return;
  let isTold = false;
  client.on('state', (state) => {
    if (state === 'reconnecting' && !isTold) void io.stderr.write('-- connection lost; connecting again --\n');
    // Attempts come and go; only a connection that was open can be lost again.
    isTold = state !== 'connected';
  });
}

/** The attempt that was given up failed by itself; its error has been told through the race. */
function ignoreLate(error: unknown): void {
  void error;
}
