/**
 * What is looked for in messages: everything the policies ask for, each thing once, in as few passes over the bytes as
 * there are kinds of things. Made at start; what a channel's own policies do not ask for, their rules do not take. [C-CHAIN-1]
 */
import { createScanner } from './engine/create-scanner.js';
import type { Scanner } from './engine/scanner.js';
import type { WorkBudget } from './engine/work-budget.js';
import { createFieldMatcher, type FieldMatcher } from './fields/create-field-matcher.js';
import type { FindingList } from './finding-list.js';
import { createPatternScanner } from './patterns/create-pattern-scanner.js';
import type { PatternScanner } from './patterns/pattern.js';
import type { CompiledPolicy } from './policy/compiled-policy.js';
import type { Segmentation } from './surfaces/surface.js';

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

  /** Adds what is found, surface by surface. Returns false when work or room for findings ran out before the end. */
  detect({ surfaces, documents }: Segmentation, work: WorkBudget, findings: FindingList): boolean {
    for (const surface of surfaces) {
      const { bytes, from, to } = surface;
      findings.surface = surface;
      this.#scanner?.scan(bytes, from, to, work, findings.add);
      if (!findings.full) this.#patterns?.scan(bytes, from, to, work, findings.add);
      if (findings.full || work.exhausted) return false;
    }
    if (this.#fields === null) return true;
    for (const document of documents) {
      findings.surface = document;
      this.#fields.scan(document, work, findings.add);
      if (findings.full || work.exhausted) return false;
    }
    return true;
  }
}
