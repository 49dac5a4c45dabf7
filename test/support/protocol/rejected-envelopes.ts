/** Envelopes that must be refused, each with the code and the field that must be named. [S-PROTO-2] */
import { bytesField, fixed32Field, fixed64Field, tag, varint, varintField } from './raw-fields.js';

export interface RejectedEnvelope {
  readonly name: string;
  readonly bytes: Buffer;
  readonly code: string;
  readonly field: string;
}

const VERSION = varintField(1, 1);
const ID = bytesField(3, 'msg-1');
const ADDRESS = Buffer.concat([bytesField(4, 'lobby'), bytesField(5, 'chat')]);
const HEAD = Buffer.concat([VERSION, varintField(2, 1), ID, ADDRESS]);
const COMMAND_HEAD = Buffer.concat([VERSION, varintField(2, 6), ID]);
const BAD_TEXT = Buffer.from([0xed, 0xa0, 0x80]);

function typed(type: number, ...parts: Uint8Array[]): Buffer {
  return Buffer.concat([VERSION, varintField(2, type), ID, ...parts]);
}

/** A valid event with this after it. */
function event(...parts: Uint8Array[]): Buffer {
  return Buffer.concat([HEAD, ...parts]);
}

function hello(...parts: Uint8Array[]): Buffer {
  return Buffer.concat([COMMAND_HEAD, bytesField(48, Buffer.concat(parts))]);
}

function command(number: number, ...parts: Uint8Array[]): Buffer {
  return Buffer.concat([COMMAND_HEAD, bytesField(50, bytesField(number, Buffer.concat(parts)))]);
}

function header(...parts: Uint8Array[]): Buffer {
  return bytesField(8, Buffer.concat(parts));
}

function repeat(count: number, make: (index: number) => Buffer): Buffer {
  return Buffer.concat(Array.from({ length: count }, (_, index) => make(index)));
}

type Row = readonly [name: string, bytes: Buffer, code: string, field: string];

const MISSING: readonly Row[] = [
  ['empty', Buffer.alloc(0), 'MISSING_FIELD', 'version'],
  ['no version', Buffer.concat([varintField(2, 1), ID, ADDRESS]), 'MISSING_FIELD', 'version'],
  ['no type', Buffer.concat([VERSION, ID, ADDRESS]), 'MISSING_FIELD', 'type'],
  ['no id', Buffer.concat([VERSION, varintField(2, 1), ADDRESS]), 'MISSING_FIELD', 'id'],
  ['event without room', typed(1, bytesField(5, 'chat')), 'MISSING_FIELD', 'room'],
  ['event without channel', typed(1, bytesField(4, 'lobby')), 'MISSING_FIELD', 'channel'],
  ['telemetry without channel', typed(2, bytesField(4, 'lobby')), 'MISSING_FIELD', 'channel'],
  ['direct without target', typed(3), 'MISSING_FIELD', 'target'],
  ['request to nobody', typed(4), 'MISSING_FIELD', 'target'],
  ['request to a room alone', typed(4, bytesField(4, 'lobby')), 'MISSING_FIELD', 'channel'],
  ['request to a channel alone', typed(4, bytesField(5, 'chat')), 'MISSING_FIELD', 'room'],
  ['reply without target', typed(5, bytesField(9, 'q')), 'MISSING_FIELD', 'target'],
  ['reply without correlation_id', typed(5, bytesField(16, 'n1.a')), 'MISSING_FIELD', 'correlation_id'],
  ['command without body', COMMAND_HEAD, 'MISSING_FIELD', 'body'],
  ['command that names none', Buffer.concat([COMMAND_HEAD, bytesField(50, '')]), 'MISSING_FIELD', 'command'],
];

const VALUES: readonly Row[] = [
  ['version 0', Buffer.concat([varintField(1, 0), HEAD]), 'UNSUPPORTED_VERSION', 'version'],
  ['version 2', Buffer.concat([varintField(1, 2), HEAD]), 'UNSUPPORTED_VERSION', 'version'],
  ['version 2^32 + 1 does not wrap', varintField(1, 2n ** 32n + 1n), 'UNSUPPORTED_VERSION', 'version'],
  ['type 0', typed(0, ADDRESS), 'UNKNOWN_TYPE', 'type'],
  ['type 7', typed(7, ADDRESS), 'UNKNOWN_TYPE', 'type'],
  ['type ACK', typed(16, ADDRESS), 'UNKNOWN_TYPE', 'type'],
  ['type SYSTEM', typed(19, ADDRESS), 'UNKNOWN_TYPE', 'type'],
  ['type -1', Buffer.concat([VERSION, varintField(2, 2n ** 64n - 1n), ID]), 'UNKNOWN_TYPE', 'type'],
  ['want_ack 2', event(varintField(10, 2)), 'INVALID_ARGUMENT', 'want_ack'],
  ['hop_count 2^32', event(varintField(18, 2n ** 32n)), 'INVALID_ARGUMENT', 'hop_count'],
  ['ttl_ms 2^64 - 1', event(varintField(19, 2n ** 64n - 1n)), 'INVALID_ARGUMENT', 'ttl_ms'],
  ['empty id', Buffer.concat([VERSION, bytesField(3, '')]), 'INVALID_IDENTIFIER', 'id'],
  ['id of 129 bytes', bytesField(3, 'x'.repeat(129)), 'INVALID_IDENTIFIER', 'id'],
  ['id with a space', bytesField(3, 'a b'), 'INVALID_IDENTIFIER', 'id'],
  ['id with bad UTF-8', bytesField(3, BAD_TEXT), 'INVALID_IDENTIFIER', 'id'],
  ['room with a slash', bytesField(4, 'a/b'), 'INVALID_IDENTIFIER', 'room'],
  ['channel with a colon', bytesField(5, 'a:b'), 'INVALID_IDENTIFIER', 'channel'],
  ['channel pattern', bytesField(5, '*'), 'INVALID_IDENTIFIER', 'channel'],
  ['correlation_id with a letter that is not ASCII', bytesField(9, 'é'), 'INVALID_IDENTIFIER', 'correlation_id'],
  ['empty target', event(bytesField(16, '')), 'INVALID_IDENTIFIER', 'target'],
  ['causation_id with a null', event(bytesField(17, 'a\u0000')), 'INVALID_IDENTIFIER', 'causation_id'],
  ['content_type of 129 bytes', event(bytesField(7, 'x'.repeat(129))), 'INVALID_ARGUMENT', 'content_type'],
  ['content_type with a line break', event(bytesField(7, 'a\nb')), 'INVALID_ARGUMENT', 'content_type'],
  ['content_type with bad UTF-8', event(bytesField(7, BAD_TEXT)), 'MALFORMED_ENVELOPE', 'content_type'],
  ['traceparent that is not ASCII', event(bytesField(20, 'é')), 'INVALID_ARGUMENT', 'traceparent'],
  ['payload over 4096 bytes', event(bytesField(6, Buffer.alloc(4097))), 'PAYLOAD_TOO_LARGE', 'payload'],
];

const SERVER_FIELDS: readonly Row[] = [
  ['sequence', event(varintField(11, 1)), 'FORBIDDEN_FIELD', 'sequence'],
  ['epoch', event(fixed32Field(12, 1)), 'FORBIDDEN_FIELD', 'epoch'],
  ['sender', event(bytesField(13, 'n1.evil')), 'FORBIDDEN_FIELD', 'sender'],
  ['timestamp_ms', event(varintField(14, 1)), 'FORBIDDEN_FIELD', 'timestamp_ms'],
  ['subject', event(bytesField(15, 'root')), 'FORBIDDEN_FIELD', 'subject'],
  ['subject as a varint', event(varintField(15, 1)), 'FORBIDDEN_FIELD', 'subject'],
  ['casil', event(bytesField(32, '')), 'FORBIDDEN_FIELD', 'casil'],
  ['group', event(bytesField(33, 'g')), 'FORBIDDEN_FIELD', 'group'],
  ['tenant_id', event(bytesField(34, 't')), 'FORBIDDEN_FIELD', 'tenant_id'],
  ['unassigned 35', event(varintField(35, 1)), 'FORBIDDEN_FIELD', '35'],
  ['unassigned 39', event(fixed64Field(39, 1n)), 'FORBIDDEN_FIELD', '39'],
  ['welcome', event(bytesField(49, '')), 'FORBIDDEN_FIELD', 'welcome'],
  ['ack', event(bytesField(52, '')), 'FORBIDDEN_FIELD', 'ack'],
  ['presence_event', event(bytesField(56, '')), 'FORBIDDEN_FIELD', 'presence_event'],
  ['unassigned 57', event(bytesField(57, '')), 'FORBIDDEN_FIELD', '57'],
  ['unassigned 63', event(varintField(63, 0)), 'FORBIDDEN_FIELD', '63'],
  ['hello on an event', event(bytesField(48, '')), 'FORBIDDEN_FIELD', 'hello'],
  ['command on an event', event(bytesField(50, bytesField(1, ''))), 'FORBIDDEN_FIELD', 'command'],
];

const REPEATED: readonly Row[] = [
  ...[
    ['version', VERSION],
    ['id', ID],
    ['room', bytesField(4, 'other')],
    ['channel', bytesField(5, 'other')],
  ].map(([name, part]): Row => [`second ${String(name)}`, event(part as Buffer), 'REPEATED_FIELD', String(name)]),
  ['second type', event(varintField(2, 2)), 'REPEATED_FIELD', 'type'],
  ...(
    [
      ['payload', bytesField(6, 'x')],
      ['content_type', bytesField(7, 'a/b')],
      ['correlation_id', bytesField(9, 'c')],
      ['want_ack', varintField(10, 1)],
      ['target', bytesField(16, 't')],
      ['causation_id', bytesField(17, 'c')],
      ['hop_count', varintField(18, 1)],
      ['ttl_ms', varintField(19, 1)],
      ['traceparent', bytesField(20, 't')],
      ['intent', bytesField(41, 'i')],
      ['embedding', bytesField(42, '')],
    ] as const
  ).map(([name, part]): Row => [`two of ${name}`, event(part, part), 'REPEATED_FIELD', name]),
  ['two hellos', Buffer.concat([hello(), bytesField(48, '')]), 'REPEATED_FIELD', 'hello'],
  ['hello and command', Buffer.concat([hello(), bytesField(50, bytesField(1, ''))]), 'REPEATED_FIELD', 'body'],
  [
    'two commands in one',
    Buffer.concat([COMMAND_HEAD, bytesField(50, Buffer.concat([bytesField(1, ''), bytesField(2, '')]))]),
    'REPEATED_FIELD',
    'command',
  ],
  ['room twice in join', command(3, bytesField(1, 'a'), bytesField(1, 'b')), 'REPEATED_FIELD', 'command.join.room'],
];

const HOOKS: readonly Row[] = [
  ['33 headers', event(repeat(33, (index) => header(bytesField(1, `k${index}`)))), 'INVALID_ARGUMENT', 'headers'],
  ['header key that is no identifier', event(header(bytesField(1, 'a b'))), 'INVALID_IDENTIFIER', 'headers'],
  ['header without key', event(header(bytesField(2, 'v'))), 'INVALID_IDENTIFIER', 'headers'],
  ['header with two keys', event(header(bytesField(1, 'a'), bytesField(1, 'b'))), 'REPEATED_FIELD', 'headers'],
  ['header with two values', event(header(bytesField(2, 'a'), bytesField(2, 'b'))), 'REPEATED_FIELD', 'headers'],
  [
    'one key in two headers',
    event(header(bytesField(1, 'a')), header(bytesField(1, 'a'))),
    'REPEATED_FIELD',
    'headers',
  ],
  ['header with a third field', event(header(bytesField(1, 'a'), bytesField(3, ''))), 'MALFORMED_ENVELOPE', 'headers'],
  [
    'header value of 1025 bytes',
    event(header(bytesField(1, 'a'), bytesField(2, 'x'.repeat(1025)))),
    'INVALID_ARGUMENT',
    'headers',
  ],
  [
    'header value with bad UTF-8',
    event(header(bytesField(1, 'a'), bytesField(2, BAD_TEXT))),
    'MALFORMED_ENVELOPE',
    'headers',
  ],
  ['header cut short', event(header(tag(1, 2))), 'MALFORMED_ENVELOPE', 'headers'],
  ['65 capabilities', event(repeat(65, () => bytesField(40, 'c'))), 'INVALID_ARGUMENT', 'capabilities'],
  ['capability of 129 bytes', event(bytesField(40, 'x'.repeat(129))), 'INVALID_ARGUMENT', 'capabilities'],
  ['capability with bad UTF-8', event(bytesField(40, BAD_TEXT)), 'MALFORMED_ENVELOPE', 'capabilities'],
  ['intent of 257 bytes', event(bytesField(41, 'x'.repeat(257))), 'INVALID_ARGUMENT', 'intent'],
  ['intent with bad UTF-8', event(bytesField(41, BAD_TEXT)), 'MALFORMED_ENVELOPE', 'intent'],
  [
    'embedding one byte short',
    event(bytesField(42, Buffer.concat([varintField(2, 1), bytesField(3, 'abc')]))),
    'INVALID_ARGUMENT',
    'embedding.values',
  ],
  [
    'embedding model of 129 bytes',
    event(bytesField(42, bytesField(1, 'x'.repeat(129)))),
    'INVALID_ARGUMENT',
    'embedding.model',
  ],
  [
    'embedding with an unknown field',
    event(bytesField(42, varintField(4, 1))),
    'FORBIDDEN_FIELD',
    'embedding.(unknown)',
  ],
  [
    'embedding dimensions past 32 bits',
    event(bytesField(42, varintField(2, 2n ** 32n))),
    'INVALID_ARGUMENT',
    'embedding.dimensions',
  ],
];

const BODIES: readonly Row[] = [
  ['client_type 5', hello(varintField(1, 5)), 'INVALID_ARGUMENT', 'hello.client_type'],
  ['screen_name of 65 characters', hello(bytesField(2, 'é'.repeat(65))), 'INVALID_ARGUMENT', 'hello.screen_name'],
  ['65 capabilities in hello', hello(repeat(65, () => bytesField(3, 'c'))), 'INVALID_ARGUMENT', 'hello.capabilities'],
  ['sdk of 65 bytes', hello(bytesField(4, 'x'.repeat(65))), 'INVALID_ARGUMENT', 'hello.sdk'],
  ['token with bad UTF-8', hello(bytesField(6, BAD_TEXT)), 'MALFORMED_ENVELOPE', 'hello.token'],
  ['token of 8193 bytes', hello(bytesField(6, 'x'.repeat(8193))), 'INVALID_ARGUMENT', 'hello.token'],
  ['unknown field in hello', hello(varintField(7, 1)), 'FORBIDDEN_FIELD', 'hello.(unknown)'],
  ['unknown command', command(14), 'FORBIDDEN_FIELD', 'command.(unknown)'],
  ['unknown argument', command(3, varintField(7, 1)), 'FORBIDDEN_FIELD', 'command.join.(unknown)'],
  ['argument of ping', command(1, varintField(1, 1)), 'FORBIDDEN_FIELD', 'command.ping.(unknown)'],
  ['room as a varint', command(3, varintField(1, 1)), 'MALFORMED_ENVELOPE', 'command.join.room'],
  ['room with bad UTF-8', command(3, bytesField(1, BAD_TEXT)), 'MALFORMED_ENVELOPE', 'command.join.room'],
  ['responder 2', command(3, varintField(6, 2)), 'INVALID_ARGUMENT', 'command.join.responder'],
  ['rewind past 32 bits', command(3, varintField(4, 2n ** 32n)), 'INVALID_ARGUMENT', 'command.join.rewind'],
  [
    '257 positions',
    command(
      3,
      repeat(257, () => bytesField(3, '')),
    ),
    'INVALID_ARGUMENT',
    'command.join.recover',
  ],
  [
    'position past 2^53',
    command(3, bytesField(3, varintField(3, 2n ** 53n))),
    'INVALID_ARGUMENT',
    'command.join.recover.sequence',
  ],
  [
    'position with epoch as a varint',
    command(3, bytesField(3, varintField(2, 1))),
    'MALFORMED_ENVELOPE',
    'command.join.recover.epoch',
  ],
  [
    'position with epoch cut short',
    command(3, bytesField(3, Buffer.concat([tag(2, 5), Buffer.alloc(3)]))),
    'MALFORMED_ENVELOPE',
    'command.join.recover.epoch',
  ],
  ['group in an argument', command(3, tag(1, 3), tag(1, 4)), 'MALFORMED_ENVELOPE', 'command.join.room'],
  ['argument longer than its command', command(3, tag(1, 2), varint(9)), 'MALFORMED_ENVELOPE', 'command.join.room'],
  ['padded tag in an argument', command(3, varint(10, 1), varint(0)), 'MALFORMED_ENVELOPE', 'command.join'],
  ['field 0 in an argument', command(3, varintField(0, 1)), 'MALFORMED_ENVELOPE', 'command.join'],
];

const WIRE: readonly Row[] = [
  ['id as a varint', varintField(3, 1), 'MALFORMED_ENVELOPE', 'id'],
  ['version as bytes', bytesField(1, '1'), 'MALFORMED_ENVELOPE', 'version'],
  ['payload as fixed32', event(fixed32Field(6, 1)), 'MALFORMED_ENVELOPE', 'payload'],
  ['hop_count as fixed64', event(fixed64Field(18, 1n)), 'MALFORMED_ENVELOPE', 'hop_count'],
  ['intent as a varint', event(varintField(41, 1)), 'MALFORMED_ENVELOPE', 'intent'],
  ['command as a varint', Buffer.concat([COMMAND_HEAD, varintField(50, 1)]), 'MALFORMED_ENVELOPE', 'command'],
  ['field 0', event(varintField(0, 1)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['group of an unknown field', event(tag(64, 3), tag(64, 4)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['end of a group', event(tag(64, 4)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['wire type 6', event(tag(64, 6)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['wire type 7 of an unassigned number', event(tag(21, 7)), 'MALFORMED_ENVELOPE', '21'],
  ['tag past 32 bits', event(varint(2n ** 32n), varint(0)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['tag not in its shortest form', event(varint(8 * 64, 1), varint(0)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['tag cut short', event(Buffer.from([0x80])), 'MALFORMED_ENVELOPE', '(unknown)'],
  [
    'length not in its shortest form',
    event(tag(6, 2), varint(1, 1), Buffer.from('x')),
    'MALFORMED_ENVELOPE',
    'payload',
  ],
  ['length past the end', event(tag(6, 2), varint(2), Buffer.from('x')), 'MALFORMED_ENVELOPE', 'payload'],
  ['length past 2^53', event(tag(6, 2), varint(2n ** 64n - 1n)), 'MALFORMED_ENVELOPE', 'payload'],
  ['length missing', event(tag(6, 2)), 'MALFORMED_ENVELOPE', 'payload'],
  ['value missing', event(tag(10, 0)), 'MALFORMED_ENVELOPE', 'want_ack'],
  ['value not in its shortest form', event(varintField(10, 1, 1)), 'MALFORMED_ENVELOPE', 'want_ack'],
  [
    'unknown varint of 11 bytes',
    event(tag(64, 0), Buffer.alloc(10, 0x80), Buffer.from([1])),
    'MALFORMED_ENVELOPE',
    '(unknown)',
  ],
  ['unknown varint past 64 bits', event(tag(64, 0), varint(2n ** 64n)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['unknown fixed64 cut short', event(tag(64, 1), Buffer.alloc(7)), 'MALFORMED_ENVELOPE', '(unknown)'],
  ['unknown bytes cut short', event(tag(64, 2), varint(3), Buffer.alloc(2)), 'MALFORMED_ENVELOPE', '(unknown)'],
];

export const REJECTED_ENVELOPES: readonly RejectedEnvelope[] = [
  ...MISSING,
  ...VALUES,
  ...SERVER_FIELDS,
  ...REPEATED,
  ...HOOKS,
  ...BODIES,
  ...WIRE,
].map(([name, bytes, code, field]) => ({ name, bytes, code, field }));
