/** The cost of inspection as a table, and held against its goals. */
import { threeDigits } from '../statistics.js';
import type { CostRow } from './inspection-cost.js';

interface Goal {
  readonly title: string;
  readonly ratio: number;
  readonly ratioMax: number;
}

/** Markdown lines. @param rows of measureInspection; none gives none. */
export function renderInspection(rows: readonly CostRow[]): string[] {
  if (rows.length === 0) return [];
  return [
    '| inspection in process, all detectors, enforcing | bytes | us | JSON.parse of ordinary JSON of that size, us | ratio |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(rowText),
    '',
    '| goal of inspection | ratio | at most | |',
    '| --- | --- | --- | --- |',
    ...goalsOf(rows).map(
      ({ title, ratio, ratioMax }) =>
        `| ${title} | ${threeDigits(ratio)} | ${ratioMax} | ${ratio <= ratioMax ? 'hit' : '**miss**'} |`,
    ),
  ];
}

export function goalsOf(rows: readonly CostRow[]): Goal[] {
  const ordinary = rows.filter(({ name }) => name.startsWith('ordinary'));
  const largest = ordinary.at(-1);
  const middle = ordinary.at(-2);
  if (largest === undefined || middle === undefined) return [];
  const hostile = rows.filter(({ name }) => name.startsWith('hostile'));
  const worst = Math.max(...hostile.map(({ inspectUs }) => inspectUs.median));
  return [
    ...ordinary.map(({ bytes, inspectUs, parseUs }) => ({
      title: `${bytes} B against JSON.parse`,
      ratio: inspectUs.median / parseUs.median,
      ratioMax: 4,
    })),
    { title: 'worst hostile payload against an ordinary one', ratio: worst / largest.inspectUs.median, ratioMax: 8 },
    { title: '64 KiB against 4 KiB', ratio: largest.inspectUs.median / middle.inspectUs.median, ratioMax: 24 },
  ];
}

function rowText({ name, bytes, inspectUs, parseUs }: CostRow): string {
  const spread = `${threeDigits(inspectUs.median)} (${threeDigits(inspectUs.min)}-${threeDigits(inspectUs.max)})`;
  const ratio = threeDigits(inspectUs.median / parseUs.median);
  return `| ${name} | ${bytes} | ${spread} | ${threeDigits(parseUs.median)} | ${ratio} |`;
}
