/** What tail prints for each message, gap and note, in the form the user chose. */
import { safeText } from '../../base/safe-text.js';
import type { Gap, Message } from '../../client/exports.js';
import type { CommandContext } from '../command-context.js';
import { usageError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { messageLine, payloadText } from '../output/message-line.js';
import { messageRecord } from '../output/message-record.js';
import type { BoundedPattern } from './bounded-pattern.js';

export interface TailOutput {
  message(message: Message): Promise<void>;
  gap(gap: Gap): Promise<void>;
  /** Messages that came and were not shown, because of --rate. */
  unshown(count: number, rate: number): Promise<void>;
}

interface Options {
  readonly tenant: string;
  readonly payload: boolean;
  readonly format: string | null;
  readonly highlight: BoundedPattern | null;
}

const FIELD = /\{([a-z_]+)\}/g;
const FIELDS = [
  'ts',
  'cursor',
  'tenant',
  'room',
  'channel',
  'id',
  'sender',
  'subject',
  'kind',
  'size',
  'sequence',
  'content_type',
  'payload',
];

/** @throws OperatorError 64 when the template names an unknown field. */
export function checkTemplate(template: string): void {
  for (const [, field = ''] of template.matchAll(FIELD)) {
    if (!FIELDS.includes(field)) throw usageError(`--format has no field {${field}}`, [`known: ${FIELDS.join(', ')}`]);
  }
}

export function createTailOutput({ io, globals, style }: CommandContext, options: Options): TailOutput {
  const { tenant, payload, format, highlight } = options;

  /** null too where nothing matches, or no payload is shown. */
  function patternFor(message: Message): RegExp | null {
    if (highlight === null || !payload) return null;
    return highlight.test(payloadText(message.payload)) ? highlight.pattern : null;
  }

  function render(message: Message): string {
    if (globals.json) return jsonLine(messageRecord(message, { tenant, payload }), globals.fields);
    if (format === null) return messageLine(message, { style, payload, highlight: patternFor(message) });
    return `${fillTemplate(format, message, tenant)}\n`;
  }

  return {
    async message(message) {
      await io.stdout.write(render(message));
    },
    async gap({ room, channel, from, to, epoch, reason }) {
      const range = from > 0 ? { from: String(from), to: String(to) } : {};
      if (globals.json) {
        await io.stdout.write(jsonLine({ v: 1, type: 'gap', room, channel, ...range, epoch, reason }, globals.fields));
        return;
      }
      const missing = from > 0 ? `${to - from + 1} messages (${from} to ${to})` : 'messages';
      await io.stdout.write(
        style.warn(`-- gap: ${missing} of ${safeText(`${room}:${channel}`, 300)}, ${reason} --`) + '\n',
      );
    },
    async unshown(count, rate) {
      const record = { v: 1, type: 'gap', reason: 'rate', count } as const;
      const line = `${style.warn(`-- gap: ${count} not shown (--rate ${rate}/s) --`)}\n`;
      await io.stdout.write(globals.json ? jsonLine(record, globals.fields) : line);
    },
  };
}

function fillTemplate(template: string, message: Message, tenant: string): string {
  const record = messageRecord(message, { tenant, payload: false });
  return template.replace(FIELD, (_, field: string) => {
    if (field === 'payload') return payloadText(message.payload);
    const value = record[field];
    return typeof value === 'string' || typeof value === 'number' ? safeText(String(value), 1000) : '';
  });
}
