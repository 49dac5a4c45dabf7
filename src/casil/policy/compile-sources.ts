/** What a policy looks for: its detectors, patterns and fields, each resolved, compiled or told why not. */
import { suggestName } from '../../documents/suggest.js';
import type { Detector } from '../engine/detector.js';
import type { CompiledPattern } from '../patterns/pattern.js';
import type { FieldSpec } from './compiled-policy.js';
import { detectorGroups, detectorNames, detectorsNamed, type PolicyParts } from './policy-parts.js';
import type { PolicyReport } from './policy-problem.js';
import type { PolicyFile } from './policy-schema.js';
import { placeInScalar } from './scalar-place.js';

export interface PolicySources {
  readonly detectors: readonly Detector[];
  readonly patterns: readonly CompiledPattern[];
  readonly fields: readonly FieldSpec[];
}

export function compileSources(file: PolicyFile, parts: PolicyParts, report: PolicyReport): PolicySources {
  reportRepeatedIds(file, parts, report);
  return {
    detectors: compileDetectors(file, parts, report),
    patterns: compilePatterns(file, parts, report),
    fields: compileFields(file, parts, report),
  };
}

/** In the order of the catalogue, each once. */
function compileDetectors(file: PolicyFile, parts: PolicyParts, report: PolicyReport): readonly Detector[] {
  const enabled = new Set<Detector>();
  for (const [index, name] of file.detectors.entries()) {
    const named = detectorsNamed(name, parts.detectors);
    if (named.length === 0) reportUnknownDetector(name, ['detectors', index], parts.detectors, report);
    for (const detector of named) enabled.add(detector);
  }
  return parts.detectors.filter((detector) => enabled.has(detector));
}

export function reportUnknownDetector(
  name: string,
  path: readonly PropertyKey[],
  detectors: readonly Detector[],
  report: PolicyReport,
): void {
  const meant = suggestName(name, detectorNames(detectors));
  const hint = meant === null ? `groups: ${detectorGroups(detectors).join(', ')}` : `did you mean "${meant}"?`;
  report.error('POL010', path, `there is no detector ${JSON.stringify(name)}`, hint);
}

function compilePatterns(file: PolicyFile, parts: PolicyParts, report: PolicyReport): readonly CompiledPattern[] {
  return file.patterns.flatMap(({ id, regex, ignore_case: ignoreCase, kind, risk }, index) => {
    const compiled = parts.compilePattern({ id, regex, ignoreCase, kind, risk });
    if (compiled.ok) return [compiled.value];
    const { problem, hint, offset } = compiled.error;
    const path = ['patterns', index, 'regex'];
    const scalar = report.placeOf(path);
    const where = scalar === null ? path : placeInScalar(scalar, regex, offset);
    report.error('POL013', where, `pattern ${id} does not compile: ${problem}`, hint);
    return [];
  });
}

function compileFields(file: PolicyFile, parts: PolicyParts, report: PolicyReport): readonly FieldSpec[] {
  return file.fields.flatMap((field, index) => {
    const parsed = parts.parseFieldPath(field.path);
    if (parsed.ok) return [field];
    const { problem, hint, offset } = parsed.error;
    const path = ['fields', index, 'path'];
    const scalar = report.placeOf(path);
    const where = scalar === null ? path : placeInScalar(scalar, field.path, offset);
    report.error('POL014', where, `the path of field ${field.id} cannot be read: ${problem}`, hint);
    return [];
  });
}

/** Reports name what found something by its id, so an id means one thing within a policy. */
function reportRepeatedIds(file: PolicyFile, parts: PolicyParts, report: PolicyReport): void {
  const taken = new Map<string, string>(detectorNames(parts.detectors).map((name) => [name, 'a built-in detector']));
  for (const key of ['patterns', 'fields'] as const) {
    for (const [index, { id }] of file[key].entries()) {
      const owner = taken.get(id);
      const path = [key, index, 'id'];
      if (owner === undefined) taken.set(id, `one of ${key}`);
      else report.error('POL012', path, `the id ${id} is already that of ${owner}`, 'give it an id of its own');
    }
  }
}
