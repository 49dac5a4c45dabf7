import { describe, expect, it } from 'vitest';
import { bytesField, fixed32Field, varintField } from '../../../support/protocol/raw-fields.js';
import { payloadOf, scanned, scannedCommand, segment, textOf, told, toldFields } from './envelopes.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const READABLE = 'the password is not in here, is it?';

describe('the surfaces of a payload [C-SURF-2]', () => {
  it.each([
    ['JSON', '{"a":[1,"b"]}', '', ['payload json plain: {"a":[1,"b"]}']],
    ['a JSON string', '"hello"', '', ['payload json plain: "hello"']],
    ['JSON after blanks', ' \n[1]', '', ['payload json plain:  \n[1]']],
    ['a JSON number, if the type says so', '42', 'application/json', ['payload json plain: 42']],
    ['a number without a type', '42', '', ['payload text plain: 42']],
    ['what only begins like JSON', '[info] hello', '', ['payload text plain: [info] hello']],
    ['JSON that its type contradicts', '{"a":1}', 'text/plain', ['payload json plain: {"a":1}']],
    ['broken JSON', '{"a" 1', 'application/json', ['payload text plain: {"a" 1']],
    ['text', 'grüße\tund mehr', '', ['payload text plain: grüße\tund mehr']],
    ['escapes', '{"a":"x\\ny\\"z\\/"}', '', ['payload json escaped: {"a":"x\ny"z/"}']],
    ['\\u escapes', '"\\u0067\\u00e4\\u20AC"', '', ['payload json escaped: "gä€"']],
    ['a surrogate pair', '"\\ud83d\\ude00!"', '', ['payload json escaped: "😀!"']],
    ['half a surrogate pair', '"\\ud83d!"', '', ['payload json escaped: "\ufffd!"']],
    ['what is no escape', '"\\q\\u12"', '', ['payload json escaped: "\\q\\u12"']],
    ['JSON in JSON', '{"a":"{\\"b\\":\\"c\\\\nd\\"}"}', '', ['payload json escaped: {"a":"{"b":"c\nd"}"}']],
    ['text with escapes', 'log: \\"key\\": \\nx', '', ['payload text escaped: log: "key": \nx']],
    [
      'base64',
      `{"a":"${base64(READABLE)}"}`,
      '',
      [`payload json plain: {"a":"${base64(READABLE)}"}`, `payload text base64: ${READABLE}`],
    ],
    [
      'base64 of JSON with escapes',
      `{"a":"${base64('{"b":"line\\nline, and another"}')}"}`,
      '',
      [
        `payload json plain: {"a":"${base64('{"b":"line\\nline, and another"}')}"}`,
        'payload json base64: {"b":"line\nline, and another"}',
      ],
    ],
    [
      'base64 within base64, once',
      base64(base64(READABLE)),
      '',
      [`payload text plain: ${base64(base64(READABLE))}`, `payload text base64: ${base64(READABLE)}`],
    ],
  ])('%s', (_name, payload, contentType, expected) => {
    const segmentation = segment(payloadOf(payload, contentType));
    expect(told(segmentation)).toEqual(expected);
    expect(segmentation.truncated).toBe(false);
  });

  it('are none where there is no payload, or an empty one', () => {
    expect(segment(scanned()).payloadForm).toBe('empty');
    expect(segment(payloadOf('')).payloadForm).toBe('empty');
    expect(told(segment(payloadOf('')))).toEqual([]);
  });

  it('are raw bytes where the form is not known', () => {
    const segmentation = segment(payloadOf(Buffer.from([0xff, 0x5c, 0x6e, 0x00, 0x41])));
    expect(segmentation.payloadForm).toBe('opaque');
    expect(segmentation.surfaces.at(-1)).toMatchObject({ form: 'opaque', encoding: 'plain', maskable: true });
  });

  it('are the texts of a Protobuf message, nested ones too', () => {
    const inner = Buffer.concat([bytesField(1, 'inside'), varintField(2, 300)]);
    const payload = Buffer.concat([
      varintField(1, 5),
      bytesField(2, 'outside'),
      bytesField(3, inner),
      fixed32Field(4, 7),
      bytesField(5, Buffer.from([0xff, 0xfe, 0x00])),
      bytesField(6, '{"a":"b\\nc"}'),
    ]);
    const segmentation = segment(payloadOf(payload));
    expect(segmentation.payloadForm).toBe('protobuf');
    // All of it as it stands, and then its fields.
    expect(textOf(segmentation.surfaces[1] as never)).toBe(payload.toString());
    expect(toldFields(segmentation)).toEqual([
      'payload text plain: outside',
      'payload text plain: inside',
      `payload opaque plain: ${Buffer.from([0xff, 0xfe, 0x00]).toString()}`,
      'payload json escaped: {"a":"b\nc"}',
    ]);
  });

  it('are both readings of a Protobuf message that is text as well: by its fields, and as it stands', () => {
    // Tag of field 4 is a quote, the length is an A.
    const token = 'x'.repeat(65);
    const leaf = `payload text plain: ${token}`;
    const inner = `payload text plain: "A${token}`;
    expect(told(segment(payloadOf(bytesField(4, token))))).toEqual([inner, leaf]);
    expect(told(segment(payloadOf(bytesField(1, bytesField(4, token)))))).toEqual([
      `payload text plain: \nC"A${token}`,
      inner,
      leaf,
    ]);
  });
});

describe('the surfaces of the other parts [C-SURF-1]', () => {
  it('are all that the client wrote, and say whether they can be masked', () => {
    const { surfaces } = segment(
      scanned(
        bytesField(7, 'a/b'),
        bytesField(8, Buffer.concat([bytesField(1, 'key'), bytesField(2, 'va\\"l')])),
        bytesField(9, 'corr'),
        bytesField(16, 'target'),
        bytesField(17, 'cause'),
        bytesField(20, '00-trace'),
        bytesField(40, 'cap'),
        bytesField(41, 'intent'),
        bytesField(42, Buffer.concat([bytesField(1, 'model'), varintField(2, 1), bytesField(3, 'ABCD')])),
        bytesField(64, 'free text'),
        bytesField(45, bytesField(1, bytesField(1, 'nested text'))),
        varintField(65, 7),
      ),
    );
    expect(surfaces.map((surface) => `${surface.part} ${surface.maskable}: ${textOf(surface)}`)).toEqual([
      'ids false: m1',
      'content_type true: a/b',
      'headers false: key',
      'headers true: va"l',
      'ids false: corr',
      'ids false: target',
      'ids false: cause',
      'ids false: 00-trace',
      'hooks true: cap',
      'hooks true: intent',
      'hooks true: model',
      'unknown true: free text',
      `unknown true: ${bytesField(1, bytesField(1, 'nested text')).toString()}`,
      'unknown true: nested text',
    ]);
  });

  it('are the names of a hello, never its token', () => {
    const hello = Buffer.concat([
      varintField(1, 2),
      bytesField(2, 'Ann'),
      bytesField(3, 'cap'),
      bytesField(4, 'sdk'),
      bytesField(5, 'feature'),
      bytesField(6, 'credential'),
    ]);
    const { surfaces } = segment(scannedCommand(48, hello));
    expect(surfaces.slice(1).map(textOf)).toEqual(['Ann', 'cap', 'sdk', 'feature']);
    // People read them, the bus does not: they can be masked.
    expect(surfaces.slice(1).every(({ maskable }) => maskable)).toBe(true);
  });

  it('are the arguments of a command, never a credential', () => {
    const position = Buffer.concat([bytesField(1, 'news'), fixed32Field(2, 9), varintField(3, 7)]);
    const join = Buffer.concat([bytesField(1, 'lobby'), bytesField(2, 'chat.*'), bytesField(3, position)]);
    const { surfaces } = segment(scannedCommand(50, bytesField(3, join)));
    expect(surfaces.map((surface) => `${surface.part} ${textOf(surface)}`)).toEqual([
      'ids m1',
      'command lobby',
      'command chat.*',
      'command news',
    ]);
    const refresh = segment(scannedCommand(50, bytesField(12, bytesField(1, 'credential'))));
    expect(refresh.surfaces.map(textOf)).toEqual(['m1']);
  });
});
