/**
 * Finds the values that policies name by their place in JSON, all of them in one walk over the bytes. A path that names
 * an object or array names every scalar value below it. [C-SURF-2]
 *
 * It reads JSON as it stands in the message (`Segmentation.documents`); JSON inside strings or base64 has no paths.
 * Keys are compared decoded; below JSON_DEPTH_MAX levels only values of fields that were entered above are found.
 */
import { InvariantError } from '../../base/invariant.js';
import type { MatchRange } from '../engine/detector.js';
import type { WorkBudget } from '../engine/work-budget.js';
import type { FieldSpec } from '../policy/compiled-policy.js';
import { JSON_DEPTH_MAX, JsonWalker } from '../surfaces/json-walker.js';
import type { Surface } from '../surfaces/surface.js';
import { FieldAutomaton } from './field-automaton.js';
import { parseFieldPath } from './field-path.js';

/** Hears every value: of a string what stands between the quotes. The range is reused. Returns false to stop. */
export type OnField = (field: FieldSpec, match: Readonly<MatchRange>) => boolean;

export interface FieldMatcher {
  /** Looks at a surface that is JSON as it stands in the message, and at no other. */
  scan(surface: Surface, work: WorkBudget, onMatch: OnField): void;
}

/** @param fields with paths that `parseFieldPath` accepts: the loader of policies has asked it. */
export function createFieldMatcher(fields: readonly FieldSpec[]): FieldMatcher {
  const paths = fields.map(({ id, path }) => {
    const parsed = parseFieldPath(path);
    if (!parsed.ok) throw new InvariantError(`field ${id}: ${parsed.error.problem}`);
    return parsed.value;
  });
  const automaton = new FieldAutomaton(paths);
  const walker = new JsonWalker();
  // A scalar is no confirmation of anything: fields are named, not recognized.
  const match: MatchRange = { start: 0, end: 0, verified: false };

  return {
    scan({ bytes, from, to, form, encoding }, work, onMatch) {
      if (form !== 'json' || encoding !== 'plain' || !work.spend(to - from)) return;
      automaton.begin(bytes);
      walker.reset(bytes, from, to);
      while (walker.next()) {
        const level = Math.min(walker.depth, JSON_DEPTH_MAX);
        automaton.advance(walker, level);
        if (!automaton.matches(level)) continue;
        match.start = walker.start;
        match.end = walker.end;
        if (match.start === match.end) continue;
        for (const [number, field] of fields.entries()) {
          if (automaton.accepts(level, number) && !onMatch(field, match)) return;
        }
      }
    },
  };
}
