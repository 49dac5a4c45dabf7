/**
 * Made-up tokens from a format: samples that must be found, and near misses that must not, because one thing about them
 * is wrong. Each is tried against the format's own matcher before it is handed out. For tests and generators only.
 */
import { InvariantError } from '../../base/invariant.js';
import { SET_CHARACTERS } from './byte-sets.js';
import type { Anchor, Matcher } from './detector.js';
import { lookEverywhere } from './naive-look.js';
import type { CharSet, TokenFormat, TokenPart } from './token-format.js';

type Random = (below: number) => number;

/** Tries before a format is called impossible; random letters may miss an entropy rule now and then. */
const TRIES_MAX = 200;
/** Sets with a wide range get at most this many bytes more than they need. */
const EXTRA_BYTES_MAX = 32;
/** A token at its longest is only made where it is this short. */
const LONGEST_BYTES_MAX = 512;
const SEPARATORS = ['=', ': ', ' = ', ' '];
/** Bytes that are in no set. */
const FOREIGN = '!*~,';

/** What is wrong with a near miss. */
const FAULTS = ['short', 'foreign', 'glued-before', 'glued-after', 'prefix', 'dull', 'far'] as const;
type Fault = (typeof FAULTS)[number];

/** A value the format must find; with `context`, the word stands before it. @throws InvariantError where none can be made. */
export function makeSample(format: TokenFormat, anchors: readonly Anchor[], matcher: Matcher, random: Random): string {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const token = makeToken(format, random, null);
    const sample = `${makeContext(format, random)}${format.sign?.(token) ?? token}`;
    const found = lookEverywhere(Buffer.from(sample, 'latin1'), anchors, matcher);
    if (found.some((match) => match.end === sample.length)) return sample;
  }
  throw new InvariantError(`${format.id}: no sample fits its own format`);
}

/** A value that is almost one. @throws InvariantError where every one that was made is found. */
export function makeNearMiss(
  format: TokenFormat,
  anchors: readonly Anchor[],
  matcher: Matcher,
  random: Random,
): string {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const fault = pick(FAULTS, random);
    if (!applies(format, fault)) continue;
    const value = spoil(format, fault, random);
    if (lookEverywhere(Buffer.from(value, 'latin1'), anchors, matcher).length === 0) return value;
  }
  throw new InvariantError(`${format.id}: every near miss is found`);
}

function applies(format: TokenFormat, fault: Fault): boolean {
  if (fault === 'dull') return format.entropyMin !== undefined;
  if (fault === 'far') return format.context !== undefined;
  if (fault === 'prefix') return format.context === undefined;
  const longestBytes = format.body.reduce((sum, part) => sum + ('set' in part ? part.max : 0), 0);
  return fault !== 'glued-after' || longestBytes <= LONGEST_BYTES_MAX;
}

function spoil(format: TokenFormat, fault: Fault, random: Random): string {
  const token = makeToken(format, random, fault);
  const lead = makeContext(format, random);
  if (fault === 'far') return `${lead}${' '.repeat((format.context?.contextBytes ?? 0) + 1)}${token}`;
  if (fault === 'glued-before') return lead + pick([...charactersOf(format.notBefore ?? 'alnum')], random) + token;
  if (fault === 'glued-after')
    return lead + token + pick([...charactersOf(format.notAfter ?? lastSet(format))], random);
  return lead + token;
}

function makeContext(format: TokenFormat, random: Random): string {
  return format.context === undefined ? '' : pick(format.context.words, random) + pick(SEPARATORS, random);
}

function makeToken(format: TokenFormat, random: Random, fault: Fault | null): string {
  const lead = format.lead ?? [];
  const parts = [...lead, ...format.body];
  const sets = parts.flatMap((part, index) => ('set' in part && part.min > 0 ? [index] : []));
  const spoiled = sets.length === 0 ? -1 : pick(sets, random);
  const made = parts.map((part, index) => makePart(part, random, fault, index === spoiled));
  const prefix = format.prefixes.length === 0 ? '' : pick(format.prefixes, random);
  const standing = fault === 'prefix' ? prefix.slice(0, -1) + pick([...'QZ7.'], random) : prefix;
  return made.slice(0, lead.length).join('') + standing + made.slice(lead.length).join('');
}

function makePart(part: TokenPart, random: Random, fault: Fault | null, spoiled: boolean): string {
  if ('literal' in part) return part.literal;
  if ('oneOf' in part) return pick(part.oneOf, random);
  if ('optional' in part) return pick(['', ...part.optional], random);
  const extra = random(Math.min(part.max - part.min, EXTRA_BYTES_MAX) + 1);
  let length = fault === 'glued-after' ? part.max : part.min + extra;
  if (fault === 'short' && spoiled) length = part.min - 1;
  const characters = charactersOf(part.set);
  if (fault === 'dull') return characters.charAt(random(characters.length)).repeat(length);
  const made = Array.from({ length }, () => characters.charAt(random(characters.length)));
  if (fault === 'foreign' && spoiled) made[random(part.min)] = pick([...FOREIGN], random);
  return made.join('');
}

function lastSet(format: TokenFormat): CharSet {
  const last = format.body.at(-1);
  return last !== undefined && 'set' in last ? last.set : 'alnum';
}

function charactersOf(set: CharSet): string {
  return SET_CHARACTERS[set];
}

function pick<T>(choices: readonly T[], random: Random): T {
  return choices[random(choices.length)] as T;
}
