/** What is wrong with a configuration: as data, so that a terminal, JSON and a test can each show it their way. */

/** Where a value was written. */
export type ConfigPlace =
  | {
      readonly kind: 'file';
      /** As the user named it; `-` is standard input. */
      readonly file: string;
      /** Both count from 1; the column counts UTF-16 units. */
      readonly line: number;
      readonly column: number;
      /** UTF-16 units on this line that are meant; at least 1. */
      readonly length: number;
      readonly sourceLine: string;
    }
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string };

export interface ConfigProblem {
  readonly code: ConfigCode;
  readonly severity: 'error' | 'warning';
  /** One sentence without a full stop; what is wrong. */
  readonly problem: string;
  /** null where the problem is that something was not written at all. */
  readonly where: ConfigPlace | null;
  /** Said beside the place; empty if there is nothing to add. */
  readonly hint: string;
  /** What to do next: commands to run or lines to write. */
  readonly next: readonly string[];
}

/** Every code with its meaning. Codes are stable; the list only grows. */
export const CONFIG_CODES = {
  CFG001: 'the file cannot be read',
  CFG002: 'the file is larger than 1 MiB',
  CFG003: 'the text is not valid YAML',
  CFG004: 'a key is written twice',
  CFG010: 'a value is of the wrong type or out of bounds',
  CFG011: 'a required key is missing',
  CFG012: 'a key is unknown',
  CFG013: 'an environment variable is unknown',
  CFG014: 'a setting of the environment or a flag cannot be read',
  CFG020: 'without authentication the bus only listens on loopback',
  CFG021: 'the admin API only listens on loopback',
  CFG022: 'the admin API is enabled without a token',
  CFG023: 'two timeouts contradict each other',
  CFG024: 'two limits contradict each other',
  CFG025: 'a room asks for more durability than there is',
  CFG030: 'a room row can never match',
} as const;

export type ConfigCode = keyof typeof CONFIG_CODES;

/** At most this many problems are told; a file that has more is not a configuration. */
export const PROBLEMS_MAX = 100;
