import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What plain scripts may use without importing it; TypeScript files get theirs from @types/node. */
const NODE_GLOBALS = Object.fromEntries(
  (
    'AbortController AbortSignal Buffer URL URLSearchParams TextDecoder TextEncoder WebSocket clearImmediate ' +
    'clearInterval clearTimeout console fetch performance process queueMicrotask setImmediate setInterval setTimeout'
  )
    .split(' ')
    .map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['dist', 'coverage', '.cache', 'src/protocol/generated', 'node_modules', 'sdk'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', 300], 'no-console': 'error' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: NODE_GLOBALS },
  },
);
