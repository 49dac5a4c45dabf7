/** How this program was started, so that every hint it prints works as printed. */
import { basename, relative } from 'node:path';

/** `arqonbus` where it is on the PATH, else `node` and the script as seen from the working directory. */
export function describeInvocation(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): string {
  const script = argv[1];
  if (script === undefined) return 'arqonbus';
  const isInstalled = basename(script) === 'arqonbus' || script.includes('/node_modules/');
  if (isInstalled) return 'arqonbus';
  const shown = relative(env['PWD'] ?? process.cwd(), script);
  return `node ${shown === '' || shown.startsWith('../../') ? script : shown}`;
}
