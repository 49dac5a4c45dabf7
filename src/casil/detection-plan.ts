/**
 * What is looked for in the messages of a channel: everything the policies that cover it ask for, each thing once, in
 * as few passes over the bytes as there are kinds of things. [C-CHAIN-1]
 */
import { createScanner } from './engine/create-scanner.js';
import type { FindingSource, MatchRange } from './engine/detector.js';
import type { Scanner } from './engine/scanner.js';
import type { WorkBudget } from './engine/work-budget.js';
import { createFieldMatcher, type FieldMatcher } from './fields/create-field-matcher.js';
import type { Finding } from './inspection.js';
import { createPatternScanner } from './patterns/create-pattern-scanner.js';
import type { PatternScanner } from './patterns/pattern.js';
import type { CompiledPolicy } from './policy/compiled-policy.js';
import type { Surface } from './surfaces/surface.js';

export class DetectionPlan {
  readonly #scanner: Scanner | null;
  readonly #patterns: PatternScanner | null;
  readonly #fields: FieldMatcher | null;

  constructor(policies: readonly CompiledPolicy[]) {
    const detectors = [...new Set(policies.flatMap((policy) => policy.detectors))];
    const patterns = policies.flatMap((policy) => policy.patterns);
    const fields = policies.flatMap((policy) => policy.fields);
    this.#scanner = detectors.length === 0 ? null : createScanner(detectors);
    this.#patterns = patterns.length === 0 ? null : createPatternScanner(patterns);
    this.#fields = fields.length === 0 ? null : createFieldMatcher(fields);
  }

  /** Whether there is anything to look for; a policy may judge by size and form alone. */
  get looks(): boolean {
    return this.#scanner !== null || this.#patterns !== null || this.#fields !== null;
  }

  /** Adds what is found on the surface. Returns false when `findingsMax` kept something out. */
  detect(surface: Surface, work: WorkBudget, findings: Finding[], findingsMax: number): boolean {
    let complete = true;
    const add = (source: FindingSource, { start, end, verified }: Readonly<MatchRange>): boolean => {
      complete = findings.length < findingsMax;
      if (complete) findings.push({ source, surface, start, end, verified });
      return complete;
    };
    const { bytes, from, to } = surface;
    this.#scanner?.scan(bytes, from, to, work, add);
    if (complete) this.#patterns?.scan(bytes, from, to, work, add);
    if (complete) this.#fields?.scan(surface, work, add);
    return complete;
  }
}
