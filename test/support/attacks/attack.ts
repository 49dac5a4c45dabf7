/**
 * What an attack is: a program that runs in a process of its own, against a server it knows only by its address. Each
 * attack has a file, is bounded in sockets and in time, and tells in figures what became of it; whether the server kept
 * its promises is judged by the campaign, from outside. [P8] [T-LIM-1]
 */
import type { Random } from '../protocol/random.js';

/** Where the attacker stands. */
export interface Field {
  readonly url: string;
  /** Of the attacker's tenant. */
  readonly credential: string;
  /** How large the attack is; what is counted is the attack's business. */
  readonly count: number;
  readonly random: Random;
  /** How long it goes on, unless it is over before. Milliseconds. */
  readonly durationMs: number;
}

/** Counts and milliseconds, by name. */
export type Figures = Record<string, number>;

export interface Attack {
  readonly name: AttackName;
  /** What is there before anything hostile happens, and belongs to the baseline. */
  prepare?(field: Field): Promise<void>;
  run(field: Field): Promise<Figures>;
}

export const ATTACK_NAMES = [
  'header-slowloris',
  'silent-upgrades',
  'message-flood',
  'connect-flood',
  'fragment-flood',
  'ping-flood',
  'packed-bombs',
  'never-reading',
  'reconnect-storm',
  'join-abuse',
  'command-abuse',
  'garbage',
] as const;

export type AttackName = (typeof ATTACK_NAMES)[number];
