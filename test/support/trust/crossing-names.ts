/** The names both tenants use: few, so that programs meet their own and each other's things all the time. */
import type { Random } from '../protocol/random.js';

/** `r2` creates nothing by itself. */
export const ROOMS = ['r0', 'r0', 'r0', 'r1', 'r1', 'r2'];
export const CHANNELS = ['c0', 'x.y', 'x.z'];
export const PATTERNS = [...CHANNELS, '*', 'x.*'];
export const GROUPS = ['', '', '', 'g0', 'g1'];
/** Of publishes: few, so that both tenants use the same ones for different content. */
export const MESSAGE_IDS = ['m0', 'm1', 'm2', 'm3'];
export const CORRELATIONS = ['q0', 'q1', 'm0', 'm1'];
/** Where the clocks of all worlds begin, milliseconds since 1970. */
export const START_MS = 1_760_000_000_000;

export const anyPlace = (random: Random) => ({ room: random.pick(ROOMS), channel: random.pick(CHANNELS) });
export const anyOne = (random: Random) => random.pick(['own', 'own', 'theirs'] as const);
