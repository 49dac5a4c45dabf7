/** What was promised, held against an encounter. [P5] [P8] [T-LIM-1] */
import type { Encounter } from './encounter.js';
import { HISTORY_MIB_MAX, INBOUND_MIB_MAX } from './target.js';

/** A server at rest, and what its collector has not got round to. */
const PROCESS_MIB = 200;
/** Of one connection, with its session, its subscription and its queue at rest. */
const SOCKET_MIB = 0.04;
const P99_RATIO_MAX = 2;
const NEWCOMER_P50_MAX_MS = 100;
/** Headers: their timeout, how often it is looked at, and some for letting go of thousands. Hellos likewise. */
const HALF_OPEN_MAX_MS = 6_500;
/** Server and clients had a core when they wanted one; else how long things take says nothing about the server. */
const CPU_WAIT_SHARE_QUIET = 0.1;

/** What holds on any machine, however busy. @returns each promise that was broken, in words */
export function brokenPromises(encounter: Encounter, sockets: number): string[] {
  const { before, during, residentMiB, metrics, lines, leftOver, healthyLost, alive } = encounter;
  const residentMiBMax = PROCESS_MIB + HISTORY_MIB_MAX + INBOUND_MIB_MAX + SOCKET_MIB * sockets;
  const unseen = [...Object.entries(metrics), ...Object.entries(lines)].filter(([, grown]) => grown === 0);
  return [
    ...(alive ? [] : ['the server is gone']),
    ...(healthyLost === 0 ? [] : [`${healthyLost} healthy clients were cut off`]),
    ...(before.missing + during.missing === 0 ? [] : [`healthy clients miss ${during.missing} messages`]),
    ...(during.newcomersRefused === 0 ? [] : [`${during.newcomersRefused} newcomers were refused`]),
    ...(residentMiB.peak <= residentMiBMax ? [] : [`${residentMiB.peak} MiB of ${residentMiBMax}`]),
    ...(leftOver === 0 ? [] : [`${leftOver} connections of the attack are still there`]),
    ...unseen.map(([sign]) => `nothing is seen of it in ${sign}`),
  ].map((what) => `${encounter.attack}: ${what}`);
}

/** What holds where the machine had nothing else to do. */
export function missedTimes(encounter: Encounter): string[] {
  const { attack, before, during, p99Ratio, figures } = encounter;
  const halfOpen = attack === 'header-slowloris' || attack === 'silent-upgrades';
  const longestMs = figures['longestMs'] ?? 0;
  return [
    ...(p99Ratio <= P99_RATIO_MAX ? [] : [`p99 went from ${before.p99Ms} to ${during.p99Ms} ms`]),
    ...(during.newcomerP50Ms <= NEWCOMER_P50_MAX_MS ? [] : [`newcomers took ${during.newcomerP50Ms} ms`]),
    ...(!halfOpen || longestMs <= HALF_OPEN_MAX_MS ? [] : [`a half-open connection lived ${longestMs} ms`]),
  ].map((what) => `${attack}: ${what}`);
}

export function isQuiet({ cpuWaitShare }: Encounter): boolean {
  return cpuWaitShare < CPU_WAIT_SHARE_QUIET;
}
