import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Branch coverage below which a run with --coverage fails, per folder. It may only rise (test/architecture checks). */
const floors = JSON.parse(readFileSync(new URL('test/coverage-floor.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>;

/** One project per kind of test; `unit` and `contract` open no sockets. Integration kinds run the built program. */
function project(name: string, overrides: Record<string, unknown> = {}) {
  return { test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 15_000, ...overrides } };
}

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract'),
      project('integration', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('adversarial', { testTimeout: 120_000, hookTimeout: 60_000 }),
      project('cli', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('docs', { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('architecture', { testTimeout: 120_000, hookTimeout: 120_000 }),
    ],
    reporters: ['default', './test/support/reporters/closing-line.ts'],
    allowOnly: false,
    // Two cores: more workers only add noise to tests that wait for real sockets.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/protocol/**', 'src/routing/**', 'src/storage/**'],
      exclude: ['src/protocol/generated/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: Object.fromEntries(
        Object.entries(floors).map(([folder, branches]) => [`${folder}/**`, { branches }]),
      ),
    },
  },
});
