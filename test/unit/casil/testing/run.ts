/** Reads a text of cases and runs it against a fake bench. */
import { err, ok } from '../../../../src/base/result.js';
import { parseCaseFile, type CaseFile } from '../../../../src/casil/testing/case-file.js';
import type { Expand } from '../../../../src/casil/testing/generated-text.js';
import { runCase, type CaseResult, type PolicyBench } from '../../../../src/casil/testing/run-case.js';

/** `{token}` becomes `tok-` and a number that depends on the seed. */
export const expandToken: Expand = (text, seed) =>
  text.includes('{unknown}')
    ? err('there is no generator called unknown')
    : ok(
        text.replace(/\{token(:near_miss)?\}/g, (_, near) => (near === undefined ? `tok-${seed % 100_000}` : 'tik-1')),
      );

export function casesOf(text: string): CaseFile {
  const parsed = parseCaseFile(text, 'cases.yaml');
  if (!parsed.ok) throw new Error(parsed.error.map(({ problem }) => problem).join('; '));
  return parsed.value;
}

export function runText(
  text: string,
  bench: PolicyBench,
  options: {
    readonly workMax?: number;
    readonly wants?: (name: string) => boolean;
    readonly files?: Readonly<Record<string, Buffer>>;
  } = {},
): CaseResult[] {
  let nowMs = 0;
  const runner = {
    bench,
    expand: expandToken,
    readFile: (path: string) => {
      const bytes = options.files?.[path];
      return bytes === undefined ? err(`there is no ${path}`) : ok(bytes);
    },
    workMax: options.workMax ?? null,
    wants: options.wants ?? (() => true),
    monotonicMs: () => (nowMs += 1),
  };
  return casesOf(text).cases.flatMap((one) => {
    const results = runCase(one, runner);
    if (!results.ok) throw new Error(results.error.problem);
    return results.value;
  });
}
