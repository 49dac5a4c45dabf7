/**
 * Recorded messages under two sets of policies: how many outcomes differ, in which direction, and the first of each by
 * line, address and rules. Never by content. [C-CLI-2] [P9]
 */
import type { PolicyBench } from '../../casil/testing/run-case.js';
import { OutcomeFlips, type Flip } from '../../casil/testing/outcome-flips.js';
import type { CommandContext } from '../command-context.js';
import { jsonLine } from '../output/json-lines.js';
import { createProgress } from '../output/progress.js';
import { shown } from './report/test-run.js';
import type { SkipReason, TrafficRecord } from './traffic-record.js';

export interface Comparison {
  readonly messages: number;
  readonly flipped: number;
  readonly flips: readonly Flip[];
  readonly skipped: Readonly<Record<SkipReason, number>>;
  /** Messages that look as if they were masked before they were recorded. */
  readonly masked: number;
}

/** Messages between two looks at signals. */
const TURN = 200;

export async function compareTraffic(
  { clock, io, globals, signal }: CommandContext,
  records: AsyncIterable<TrafficRecord>,
  before: PolicyBench,
  after: PolicyBench,
): Promise<Comparison> {
  const flips = new OutcomeFlips();
  const skipped = { payload_omitted: 0, other_kind: 0 };
  const progress = createProgress(io.stderr, clock, globals.quiet);
  const atMs = clock.nowMs();
  let masked = 0;
  for await (const record of records) {
    if (signal.aborted) break;
    if (record.kind === 'skipped') {
      skipped[record.why] += 1;
      continue;
    }
    const { message, line } = record;
    const { room, channel } = message.address;
    flips.add(line, `${room}:${channel}`, before.inspect(message, atMs), after.inspect(message, atMs));
    if (record.masked) masked += 1;
    if (flips.messages % TURN === 0) {
      progress.show(`${flips.messages.toLocaleString('en')} compared, ${flips.flipped.toLocaleString('en')} differ`);
      await new Promise((next) => setImmediate(next));
    }
  }
  progress.clear();
  return { messages: flips.messages, flipped: flips.flipped, flips: flips.flips, skipped, masked };
}

export async function tellComparison({ io, globals }: CommandContext, comparison: Comparison): Promise<void> {
  if (globals.json) {
    await io.stdout.write(jsonLine({ v: 1, type: 'comparison', ...recordOf(comparison) }, globals.fields));
    return;
  }
  await io.stdout.write(`${comparisonLines(comparison).join('\n')}\n`);
}

function recordOf({ messages, flipped, flips, skipped, masked }: Comparison) {
  const rows = flips.map(({ from, to, count, first }) => ({
    from,
    to,
    count,
    first: first.map(({ line, address, rulesBefore, rulesAfter }) => ({
      line,
      address,
      rules_before: rulesBefore,
      rules_after: rulesAfter,
    })),
  }));
  return { messages, same: messages - flipped, flipped, flips: rows, skipped, already_masked: masked };
}

function comparisonLines({ messages, flipped, flips, skipped, masked }: Comparison): string[] {
  const lines = [`${countOf(messages, 'message')}: ${messages - flipped} the same, ${flipped} decided differently`];
  for (const { from, to, count, first } of flips) {
    lines.push(`${from}->${to} ${count}`);
    for (const { line, address, rulesBefore, rulesAfter } of first) {
      lines.push(`  line ${line}  ${shown(address)}  ${rulesText(rulesBefore)} -> ${rulesText(rulesAfter)}`);
    }
    if (count > first.length) lines.push(`  and ${count - first.length} more`);
  }
  if (skipped.payload_omitted > 0) {
    lines.push(`skipped ${countOf(skipped.payload_omitted, 'record')} without a payload: record it with --payload`);
  }
  if (skipped.other_kind > 0) lines.push(`skipped ${countOf(skipped.other_kind, 'record')} that no channel carries`);
  if (masked > 0) {
    const when = masked === 1 ? 'before it was recorded' : 'before they were recorded';
    lines.push(`${countOf(masked, 'message')} masked ${when}, as it seems: neither policy can find what is gone`);
  }
  return lines;
}

function rulesText(rules: readonly string[]): string {
  return rules.length === 0 ? 'no rule' : rules.map(shown).join(', ');
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
