/**
 * What is wrong with something an operator wrote: as data, so that a terminal, JSON and a test can each show it their
 * way. A configuration, a policy and a file of test cases all speak of their problems like this.
 */

/** Where a value was written. */
export type Place =
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

export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** One sentence without a full stop; what is wrong. */
  readonly problem: string;
  /** null where the problem is that something was not written at all. */
  readonly where: Place | null;
  /** Said beside the place; empty if there is nothing to add. */
  readonly hint: string;
  /** What to do next: commands to run or lines to write. */
  readonly next: readonly string[];
}

/** What can be wrong with any document. Codes are stable; the list only grows. */
export const DOCUMENT_CODES = {
  CFG001: 'the file cannot be read',
  CFG002: 'the file is larger than 1 MiB',
  CFG003: 'the text is not valid YAML',
  CFG004: 'a key is written twice',
  CFG010: 'a value is of the wrong type or out of bounds',
  CFG011: 'a required key is missing',
  CFG012: 'a key is unknown',
} as const;

export type DocumentCode = keyof typeof DOCUMENT_CODES;

/** At most this many problems are told; a document that has more is not what it was meant to be. */
export const PROBLEMS_MAX = 100;
