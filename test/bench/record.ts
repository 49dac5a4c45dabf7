/** Puts the tables of a run into docs/performance.md, between its two marks: figures there come from runs, not from hands. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../support/checkout.js';

const path = join(checkoutRoot, 'docs/performance.md');

export function recordReport(text: string): void {
  writeFileSync(path, replaceReport(readFileSync(path, 'utf8'), text, new Date()));
}

/** Throws where the document has lost its marks. */
export function replaceReport(document: string, text: string, date: Date): string {
  const marked = /(<!-- bench:begin -->)[^]*(<!-- bench:end -->)/;
  if (!marked.test(document)) throw new Error('docs/performance.md has no bench:begin and bench:end marks');
  const day = date.toISOString().slice(0, 10);
  return document.replace(
    marked,
    (_all, begin: string, end: string) => `${begin}\n\nRun of ${day}.\n\n${text}\n\n${end}`,
  );
}
