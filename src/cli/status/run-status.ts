/** `status`: one line for each thing that must be well, and one fix for each that is not. */
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { toOperatorError } from '../failure.js';
import { jsonLine } from '../output/json-lines.js';
import { padCells } from '../output/cell-width.js';
import { safeText } from '../../base/safe-text.js';
import { resolveTarget, type Target } from '../target.js';
import { withClient } from '../with-client.js';
import { checkAdmin } from './check-admin.js';

export interface Check {
  readonly name: 'config' | 'bus' | 'storage' | 'clock' | 'admin' | 'casil';
  readonly state: 'ok' | 'warn' | 'fail' | 'off';
  readonly text: string;
  /** What to do about it; lines to run or to write. */
  readonly fix: readonly string[];
}

/** Clocks further apart than this make times in logs and history misleading. */
const CLOCK_SKEW_MS_MAX = 1000;

export async function runStatus(context: CommandContext, options: { readonly ready: boolean }): Promise<ExitName> {
  const target = await resolveTarget(context);
  const checks: Check[] = [{ name: 'config', state: 'ok', text: `${target.url} from ${target.origin}`, fix: [] }];
  const bus = await checkBus(context, target);
  checks.push(...bus.checks, ...(await checkAdmin(context, target)));
  for (const check of checks) await print(context, check);
  if (bus.exit !== 'ok') return bus.exit;
  return options.ready && checks.some(({ name, state }) => name === 'bus' && state !== 'ok') ? 'no' : 'ok';
}

async function checkBus(context: CommandContext, target: Target): Promise<{ checks: Check[]; exit: ExitName }> {
  const connectOptions = { clientType: 'service', screenName: 'arqonbus status', reconnect: false } as const;
  try {
    return await withClient(context, connectOptions, async (client) => {
      const { roundTripMs, timestampMs } = await client.ping();
      const skewMs = Math.round(context.clock.nowMs() - roundTripMs / 2 - timestampMs);
      const { serverVersion, nodeId, uptimeMs, draining, durability } = await client.status();
      const text = `${serverVersion}, node ${nodeId}, up ${formatUptime(uptimeMs)}, round trip ${roundTripMs.toFixed(1)} ms`;
      const checks: Check[] = [
        draining
          ? { name: 'bus', state: 'warn', text: `${text}, draining`, fix: ['wait for its successor to start'] }
          : { name: 'bus', state: 'ok', text, fix: [] },
        storageCheck(durability, client.welcome.durabilityNote),
        clockCheck(skewMs),
      ];
      return { checks, exit: 'ok' as const };
    });
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = toOperatorError(error);
    const [problem] = failure.problems;
    if (failure.exit === 'bug' || problem === undefined) throw error;
    const check: Check = { name: 'bus', state: 'fail', text: `${target.url}: ${problem.problem}`, fix: problem.next };
    return { checks: [check], exit: failure.exit };
  }
}

function storageCheck(durability: string, note: string): Check {
  const text = `acks name ${durability} at best${note === '' ? '' : `; ${note}`}`;
  return { name: 'storage', state: 'ok', text, fix: [] };
}

function clockCheck(skewMs: number): Check {
  const text = `${Math.abs(skewMs)} ms ${skewMs < 0 ? 'behind' : 'ahead of'} the server`;
  if (Math.abs(skewMs) <= CLOCK_SKEW_MS_MAX) return { name: 'clock', state: 'ok', text, fix: [] };
  return { name: 'clock', state: 'warn', text, fix: ['let both machines set their clocks by NTP'] };
}

async function print({ io, globals, style, invocation }: CommandContext, check: Check): Promise<void> {
  if (globals.json) {
    await io.stdout.write(jsonLine({ v: 1, type: 'check', ...check }, globals.fields));
    return;
  }
  const state =
    check.state === 'ok' || check.state === 'off'
      ? style.dim(padCells(check.state, 5))
      : style.warn(padCells(check.state, 5));
  await io.stdout.write(`${state} ${style.bold(padCells(check.name, 8))} ${safeText(check.text, 400)}\n`);
  for (const line of check.fix) {
    const fix = line.replace(/^arqonbus(?= |$)/, invocation);
    await io.stdout.write(`${' '.repeat(15)}= next: ${safeText(fix, 400)}\n`);
  }
}

/** `3d04h`, `4h05m`, `12s`. */
export function formatUptime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)}d${two(Math.floor((seconds % 86_400) / 3600))}h`;
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`;
  if (seconds >= 60) return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
  return `${seconds}s`;
}
