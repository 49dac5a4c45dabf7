/** Detectors of which only the names and risks matter, and what turns a policy's text into what tests look at. */
import { err, ok } from '../../../../src/base/result.js';
import type { Detector, DetectorGroup } from '../../../../src/casil/engine/detector.js';
import { compilePattern } from '../../../../src/casil/patterns/compile-pattern.js';
import type { LoadPolicyTextOptions } from '../../../../src/casil/policy/load-policy-text.js';
import { loadPolicyText } from '../../../../src/casil/policy/load-policy-text.js';
import type { CompiledPolicy } from '../../../../src/casil/policy/compiled-policy.js';
import type { PolicyParts } from '../../../../src/casil/policy/policy-parts.js';
import type { PolicyProblem } from '../../../../src/casil/policy/policy-problem.js';
import type { Risk } from '../../../../src/casil/vocabulary.js';

function detector(id: string, group: DetectorGroup, risk: Risk): Detector {
  return {
    id,
    group,
    kind: group === 'secrets' ? 'secret' : 'personal_data',
    risk,
    title: id,
    source: 'test',
    anchors: [{ literal: id }],
    match: () => false,
    sample: () => id,
    nearMiss: () => '',
  };
}

export const DETECTORS: readonly Detector[] = [
  detector('github-token', 'secrets', 'high'),
  detector('aws-access-key', 'secrets', 'high'),
  detector('assignment', 'secrets', 'medium'),
  detector('email', 'personal-data', 'medium'),
  detector('phone', 'personal-data', 'low'),
];

export const PARTS: PolicyParts = {
  detectors: DETECTORS,
  compilePattern,
  parseFieldPath(path) {
    return path.startsWith('$') ? ok(path) : err({ problem: 'a path begins with $', hint: '', offset: 0 });
  },
};

export const NOW_MS = Date.UTC(2026, 5, 1);

/** The policy; throws what is wrong with it. */
export function policyOf(text: string, options: Partial<LoadPolicyTextOptions> = {}): CompiledPolicy {
  const result = loadPolicyText(text, 'p.yaml', { nowMs: NOW_MS, parts: PARTS, ...options });
  if (!result.ok) throw new Error(result.error.map(told).join('\n'));
  return result.value.policy;
}

/** Errors, else warnings: `POL010 3:13+5 there is no detector "emial" (did you mean "email"?)`. */
export function toldAbout(text: string, options: Partial<LoadPolicyTextOptions> = {}): string[] {
  const result = loadPolicyText(text, 'p.yaml', { nowMs: NOW_MS, parts: PARTS, ...options });
  return (result.ok ? result.value.warnings : result.error).map(told);
}

export function told({ code, severity, where, problem, hint }: PolicyProblem): string {
  const place = where?.kind === 'file' ? `${where.line}:${where.column}+${where.length}` : (where?.kind ?? 'nowhere');
  const start = severity === 'error' ? code : `${severity} ${code}`;
  return `${start} ${place} ${problem}${hint === '' ? '' : ` (${hint})`}`;
}

/** Errors, else warnings: `error POL010 3 «emial» did you mean "email"?`. */
export function pointedAt(text: string, options: Partial<LoadPolicyTextOptions> = {}): string[] {
  const result = loadPolicyText(text, 'p.yaml', { nowMs: NOW_MS, parts: PARTS, ...options });
  return (result.ok ? result.value.warnings : result.error).map(({ code, severity, where, hint }) => {
    if (where?.kind !== 'file') throw new Error(`${code} has no place`);
    const pointed = where.sourceLine.slice(where.column - 1, where.column - 1 + where.length);
    return `${severity} ${code} ${where.line} «${pointed}»${hint === '' ? '' : ` ${hint}`}`;
  });
}
