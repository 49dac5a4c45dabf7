/** What became of each message: a record or a line, a count, and the exit in the end. */
import { safeText } from '../../base/safe-text.js';
import type { Ack, BusError, Inspection } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { toOperatorError } from '../failure.js';
import { inspectionRecord, inspectionWords } from '../output/inspection-words.js';
import { jsonLine } from '../output/json-lines.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';

export interface Sent {
  readonly room: string;
  readonly channel: string;
  /** Line of the input; null for a message from flags. */
  readonly line: number | null;
  readonly durationMs: number;
}

export interface SendReport {
  readonly accepted: number;
  readonly refused: number;
  /** Of the refused, those that content inspection blocked. */
  readonly blocked: number;
  /** Sends one by one are told each; streams only with --json. */
  accept(sent: Sent, ack: Ack): Promise<void>;
  refuse(sent: Sent, error: unknown): Promise<void>;
  exit(): ExitName;
}

export function createSendReport(context: CommandContext, options: { readonly stream: boolean }): SendReport {
  const { io, globals, env, invocation } = context;
  let accepted = 0;
  let refused = 0;
  let blocked = 0;
  let firstFailure: ExitName | null = null;
  const errorStyle = chooseStyle(globals.color, io.stderr, env);

  return {
    get accepted() {
      return accepted;
    },
    get refused() {
      return refused;
    },
    get blocked() {
      return blocked;
    },
    async accept({ room, channel, line, durationMs }, { id, sequence, epoch, durability, duplicate, inspection }) {
      accepted += 1;
      const ms = Math.round(durationMs * 100) / 100;
      if (globals.json) {
        const position = sequence > 0 ? { sequence: String(sequence), epoch } : {};
        const from = line === null ? {} : { line };
        const record = {
          v: 1,
          type: 'ack',
          outcome: inspection?.outcome === 'allow_with_redaction' ? 'redacted' : 'accepted',
          room,
          channel,
          id,
          ...position,
          durability,
          duplicate,
          ms,
          ...(inspection && { casil: inspectionRecord(inspection) }),
          ...from,
        };
        await io.stdout.write(jsonLine({ ...record, v: 1 }, globals.fields));
      } else if (!options.stream && !globals.quiet) {
        const position = sequence > 0 ? `  sequence ${sequence}` : '';
        const address = safeText(channel === '' ? room : `${room}:${channel}`, 300);
        await io.stdout.write(
          `accepted  ${address}${position}  ${durability}${duplicate ? '  duplicate' : ''}  ${ms} ms${remark(inspection)}\n`,
        );
      }
    },
    async refuse({ room, channel, line }, error) {
      refused += 1;
      const failure = toOperatorError(error);
      if (failure.problems.some(({ code }) => isBlock(code))) blocked += 1;
      firstFailure ??= failure.exit;
      const [problem] = failure.problems;
      if (globals.json && problem !== undefined) {
        const from = line === null ? {} : { line };
        const { code, problem: message } = problem;
        const inspection = inspectionOf(error);
        const outcome = isBlock(code) ? 'blocked' : 'error';
        const casil = inspection && { casil: inspectionRecord(inspection) };
        await io.stdout.write(
          jsonLine(
            { v: 1, type: 'error', outcome, room, channel, error: code, message, ...casil, ...from },
            globals.fields,
          ),
        );
      }
      for (const one of failure.problems) {
        const where = one.where ?? (line === null ? null : ({ kind: 'text', text: `line ${line}` } as const));
        await io.stderr.write(problemText({ ...one, where }, errorStyle, invocation));
      }
    },
    exit() {
      if (blocked > 0) return 'no';
      if (firstFailure === null) return 'ok';
      return accepted > 0 ? 'retry' : firstFailure;
    },
  };
}

/** What inspection did, beside the acceptance. */
function remark(inspection: Inspection | undefined): string {
  if (inspection === undefined) return '';
  const masked = inspection.outcome === 'allow_with_redaction' ? '  (parts of it were masked)' : '';
  return `  ${inspectionWords(inspection)}${masked}`;
}

/** Whatever the reason: the content policy, its limits, or its own failure. */
function isBlock(code: string): boolean {
  return code.startsWith('CASIL_');
}

/** Errors are told apart by name: importing the SDK for its classes would cost every start. */
function inspectionOf(error: unknown): Inspection | undefined {
  return error instanceof Error && error.name === 'BusError' ? (error as BusError).inspection : undefined;
}
