/** `history`: a bounded part of a channel's past, page by page, oldest first. */
import type { Client, HistoryQuery, Message } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError, usageError } from '../operator-error.js';
import { writeFileAtomically } from '../output/atomic-file.js';
import { jsonLine } from '../output/json-lines.js';
import { messageLine } from '../output/message-line.js';
import { messageRecord } from '../output/message-record.js';
import { createProgress } from '../output/progress.js';
import { formatCursor, parseChannelArgument, parseMoment, type Cursor } from '../parse-values.js';
import { withClient } from '../with-client.js';

export interface HistoryOptions {
  readonly address: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly last: number;
  readonly after: Cursor | null;
  readonly reverse: boolean;
  readonly output: string | null;
}

const CONNECT = { clientType: 'service', screenName: 'arqonbus history' } as const;

interface Past {
  /** In the order to print. */
  readonly messages: readonly Message[];
  /** Retained in all, as far as the sequence numbers tell. */
  readonly retained: number;
  readonly more: boolean;
}

export async function runHistory(context: CommandContext, options: HistoryOptions): Promise<ExitName> {
  const { io, globals, style, clock } = context;
  parseChannelArgument(options.address);
  const query = timeRange(options, clock.nowMs());
  return withClient(context, CONNECT, async (client): Promise<ExitName> => {
    const progress = createProgress(io.stderr, clock, globals.quiet);
    const past = await readPast(client, options, query, (count) => progress.show(`${count}/${options.last}`));
    progress.clear();
    const { tenant } = client.welcome;
    const line = (message: Message) =>
      globals.json || options.output !== null
        ? jsonLine(messageRecord(message, { tenant, payload: true }), globals.fields)
        : messageLine(message, { style, payload: true, highlight: null });
    if (options.output === null) {
      for (const message of past.messages) await io.stdout.write(line(message));
    } else {
      await writeFileAtomically(options.output, async (write) => {
        for (const message of past.messages) await write(line(message));
      });
    }
    if (!globals.quiet) await io.stderr.write(footer(past, options));
    return 'ok';
  });
}

function timeRange({ since, until }: HistoryOptions, nowMs: number): Pick<HistoryQuery, 'sinceMs' | 'untilMs'> {
  const sinceMs = since === null ? null : parseMoment(since, nowMs);
  const untilMs = until === null ? null : parseMoment(until, nowMs);
  if (sinceMs !== null && untilMs !== null && untilMs < sinceMs) throw usageError('--until is before --since');
  return { ...(sinceMs !== null && { sinceMs }), ...(untilMs !== null && { untilMs }) };
}

/** The bus names the field of its own protocol; people know the cursor they wrote. */
function explainCursor(error: unknown, after: Cursor | null): unknown {
  const isStranger = error instanceof Error && 'field' in error && error.field === 'command.history.epoch';
  if (!isStranger || after === null) return error;
  return operatorError('data', 'CLI002', 'the cursor is of an earlier life of this channel, or of another channel', {
    where: { kind: 'flag', name: '--after' },
    next: ['leave --after away to begin with what there is'],
    cause: error,
  });
}

/** With a cursor onwards from it; without one the newest, read backwards. */
async function readPast(
  client: Client,
  { address, last, after, reverse }: HistoryOptions,
  range: Pick<HistoryQuery, 'sinceMs' | 'untilMs'>,
  onPage: (count: number) => void,
): Promise<Past> {
  const backwards = after === null || reverse;
  const messages: Message[] = [];
  let position: Cursor | undefined = after ?? undefined;
  let retained = 0;
  let more = false;
  do {
    const limit = Math.min(last - messages.length, client.welcome.limits.historyPageMax);
    const query = { ...range, limit, reverse: backwards, ...(position !== undefined && { after: position }) };
    const page = await client.history(address, query).catch((error: unknown) => {
      throw explainCursor(error, after);
    });
    messages.push(...page.messages);
    retained = Math.max(0, page.headSequence - page.firstSequence + 1);
    position = page.next;
    more = page.more;
    onPage(messages.length);
  } while (more && position !== undefined && messages.length < last);
  return { messages: backwards && !reverse ? messages.reverse() : messages, retained, more };
}

function footer({ messages, retained, more }: Past, { after, reverse }: HistoryOptions): string {
  const newest = messages.at(-1);
  const next =
    more && after !== null && !reverse && newest !== undefined ? `; next: --after ${formatCursor(newest)}` : '';
  const older = more && next === '' ? '; more with a larger --last' : '';
  return `${messages.length} of ~${retained}${next}${older}\n`;
}
