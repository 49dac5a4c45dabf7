import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../../../src/casil/policy/load-policies.js';
import { isPolicyPath, SHIPPED_POLICIES, shippedPolicyFile } from '../../../../src/casil/policy/shipped-policies.js';
import { NOW_MS, told } from './fake-parts.js';

const LIMITS = { maxPolicies: 16, maxPatterns: 100, inspectBytesMax: 65_536, oversize: 'allow' } as const;

function load(...names: string[]) {
  const result = loadPolicies({
    names: names.map((name) => ({ name, place: null })),
    baseDir: '.',
    nowMs: NOW_MS,
    limits: LIMITS,
  });
  if (!result.ok) throw new Error(result.error.map(told).join('\n'));
  return result.value;
}

describe('shipped policies [C-POL-2]', () => {
  it('are the files of the folder, and each has its cases', () => {
    const names = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    const files = SHIPPED_POLICIES.map((name) => `${name}.yaml`).toSorted();
    expect(names('policies').toSorted()).toEqual(files);
    expect(names('policies/tests').toSorted()).toEqual(files);
  });

  it.each(SHIPPED_POLICIES)('%s loads by its name, without a warning, and says what it is for', (name) => {
    const { policies, warnings, files } = load(name);
    expect(warnings.map(told)).toEqual([]);
    expect(policies).toMatchObject([{ name, origin: name }]);
    const text = readFileSync(files[0] ?? '', 'utf8');
    expect(text.startsWith(`# ${name}: `)).toBe(true);
    expect(text).toContain(`arqonbus casil test-policy policies/tests/${name}.yaml`);
  });

  it('go together: no rule id means two things', () => {
    // The demo is what a first start runs, by itself.
    const { warnings } = load(...SHIPPED_POLICIES.filter((name) => name !== 'demo'));
    expect(warnings.map(told)).toEqual([]);
  });

  it('are told from paths by how they are written', () => {
    expect(['default', 'block-secrets', 'my.policy'].filter(isPolicyPath)).toEqual([]);
    const paths = ['./default', 'policies/a', 'a.yaml', 'a.YML', '..\\a'];
    expect(paths.filter(isPolicyPath)).toEqual(paths);
    expect(shippedPolicyFile('constructor')).toBeNull();
  });
});
