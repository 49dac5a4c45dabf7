/** What `status` learns from the admin API, and the exact lines that would enable one that is not there. */
import type { CommandContext } from '../command-context.js';
import { DEFAULT_ADMIN_URL, type Target } from '../target.js';
import type { Check } from './run-status.js';

const REQUEST_TIMEOUT_MS = 5000;
const BODY_CHARS_MAX = 1_000_000;

/** Lines of YAML that switch the admin API on. */
const ENABLING_LINES = ['write in arqonbus.yaml:', 'admin:', '  enabled: true', '  token_file: /path/to/admin-token'];

export async function checkAdmin(context: CommandContext, target: Target): Promise<Check> {
  const url = target.adminUrl ?? DEFAULT_ADMIN_URL;
  const headers = target.adminToken === null ? {} : { authorization: `Bearer ${target.adminToken}` };
  try {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
    const response = await fetch(new URL('/v1/status', url), { headers, signal, redirect: 'error' });
    const body = (await response.text()).slice(0, BODY_CHARS_MAX);
    if (response.status === 401) {
      const fix = ['set ARQONBUS_ADMIN_TOKEN to its token'];
      return { name: 'admin', state: 'warn', text: `${url} wants another token`, fix };
    }
    if (!response.ok) return { name: 'admin', state: 'fail', text: `${url} answers ${response.status}`, fix: [] };
    return { name: 'admin', state: 'ok', text: `${url}, ${figures(body)}`, fix: [] };
  } catch (error) {
    if (context.signal.aborted) throw error;
    // Nothing was said about an admin API, and none is where one would be by default: it is simply off.
    const state = target.adminUrl === null ? 'off' : 'fail';
    return { name: 'admin', state, text: `nothing answers at ${url}`, fix: ENABLING_LINES };
  }
}

function figures(body: string): string {
  const view: unknown = JSON.parse(body);
  if (typeof view !== 'object' || view === null) return 'no figures';
  const { connections, channels, entries } = view as Record<string, unknown>;
  const shown = { connection: connections, channel: channels, message: entries };
  return Object.entries(shown)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${Number(value).toLocaleString('en')} ${name}${value === 1 ? '' : 's'}`)
    .join(', ');
}
