/** Rules and exceptions of a policy, with every name in them resolved. */
import { suggestName } from '../../documents/suggest.js';
import type { FindingSource } from '../engine/detector.js';
import { compileAddressScope } from './address-scope.js';
import { reportUnknownDetector, type PolicySources } from './compile-sources.js';
import type { CompiledRule, PolicyException } from './compiled-policy.js';
import { parseExpiry } from './expiry.js';
import { detectorsNamed, type PolicyParts } from './policy-parts.js';
import type { PolicyReport } from './policy-problem.js';
import type { PolicyFile, PolicyFileRule } from './policy-schema.js';

type Path = readonly PropertyKey[];

export interface CompileContext {
  readonly file: PolicyFile;
  readonly sources: PolicySources;
  readonly parts: PolicyParts;
  readonly report: PolicyReport;
}

export function compileRules(context: CompileContext): readonly CompiledRule[] {
  const { file, report } = context;
  const ids = new Set<string>();
  return file.rules.map((rule, index) => {
    const path = ['rules', index];
    if (ids.has(rule.id)) {
      report.error('POL012', [...path, 'id'], `another rule has the id ${rule.id}`, 'give each its own');
    }
    ids.add(rule.id);
    reportContradictions(rule, path, report);
    return compileRule(rule, path, context);
  });
}

function compileRule(rule: PolicyFileRule, path: Path, context: CompileContext): CompiledRule {
  const { when } = rule;
  return {
    id: rule.id,
    policy: context.file.name,
    action: rule.action,
    observability: rule.observability,
    sources: looksAtFindings(rule) ? sourcesOf(rule, [...path, 'when'], context) : null,
    minRisk: when.min_risk ?? 'low',
    parts: when.in === undefined ? null : new Set(when.in),
    flags: when.flags === undefined ? null : new Set(when.flags),
    content: when.content === undefined ? null : new Set(when.content),
    scope: rule.scope === undefined ? null : compileAddressScope(rule.scope.include, rule.scope.exclude),
    kind: rule.kind ?? null,
    risk: rule.risk ?? null,
    place: context.report.placeOf([...path, 'id']),
  };
}

function looksAtFindings({ when }: PolicyFileRule): boolean {
  const conditions = [when.detectors, when.patterns, when.fields, when.kinds, when.min_risk, when.in];
  return conditions.some((condition) => condition !== undefined);
}

function reportContradictions(rule: PolicyFileRule, path: Path, report: PolicyReport): void {
  const conditions = Object.entries(rule.when).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const where = [...path, 'when'];
  for (const [key, value] of Object.entries(rule.when)) {
    if (!Array.isArray(value) || value.length > 0) continue;
    report.error('POL015', [...where, key], `${key} of rule ${rule.id} is empty, so the rule could never match`);
  }
  if (rule.scope?.include.length === 0) {
    report.error('POL015', [...path, 'scope', 'include'], `the scope of rule ${rule.id} includes no address`);
  }
  if (conditions.length === 0) {
    report.error('POL015', where, `rule ${rule.id} has no condition`, 'write always: true for every message');
  }
  if (rule.when.always === true && conditions.length > 1) {
    const others = conditions.filter((key) => key !== 'always').join(', ');
    report.error('POL015', [...where, 'always'], `always stands alone, and rule ${rule.id} has ${others} too`);
  }
  if (rule.action === 'redact' && conditions.length > 0 && !looksAtFindings(rule)) {
    const problem = `rule ${rule.id} is to redact, but its conditions name nothing that could be masked`;
    report.error('POL015', [...path, 'action'], problem, 'add detectors, patterns, fields, kinds, min_risk or in');
  }
}

/** What the rule names, or everything the policy looks for, narrowed to the kinds it asks for. */
function sourcesOf({ when }: PolicyFileRule, path: Path, context: CompileContext): ReadonlySet<FindingSource> {
  const { sources } = context;
  const namesSources = when.detectors !== undefined || when.patterns !== undefined || when.fields !== undefined;
  const all: FindingSource[] = namesSources
    ? [
        ...detectorsOf(when.detectors ?? [], [...path, 'detectors'], context),
        ...declared('pattern', when.patterns ?? [], [...path, 'patterns'], sources.patterns, context),
        ...declared('field', when.fields ?? [], [...path, 'fields'], sources.fields, context),
      ]
    : [...sources.detectors, ...sources.patterns, ...sources.fields];
  const { kinds } = when;
  if (kinds === undefined) return new Set(all);
  reportUnknownKinds(kinds, [...path, 'kinds'], context);
  return new Set(all.filter(({ kind }) => kinds.includes(kind)));
}

function detectorsOf(names: readonly string[], path: Path, { sources, parts, report }: CompileContext) {
  return names.flatMap((name, index) => {
    const where = [...path, index];
    const known = detectorsNamed(name, parts.detectors);
    const enabled = known.filter((detector) => sources.detectors.includes(detector));
    if (known.length === 0) reportUnknownDetector(name, where, parts.detectors, report);
    else if (enabled.length === 0) {
      report.error('POL010', where, `detector ${name} is not enabled`, 'add it to detectors, above the rules');
    }
    return enabled;
  });
}

/** Names of patterns or fields; those that are declared but do not compile have been told already. */
function declared(
  what: 'pattern' | 'field',
  names: readonly string[],
  path: Path,
  compiled: readonly FindingSource[],
  { file, report }: CompileContext,
): FindingSource[] {
  const ids = (what === 'pattern' ? file.patterns : file.fields).map(({ id }) => id);
  return names.flatMap((name, index) => {
    if (!ids.includes(name)) {
      const meant = suggestName(name, ids);
      const hint = meant === null ? `declare it under ${what}s` : `did you mean "${meant}"?`;
      report.error('POL011', [...path, index], `there is no ${what} ${JSON.stringify(name)} in this policy`, hint);
    }
    return compiled.filter(({ id }) => id === name);
  });
}

function reportUnknownKinds(kinds: readonly string[], path: Path, { file, sources, report }: CompileContext): void {
  const known = new Set([...sources.detectors, ...file.patterns, ...file.fields].map(({ kind }) => kind));
  for (const [index, kind] of kinds.entries()) {
    if (known.has(kind)) continue;
    const meant = suggestName(kind, known);
    const hint = meant === null ? `kinds here: ${[...known].join(', ') || 'none'}` : `did you mean "${meant}"?`;
    report.error('POL011', [...path, index], `nothing this policy looks for is of the kind ${kind}`, hint);
  }
}

export function compileExceptions({ file, report }: CompileContext): readonly PolicyException[] {
  const ids = file.rules.map(({ id }) => id);
  return file.exceptions.map(({ rule, scope, senders, expires, reason }, index) => {
    if (!ids.includes(rule)) {
      const meant = suggestName(rule, ids);
      const hint = meant === null ? '' : `did you mean "${meant}"?`;
      report.error('POL016', ['exceptions', index, 'rule'], `there is no rule ${rule} in this policy`, hint);
    }
    // The schema refused everything that is no expiry.
    const expiresAtMs = parseExpiry(expires) ?? 0;
    return { rule, scope: compileAddressScope([scope], []), senders, expiresAtMs, reason };
  });
}
