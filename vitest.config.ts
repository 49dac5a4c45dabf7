import { defineConfig } from 'vitest/config';

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
      project('docs', { testTimeout: 120_000 }),
      project('architecture', { testTimeout: 120_000 }),
    ],
    // Two cores: more workers only add noise to tests that wait for real sockets.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/protocol/**', 'src/routing/**', 'src/storage/**'],
      exclude: ['src/protocol/generated/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
