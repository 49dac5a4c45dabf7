/** What `status` learns from the admin API, and the exact lines that would enable one that is not there. */
import type { CommandContext } from '../command-context.js';
import { UNTRUSTED_CERTIFICATE } from '../failure.js';
import { DEFAULT_ADMIN_URL, type Target } from '../target.js';
import type { Check } from './run-status.js';

const REQUEST_TIMEOUT_MS = 5000;
const BODY_CHARS_MAX = 1_000_000;

/** Lines of YAML that switch the admin API on. */
const ENABLING_LINES = ['write in arqonbus.yaml:', 'admin:', '  enabled: true', '  token_file: /path/to/admin-token'];

/** Of the admin API itself, and of content inspection as far as the API tells. */
export async function checkAdmin(context: CommandContext, target: Target): Promise<readonly Check[]> {
  const url = target.adminUrl ?? DEFAULT_ADMIN_URL;
  const headers = target.adminToken === null ? {} : { authorization: `Bearer ${target.adminToken}` };
  try {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
    const response = await fetch(new URL('/v1/status', url), { headers, signal, redirect: 'error' });
    const body = (await response.text()).slice(0, BODY_CHARS_MAX);
    if (response.status === 401) {
      const fix = ['set ARQONBUS_ADMIN_TOKEN to its token'];
      return [{ name: 'admin', state: 'warn', text: `${url} wants another token`, fix }, CASIL_UNKNOWN];
    }
    if (!response.ok) {
      return [{ name: 'admin', state: 'fail', text: `${url} answers ${response.status}`, fix: [] }, CASIL_UNKNOWN];
    }
    const view = viewOf(body);
    return [{ name: 'admin', state: 'ok', text: `${url}, ${figures(view)}`, fix: [] }, describeCasil(view)];
  } catch (error) {
    if (context.signal.aborted) throw error;
    // Nothing was said about an admin API, and none is where one would be by default: it is simply off.
    const state = target.adminUrl === null ? 'off' : 'fail';
    const reason = causeOf(error);
    if (UNTRUSTED_CERTIFICATE.test(reason)) {
      const fix = ['set NODE_EXTRA_CA_CERTS to the certificate of the authority that signed it'];
      return [{ name: 'admin', state: 'fail', text: `${url}: ${reason}`, fix }, CASIL_UNKNOWN];
    }
    return [{ name: 'admin', state, text: `nothing answers at ${url}`, fix: ENABLING_LINES }, CASIL_UNKNOWN];
  }
}

/** What fetch says is `fetch failed`; why stands in its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error ? cause.message : '';
}

const CASIL_UNKNOWN: Check = { name: 'casil', state: 'off', text: 'only the admin API tells', fix: [] };

function viewOf(body: string): Record<string, unknown> {
  const view: unknown = JSON.parse(body);
  return typeof view === 'object' && view !== null ? (view as Record<string, unknown>) : {};
}

function figures({ connections, channels, entries }: Record<string, unknown>): string {
  const shown = { connection: connections, channel: channels, message: entries };
  return Object.entries(shown)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${Number(value).toLocaleString('en')} ${name}${value === 1 ? '' : 's'}`)
    .join(', ');
}

/** An older server says nothing of inspection. */
function describeCasil(view: Record<string, unknown>): Check {
  const { casil } = view;
  if (typeof casil !== 'object' || casil === null) return { ...CASIL_UNKNOWN, text: 'the server does not tell' };
  const { enabled, mode, policies, inspected, redacted, blocked, internal_errors: errors } = casil as CasilView;
  if (enabled !== true) return { name: 'casil', state: 'off', text: 'no message is inspected', fix: [] };
  const names = Array.isArray(policies) ? policies.map(String).join(', ') : '';
  const would = mode === 'monitor' ? 'would have ' : '';
  const text = `${String(mode)} with ${names}: ${count(inspected)} inspected, ${would}masked ${count(redacted)}, ${would}blocked ${count(blocked)}`;
  if (Number(errors) === 0) return { name: 'casil', state: 'ok', text, fix: [] };
  const fix = ['look for casil.internal_error in the server log, and report it'];
  return { name: 'casil', state: 'warn', text: `${text}, failed ${count(errors)}`, fix };
}

type CasilView = Partial<
  Record<'enabled' | 'mode' | 'policies' | 'inspected' | 'redacted' | 'blocked' | 'internal_errors', unknown>
>;

function count(value: unknown): string {
  return Number(value).toLocaleString('en');
}
