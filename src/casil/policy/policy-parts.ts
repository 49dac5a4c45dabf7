/** What a policy is compiled from besides its own text: handed in, so that a test can bring its own. */
import type { Result } from '../../base/result.js';
import type { Detector } from '../engine/detector.js';
import type { CompilePattern, PatternProblem } from '../patterns/pattern.js';

/** Reads `$.customer.ssn`; what is wrong with it is told as it is for patterns. */
export type ParseFieldPath = (path: string) => Result<unknown, PatternProblem>;

export interface PolicyParts {
  /** Every detector there is. */
  readonly detectors: readonly Detector[];
  readonly compilePattern: CompilePattern;
  readonly parseFieldPath: ParseFieldPath;
}

/** The group of every detector there is. */
const EVERY_DETECTOR = 'all';

/** The detectors an entry names: one by its id, those of a group, or all; empty where there is none of that name. */
export function detectorsNamed(name: string, detectors: readonly Detector[]): readonly Detector[] {
  if (name === EVERY_DETECTOR) return detectors;
  return detectors.filter((detector) => detector.id === name || detector.group === name);
}

/** Groups and ids, for suggestions. */
export function detectorNames(detectors: readonly Detector[]): string[] {
  return [...detectorGroups(detectors), ...detectors.map(({ id }) => id)];
}

export function detectorGroups(detectors: readonly Detector[]): string[] {
  return [...new Set(detectors.map(({ group }) => group)), EVERY_DETECTOR];
}
