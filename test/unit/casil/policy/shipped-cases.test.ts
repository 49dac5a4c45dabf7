import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { err } from '../../../../src/base/result.js';
import { DETECTORS } from '../../../../src/casil/detectors/catalogue.js';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import { loadPolicies } from '../../../../src/casil/policy/load-policies.js';
import { SHIPPED_POLICIES } from '../../../../src/casil/policy/shipped-policies.js';
import { parseCaseFile } from '../../../../src/casil/testing/case-file.js';
import { expandWith } from '../../../../src/casil/testing/generated-text.js';
import { createPolicyBench } from '../../../../src/casil/testing/policy-bench.js';
import { ruleCoverage } from '../../../../src/casil/testing/rule-coverage.js';
import { runCase } from '../../../../src/casil/testing/run-case.js';
import { configSchema } from '../../../../src/config/schema.js';

/** As the configuration has them by default. */
const { limits } = configSchema.parse({}).casil;
const LIMITS = {
  inspectBytesMax: limits.max_inspect_bytes,
  oversize: limits.oversize,
  workMax: limits.max_work,
  workLimit: limits.work_limit,
  findingsMax: limits.max_findings,
  decodeBytesMax: limits.max_decode_bytes,
};

function benchOf(name: string) {
  const loaded = loadPolicies({
    names: [{ name, place: null }],
    baseDir: '.',
    nowMs: 0,
    limits: { maxPolicies: 1, maxPatterns: 100 },
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return createPolicyBench({
    policies: loaded.value.policies,
    scope: compileAddressScope(['*:*'], []),
    limits: LIMITS,
  });
}

function run(name: string) {
  const file = `policies/tests/${name}.yaml`;
  const parsed = parseCaseFile(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const bench = benchOf(name);
  const runner = {
    bench,
    expand: expandWith(DETECTORS),
    readFile: () => err('no case of a shipped policy reads a file'),
    workMax: null,
    wants: () => true,
    monotonicMs: () => 0,
  };
  const results = parsed.value.cases.flatMap((one) => {
    const result = runCase(one, runner);
    if (!result.ok) throw new Error(`${one.name}: ${JSON.stringify(result.error)}`);
    return result.value;
  });
  return { bench, results };
}

describe.each(SHIPPED_POLICIES)('the cases of %s [C-POL-2]', (name) => {
  it('pass, and every rule has a hit and a near miss', () => {
    const { bench, results } = run(name);
    const failed = results.filter(({ mismatches }) => mismatches.length > 0);
    expect(
      failed.map(({ name: title, mismatches, nearest }) => ({ title, mismatches, nearest: nearest?.why })),
    ).toEqual([]);
    const lacking = ruleCoverage(bench.policies, results).rules.filter(({ hit, nearMiss }) => !hit || !nearMiss);
    expect(lacking.map(({ rule, hit }) => `${rule.id}: no ${hit ? 'near miss' : 'hit'}`)).toEqual([]);
  });
});
