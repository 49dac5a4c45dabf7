/** `send`: one message, a repeated one, a request, a direct message, or a stream of records. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { PublishOptions } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { OperatorError, operatorError, usageError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { messageLine } from '../output/message-line.js';
import { messageRecord } from '../output/message-record.js';
import { parseChannelArgument } from '../parse-values.js';
import { readStdin } from '../read-stdin.js';
import { withClient } from '../with-client.js';
import { BODY_BYTES_MAX, guessContentType, type Outgoing } from './outgoing.js';
import { createPacer } from './pacer.js';
import { parseRecord, RECORD_BYTES_MAX } from './parse-record.js';
import { readLines } from './read-lines.js';
import { createSendReport } from './send-report.js';
import { sendStream, type StreamItem } from './send-stream.js';

export interface SendOptions {
  readonly positional: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** File of records; `-` is standard input; null for one message from flags. */
  readonly jsonl: string | null;
  readonly rate: number | null;
  readonly repeat: number;
  readonly to: string | null;
  readonly request: boolean;
  readonly replies: number | null;
  readonly ttlMs: number | null;
  readonly contentType: string | null;
  readonly onError: 'stop' | 'continue';
  readonly dryRun: boolean;
}

const CONNECT = { clientType: 'service', screenName: 'arqonbus send' } as const;

export async function runSend(context: CommandContext, options: SendOptions): Promise<ExitName> {
  checkCombination(options);
  if (options.jsonl !== null) return sendRecords(context, options, options.jsonl);
  const [first, second] = options.positional;
  const address = options.to === null ? first : undefined;
  const body = options.to === null ? second : first;
  const target = address === undefined ? { room: '', channel: '' } : parseChannelArgument(address);
  const payload = await readBody(context, body);
  const outgoing: Outgoing = { ...target, payload, options: publishOptions(options, payload) };
  if (options.dryRun) return reportDryRun(context, options.repeat);
  if (options.request) return sendRequest(context, options, outgoing);
  if (options.to !== null) return sendDirect(context, options.to, outgoing);
  return sendRepeated(context, options, outgoing);
}

function checkCombination(options: SendOptions): void {
  const { jsonl, to, positional, request, replies, repeat } = options;
  if (jsonl !== null && (positional.length > 0 || to !== null || request || repeat > 1)) {
    throw usageError('--jsonl takes addresses and bodies from its records', ['arqonbus send --jsonl FILE']);
  }
  if (jsonl === null && to === null && positional.length === 0) {
    throw usageError('an address is missing', ["arqonbus send room:channel 'text'"]);
  }
  if (to !== null && positional.length > 1) {
    throw usageError('--to takes the place of the address', ["arqonbus send --to CLIENT 'text'"]);
  }
  if (replies !== null && !request) throw usageError('--replies needs --request');
  if (repeat > 1 && (request || to !== null)) throw usageError('--repeat works for messages to channels only');
}

async function readBody(context: CommandContext, body: string | undefined): Promise<Buffer> {
  if (body !== undefined && body !== '-') return Buffer.from(body);
  if (body === undefined && context.io.stdin.isTTY === true) {
    throw usageError('a body is missing', ["arqonbus send room:channel 'text'", 'or pipe it in']);
  }
  const bytes = await readStdin(context, BODY_BYTES_MAX + 1);
  if (bytes.length > BODY_BYTES_MAX) {
    throw operatorError('data', 'PAYLOAD_TOO_LARGE', `the body is over ${BODY_BYTES_MAX} bytes`, { where: 'stdin' });
  }
  return bytes;
}

function publishOptions({ headers, ttlMs, contentType }: SendOptions, payload: Uint8Array): PublishOptions {
  return {
    contentType: contentType ?? guessContentType(payload),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(ttlMs !== null && { ttlMs }),
  };
}

async function reportDryRun({ io, globals }: CommandContext, count: number): Promise<ExitName> {
  const record = { v: 1, type: 'dry_run', valid: count } as const;
  await io.stdout.write(globals.json ? jsonLine(record, globals.fields) : `ok: ${count} to send, nothing sent\n`);
  return 'ok';
}

async function sendRepeated(context: CommandContext, options: SendOptions, outgoing: Outgoing): Promise<ExitName> {
  const { repeat, rate } = options;
  const report = createSendReport(context, { stream: repeat > 1 });
  async function* items(): AsyncGenerator<StreamItem> {
    for (let index = 0; index < repeat; index += 1) yield { outgoing, error: null, line: null };
  }
  await withClient(context, CONNECT, (client) =>
    sendStream(context, client, items(), {
      report,
      pacer: createPacer(context.clock, rate),
      stopOnError: options.onError === 'stop',
      total: repeat,
    }),
  );
  if (repeat > 1) await summarize(context, report);
  return report.exit();
}

async function sendDirect(context: CommandContext, to: string, { payload, options }: Outgoing): Promise<ExitName> {
  const report = createSendReport(context, { stream: false });
  await withClient(context, CONNECT, async (client) => {
    const startMs = context.clock.monotonicMs();
    const ack = await client.direct(to, payload, options);
    await report.accept({ room: to, channel: '', line: null, durationMs: context.clock.monotonicMs() - startMs }, ack);
  });
  return report.exit();
}

async function sendRequest(context: CommandContext, options: SendOptions, outgoing: Outgoing): Promise<ExitName> {
  const { io, globals, style } = context;
  const address = options.to ?? `${outgoing.room}:${outgoing.channel}`;
  return withClient(context, CONNECT, async (client) => {
    const requestOptions = {
      ...outgoing.options,
      ...(globals.timeoutMs !== null && { timeoutMs: globals.timeoutMs }),
      ...(options.replies !== null && { replies: options.replies }),
    };
    const replies =
      options.replies === null
        ? [await client.request(address, outgoing.payload, requestOptions)]
        : await client.requestMany(address, outgoing.payload, requestOptions);
    const { tenant } = client.welcome;
    for (const reply of replies) {
      const record = () => jsonLine(messageRecord(reply, { tenant, payload: true }), globals.fields);
      await io.stdout.write(globals.json ? record() : messageLine(reply, { style, payload: true, highlight: null }));
    }
    return options.replies !== null && replies.length < options.replies ? 'retry' : 'ok';
  });
}

async function sendRecords(context: CommandContext, options: SendOptions, file: string): Promise<ExitName> {
  const report = createSendReport(context, { stream: true });
  const items = recordItems(() => openRecords(context, file), file);
  if (options.dryRun) {
    let valid = 0;
    for await (const { outgoing, error, line } of items) {
      if (outgoing !== null) valid += 1;
      else await report.refuse({ room: '', channel: '', line, durationMs: 0 }, error);
    }
    return report.refused > 0 ? report.exit() : reportDryRun(context, valid);
  }
  await withClient(context, CONNECT, (client) =>
    sendStream(context, client, items, {
      report,
      pacer: createPacer(context.clock, options.rate),
      stopOnError: options.onError === 'stop',
      total: null,
    }),
  );
  await summarize(context, report);
  return report.exit();
}

function openRecords({ io, globals }: CommandContext, file: string): Readable {
  if (file !== '-') return createReadStream(file);
  if (!globals.input) throw usageError('records are needed, and --no-input forbids reading standard input');
  return io.stdin;
}

/** @param open called when the first record is wanted: a stream that fails earlier would have nobody to tell. */
async function* recordItems(open: () => Readable, file: string): AsyncGenerator<StreamItem> {
  try {
    for await (const line of readLines(open(), RECORD_BYTES_MAX)) {
      try {
        const outgoing = parseRecord(line, file);
        if (outgoing !== null) yield { outgoing, error: null, line: line.number };
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        yield { outgoing: null, error, line: line.number };
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw operatorError('missing', 'CLI003', `cannot read ${file}: ${message}`, { cause: error });
  }
}

async function summarize(
  { io, globals }: CommandContext,
  { accepted, refused, blocked }: { readonly accepted: number; readonly refused: number; readonly blocked: number },
): Promise<void> {
  if (globals.quiet) return;
  const ofThem = blocked > 0 ? ` (${blocked.toLocaleString('en')} blocked)` : '';
  await io.stderr.write(
    `${accepted.toLocaleString('en')} accepted, ${refused.toLocaleString('en')} refused${ofThem}\n`,
  );
}
