/**
 * The programs tests and benchmarks may ask for: which Debian package holds each and where in it. A new one is one row.
 */
export interface DebianProgram {
  /** Debian package that holds it. */
  readonly package: string;
  /** Names to look for on this machine, in order. */
  readonly commands: readonly string[];
  /** Where the package puts it, relative to the root of the file system; usr/bin or usr/sbin if unset. */
  readonly installedIn?: string;
  /** Packages beside the dependencies, for programs that run without a desktop or a set-up step. */
  readonly alsoPackages?: readonly string[];
}

export const debianPrograms = {
  'nats-server': { package: 'nats-server', commands: ['nats-server'] },
  'redis-server': { package: 'redis-server', commands: ['redis-server'] },
  nginx: { package: 'nginx', commands: ['nginx'] },
  openssl: { package: 'openssl', commands: ['openssl'] },
  promtool: { package: 'prometheus', commands: ['promtool'] },
  tmux: { package: 'tmux', commands: ['tmux'] },
  taskset: { package: 'util-linux', commands: ['taskset'] },
  // The wrapper in usr/bin starts the browser by an absolute path, so the browser itself is what we run.
  chromium: {
    package: 'chromium',
    commands: ['chromium', 'google-chrome-stable', 'google-chrome'],
    installedIn: 'usr/lib/chromium',
    alsoPackages: ['fonts-dejavu-core'],
  },
  cc: { package: 'gcc', commands: ['cc', 'gcc', 'clang'], alsoPackages: ['libc6-dev'] },
} as const satisfies Record<string, DebianProgram>;

export type DebianProgramName = keyof typeof debianPrograms;
