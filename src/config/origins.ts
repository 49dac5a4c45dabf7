/** Where each value of the configuration came from: later origins win over earlier ones. */

export type ConfigOrigin =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string };

/** The one order of precedence, weakest first. */
export const PRECEDENCE = ['default', 'file', 'env', 'flag'] as const satisfies readonly ConfigOrigin['kind'][];

/** Path of a leaf (`server.port`, `rooms[0].match`) to its origin; every leaf of the configuration has one. */
export type ConfigSources = ReadonlyMap<string, ConfigOrigin>;

/** One setting from the environment or a flag, not yet validated. */
export interface Override {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly origin: Extract<ConfigOrigin, { kind: 'env' | 'flag' }>;
}
