/** `casil explain`: why one message is treated as it is, or what a change of policies would change in recorded ones. */
import type { NamedPolicy } from '../../casil/policy/load-policies.js';
import type { CaseMessage } from '../../casil/testing/case-message.js';
import { explainMessage } from '../../casil/testing/explanation.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError, usageError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { createBenches, type Benches } from './benches.js';
import { compareTraffic, tellComparison } from './compare-traffic.js';
import { readExplainInput, readPayloadInput, type ExplainInput } from './explain-input.js';
import { explanationRecord } from './explanation-record.js';
import { explanationText } from './explanation-text.js';
import { messageOfDocument, messageOfPayload } from './explained-message.js';
import { policyNames } from './policy-settings.js';
import type { TrafficRecord } from './traffic-record.js';

export interface ExplainOptions {
  /** `-` is standard input. */
  readonly file: string;
  readonly policies: readonly string[];
  readonly against: readonly string[];
  readonly maxFlips: number | null;
  readonly room: string | null;
  readonly channel: string | null;
  readonly sender: string | null;
  /** Regular expression over names of cases. */
  readonly run: string | null;
  readonly showPayload: boolean;
}

/** One message with all that decides about it. */
export interface ToExplain {
  readonly message: CaseMessage;
  /** Milliseconds since 1970 at which exceptions are judged. */
  readonly atMs: number;
  /** Named by the document itself. */
  readonly policies: readonly NamedPolicy[];
  readonly masked: boolean;
}

export async function runExplain(context: CommandContext, options: ExplainOptions): Promise<ExitName> {
  checkCombination(options);
  const benches = await createBenches(context, options.policies, null);
  if (options.against.length > 0) return compare(context, options, benches);
  const found = await messageToExplain(context, options);
  const { message, atMs, policies, masked } = found;
  const bench = benches.of({ file: options.file, policies });
  await benches.tellWarnings();
  const explanation = explainMessage(message, bench, atMs);
  const { io, globals, style } = context;
  const { showPayload } = options;
  await io.stdout.write(
    globals.json
      ? jsonLine(explanationRecord(explanation, { showPayload, masked }), globals.fields)
      : explanationText(explanation, { style, showPayload, masked }),
  );
  return 'ok';
}

function checkCombination({ against, maxFlips, room, channel, sender, run }: ExplainOptions): void {
  if ((room === null) !== (channel === null)) throw usageError('--room and --channel belong together');
  if (sender !== null && room === null) throw usageError('--sender needs --room and --channel');
  if (maxFlips !== null && against.length === 0) throw usageError('--max-flips needs --against');
  if (against.length > 0 && (room !== null || run !== null)) {
    throw usageError('--against takes JSON Lines of records', [
      'arqonbus history ROOM:CHANNEL --json | arqonbus casil explain --policy NEW --against OLD',
    ]);
  }
  if (run !== null && room !== null) throw usageError('--run picks from a file of cases, --room names a payload');
}

async function compare(context: CommandContext, options: ExplainOptions, benches: Benches): Promise<ExitName> {
  const after = benches.of({ file: options.file, policies: [] });
  const before = benches.named(policyNames(options.against, '--against'));
  await benches.tellWarnings();
  const input = await readExplainInput(context, options.file);
  if (input.kind !== 'records') throw operatorError('data', 'CLI002', '--against needs records, not a case');
  const comparison = await compareTraffic(context, input.records, before, after);
  if (context.signal.aborted) return 'ok';
  await tellComparison(context, comparison);
  return options.maxFlips !== null && comparison.flipped > options.maxFlips ? 'no' : 'ok';
}

async function messageToExplain(context: CommandContext, options: ExplainOptions): Promise<ToExplain> {
  const { file, room, channel, sender } = options;
  const nowMs = context.clock.nowMs();
  if (room !== null && channel !== null) {
    const message = messageOfPayload(await readPayloadInput(context, file), { room, channel, sender: sender ?? '' });
    return { message, atMs: nowMs, policies: [], masked: false };
  }
  const input = await readExplainInput(context, file);
  if (input.kind === 'document') return messageOfDocument(input, file, options.run);
  if (options.run !== null) throw usageError('--run picks from a file of cases, and this holds records');
  return { ...(await onlyRecord(input)), atMs: nowMs, policies: [] };
}

/** Of several it would not be clear which one is meant. */
async function onlyRecord(input: Extract<ExplainInput, { kind: 'records' }>) {
  let only: Extract<TrafficRecord, { kind: 'message' }> | null = null;
  for await (const record of input.records) {
    if (record.kind === 'skipped') {
      const why = record.why === 'payload_omitted' ? 'its payload was omitted' : 'no channel carries its kind';
      throw operatorError('data', 'CLI002', `the record on line ${record.line} cannot be explained: ${why}`, {
        next: record.why === 'payload_omitted' ? ['record it with --payload'] : [],
      });
    }
    if (only !== null) {
      throw usageError('these are several records, and one message is explained', [
        'arqonbus casil explain FILE --policy NEW --against OLD compares them under two policies',
        'or pick one, such as with head -n 1',
      ]);
    }
    only = record;
  }
  if (only === null) throw operatorError('data', 'CLI002', 'there is no message in this');
  return { message: only.message, masked: only.masked };
}
