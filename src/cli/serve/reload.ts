/**
 * SIGHUP: the audit log goes on in a new file, and `access.deny` is read again. Nothing else of a configuration changes
 * without a restart; one that cannot be used changes nothing and is told. Development mode does not listen: there the
 * signal is a terminal that was closed, and means the end. [T-ACC-1] [T-AUD-1]
 */
import type { Config } from '../../config/schema.js';
import type { RunningServer } from '../../server/start.js';
import type { CommandContext } from '../command-context.js';
import { toOperatorError } from '../failure.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';

/** @param load reads the configuration again; null where it cannot be read twice. */
export function reloadOnHangup(
  context: CommandContext,
  server: RunningServer,
  load: (() => Promise<Config>) | null,
): () => void {
  const { io, globals, env, invocation } = context;

  async function reload(): Promise<void> {
    server.reopenAudit();
    if (load === null) return;
    try {
      server.replaceDenied(await load());
    } catch (error) {
      const style = chooseStyle(globals.color, io.stderr, env);
      for (const problem of toOperatorError(error).problems) {
        await io.stderr.write(problemText(problem, style, invocation));
      }
    }
  }

  return context.onHangup(() => void reload());
}
