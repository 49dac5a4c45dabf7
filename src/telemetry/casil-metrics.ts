/**
 * The numbers of content inspection. They live in a registry of their own, so that a bus that inspects nothing has
 * none of these series, not even empty ones. [C-TEL-1] [CON VIII.1]
 */
import { Counter, Registry } from 'prom-client';
import type { CasilFigures, CountsByName } from './casil-figures.js';

type FiguresThatAre<T> = { [K in keyof CasilFigures]: CasilFigures[K] extends T ? K : never }[keyof CasilFigures];
type Totals = FiguresThatAre<number>;
type ByName = FiguresThatAre<CountsByName>;

/** One row per figure, so that a new one cannot be forgotten. */
const TOTALS: { readonly [K in Totals]: readonly [name: string, help: string] } = {
  inspected: ['arqonbus_casil_inspected_total', 'Messages inspected.'],
  eventsDropped: ['arqonbus_casil_events_dropped_total', 'Events of inspection left out past their rate.'],
  inspectedBytes: ['arqonbus_casil_inspected_bytes_total', 'Bytes of the messages inspected.'],
  workUnits: ['arqonbus_casil_work_units_total', 'Units of work spent on inspection.'],
};

const BY_NAME: { readonly [K in ByName]: readonly [name: string, help: string, label: string] } = {
  outcomes: ['arqonbus_casil_outcomes_total', 'What was done with messages.', 'outcome'],
  wouldBe: ['arqonbus_casil_would_be_total', 'What enforcing would do with messages.', 'outcome'],
  kinds: ['arqonbus_casil_kinds_total', 'Messages by kind.', 'kind'],
  risks: ['arqonbus_casil_risk_total', 'Messages by risk level.', 'risk'],
  flags: ['arqonbus_casil_flags_total', 'Messages by flag.', 'flag'],
  rules: ['arqonbus_casil_rules_total', 'Messages a rule matched.', 'rule'],
  reasons: ['arqonbus_casil_reasons_total', 'Messages by reason code.', 'reason'],
  internalErrors: ['arqonbus_casil_internal_errors_total', 'Failures of inspection, by what came of them.', 'action'],
  repeatedViolations: [
    'arqonbus_casil_repeated_violations_total',
    'Senders, rooms and channels that passed the threshold.',
    'dimension',
  ],
};

/** @returns the text of one scrape; empty where there are no figures */
export function readCasilOnScrape(read: () => CasilFigures | null): () => Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  // All series of a scrape show one moment.
  let figures: CasilFigures | null = null;

  for (const [key, [name, help]] of entriesOf(TOTALS)) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        if (figures !== null) this.inc(figures[key]);
      },
    });
  }
  for (const [key, [name, help, label]] of entriesOf(BY_NAME)) {
    new Counter({
      name,
      help,
      labelNames: key === 'outcomes' ? [label, 'mode'] : [label],
      registers,
      collect() {
        this.reset();
        if (figures === null) return;
        for (const [value, count] of figures[key]) {
          this.inc(key === 'outcomes' ? { [label]: value, mode: figures.mode } : { [label]: value }, count);
        }
      },
    });
  }

  return async () => {
    figures = read();
    return figures === null ? '' : `\n${await registry.metrics()}`;
  };
}

function entriesOf<K extends string, V>(table: { readonly [key in K]: V }): (readonly [K, V])[] {
  return (Object.keys(table) as K[]).map((key) => [key, table[key]]);
}
