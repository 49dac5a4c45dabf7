/**
 * Puts the tables of a run into docs/performance.md, between two marks: figures there come from runs, not from hands.
 * A run of nothing but inspection has marks of its own, so that it leaves the other tables alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../support/checkout.js';

const path = join(checkoutRoot, 'docs/performance.md');

export type ReportMark = 'bench' | 'bench-inspection';

export function recordReport(text: string, mark: ReportMark): void {
  writeFileSync(path, replaceReport(readFileSync(path, 'utf8'), text, new Date(), mark));
}

/** Throws where the document has lost its marks. */
export function replaceReport(document: string, text: string, date: Date, mark: ReportMark = 'bench'): string {
  const marked = new RegExp(`(<!-- ${mark}:begin -->)[^]*(<!-- ${mark}:end -->)`);
  if (!marked.test(document)) throw new Error(`docs/performance.md has no ${mark}:begin and ${mark}:end marks`);
  const day = date.toISOString().slice(0, 10);
  return document.replace(
    marked,
    (_all, begin: string, end: string) => `${begin}\n\nRun of ${day}.\n\n${text}\n\n${end}`,
  );
}
