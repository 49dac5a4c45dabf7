import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/base/result.js';
import type { Place } from '../../../../src/documents/problem.js';
import { loadPolicies, type LoadPoliciesRequest } from '../../../../src/casil/policy/load-policies.js';
import { NOW_MS, PARTS, told } from './fake-parts.js';

const policyNamed = (name: string, rest = 'rules: [{id: RULE, when: {always: true}, action: allow}]\n') =>
  `version: 1\nname: ${name}\n${rest.replace('RULE', `rule-${name}`)}`;
const withPatterns = (name: string, count: number) =>
  policyNamed(
    name,
    `patterns:\n${Array.from({ length: count }, (_, index) => `  - {id: x${index}, regex: 'AB\\d', kind: k, risk: low}\n`).join('')}` +
      'rules: [{id: RULE, when: {kinds: [k]}, action: allow}]\n',
  );

/** Where the configuration names its policies: one per line, from line 10 on. */
const placeOf = (index: number): Place => ({
  kind: 'file',
  file: 'arqonbus.yaml',
  line: 10 + index,
  column: 5,
  length: 3,
  sourceLine: '  - x',
});

function load(names: readonly string[], files: Record<string, string> = {}, parts: Partial<LoadPoliciesRequest> = {}) {
  return loadPolicies({
    names: names.map((name, index) => ({ name, place: placeOf(index) })),
    baseDir: '/etc/bus',
    nowMs: NOW_MS,
    limits: { maxPolicies: 4, maxPatterns: 5 },
    parts: PARTS,
    readFile: (path) => {
      const text = files[path];
      if (text !== undefined) return ok(text);
      const problem = `cannot read ${path}: there is no such file`;
      return err({ code: 'CFG001', severity: 'error', problem, where: null, hint: '', next: [] });
    },
    ...parts,
  });
}

function problemsOf(...given: Parameters<typeof load>): string[] {
  const result = load(...given);
  if (result.ok) throw new Error('accepted');
  return result.error.map((one) => `${one.where?.kind === 'file' ? one.where.file : ''} ${told(one)}`.trim());
}

describe('loadPolicies [C-POL-1] [C-CFG-1]', () => {
  it('finds paths beside the file that names them, and absolute ones where they are', () => {
    const files = { [join('/etc/bus', 'own/a.yaml')]: policyNamed('a'), '/srv/b.yaml': policyNamed('b') };
    const result = load(['./own/a.yaml', '/srv/b.yaml'], files);
    if (!result.ok) throw new Error(result.error.map(told).join('\n'));
    expect(result.value.policies).toMatchObject([
      { name: 'a', origin: './own/a.yaml' },
      { name: 'b', origin: '/srv/b.yaml' },
    ]);
    expect(result.value.files).toEqual(['/etc/bus/own/a.yaml', '/srv/b.yaml']);
    expect(result.value.warnings).toEqual([]);
  });

  it('reads nothing where nothing is named', () => {
    expect(load([])).toEqual({ ok: true, value: { policies: [], warnings: [], files: [] } });
  });

  it('tells a policy that is missing at the line that names it, with the path it tried', () => {
    expect(problemsOf(['own.yaml', 'block-secrts', 'mine'])).toEqual([
      expect.stringMatching(
        /^arqonbus\.yaml CFG001 10:5\+3 cannot read \/etc\/bus\/own\.yaml: there is no such file \(shipped: default, .*large-ai-messages/,
      ),
      'arqonbus.yaml POL001 11:5+3 no policy "block-secrts" comes with the program (did you mean "block-secrets"?)',
      expect.stringMatching(
        /^arqonbus\.yaml POL001 12:5\+3 no policy "mine" comes with the program \(shipped: default, /,
      ),
    ]);
    const result = load(['mine']);
    expect(result).toMatchObject({ error: [{ next: ['for a file of your own write its path: ./mine.yaml'] }] });
  });

  it('tells the problems of every file at once', () => {
    const files = { '/a.yaml': policyNamed('a', 'rules: 7\n'), '/b.yaml': policyNamed('b', 'rule: []\n') };
    expect(problemsOf(['/a.yaml', '/b.yaml', '/c.yaml'], files).map((one) => one.slice(0, 20))).toEqual([
      '/a.yaml CFG010 3:8+1',
      '/b.yaml CFG011 1:1+1',
      '/b.yaml CFG012 3:1+4',
      'arqonbus.yaml CFG001',
    ]);
  });

  it('refuses the same file twice, and two files of one name', () => {
    const files = { '/a.yaml': policyNamed('a'), '/etc/bus/b.yaml': policyNamed('a', 'rules: []\n') };
    expect(problemsOf(['/a.yaml', '/a.yaml'], files)[0]).toBe(
      'arqonbus.yaml POL002 11:5+3 the policy /a.yaml is named twice (keep one of them)',
    );
    expect(problemsOf(['/a.yaml', 'b.yaml'], files)[0]).toBe(
      '/etc/bus/b.yaml POL002 2:7+1 b.yaml calls itself a, as /a.yaml does (give each a name of its own)',
    );
    expect(problemsOf(['b.yaml', './b.yaml'], files)[0]).toContain('POL002 11:5+3');
  });

  it('takes as many policies as are allowed and not one more [P8]', () => {
    const names = ['/0.yaml', '/1.yaml', '/2.yaml', '/3.yaml', '/4.yaml'];
    const files = Object.fromEntries(names.map((name, index) => [name, policyNamed(`p${index}`)]));
    expect(load(names.slice(0, 4), files).ok).toBe(true);
    expect(problemsOf(names, files)).toEqual([
      'arqonbus.yaml POL003 14:5+3 5 policies are more than the 4 that casil.limits.max_policies allows (the first that is too many)',
    ]);
  });

  it('takes as many patterns of all policies together as are allowed and not one more [P8]', () => {
    const files = { '/a.yaml': withPatterns('a', 3), '/b.yaml': withPatterns('b', 2), '/c.yaml': withPatterns('c', 3) };
    expect(load(['/a.yaml', '/b.yaml'], files).ok).toBe(true);
    expect(problemsOf(['/a.yaml', '/c.yaml'], files)).toEqual([
      '/c.yaml POL003 6:10+2 6 patterns are more than the 5 that casil.limits.max_patterns allows (the first that is too many)',
    ]);
  });

  it('holds each policy to the limits of the server', () => {
    const files = { '/a.yaml': policyNamed('a', 'limits: {oversize: allow}\nrules: []\n') };
    const limits = { maxPolicies: 4, maxPatterns: 5, oversize: 'block' } as const;
    expect(problemsOf(['/a.yaml'], files, { limits })[0]).toContain('/a.yaml POL004 3:20+5');
  });

  it('warns of rules that reports cannot tell apart', () => {
    const text = (name: string) => policyNamed(name, 'rules: [{id: same, when: {always: true}, action: allow}]\n');
    const result = load(['/a.yaml', '/b.yaml'], { '/a.yaml': text('a'), '/b.yaml': text('b') });
    if (!result.ok) throw new Error('refused');
    expect(result.value.warnings.map(told)).toEqual([
      'warning POL035 3:14+4 the policies a and b both have a rule same: reports cannot tell them apart (rename one of them)',
    ]);
  });
});
