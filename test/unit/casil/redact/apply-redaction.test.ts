import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../../src/casil/surfaces/surface.js';
import { bytesField, varintField } from '../../../support/protocol/raw-fields.js';
import { payloadOf, scanned, segment } from '../surfaces/envelopes.js';
import { findWord, findingOf, payloadText, redacted } from './findings.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');

function maskWord(payload: string | Uint8Array, word: string): string {
  const view = payloadOf(payload);
  const findings = findWord(segment(view), word);
  expect(findings).toHaveLength(1);
  const { view: after, unmasked } = redacted(view, findings);
  expect(unmasked).toBe(0);
  return payloadText(after);
}

describe('a mask in text and JSON [C-RED-1]', () => {
  it.each([
    ['text', 'a SECRET b', 'SECRET', 'a ****** b'],
    ['text of other scripts', 'ä geheim ö', 'geheim', 'ä ****** ö'],
    ['a character of several bytes', 'x€y', '€', 'x***y'],
    ['a string', '{"a":"xSECRETy"}', 'SECRET', '{"a":"x******y"}'],
    ['a key', '{"SECRET":{}}', 'SECRET', '{"******":{}}'],
    ['a key at the end', '{"a":1,"SECRET":[]}', 'SECRET', '{"a":1,"******":[]}'],
    ['more than one value', '{"a":"b","c":"d"}', 'b","c":"d', '{"a":"*","*":"*"}'],
    ['a string with escapes', '{"a":"x\\nSEC\\"RET"}', 'SEC"RET', '{"a":"x\\n********"}'],
    ['\\u escapes', '"\\u0053ECRE\\u0054!"', 'SECRET', '"****************!"'],
    ['a surrogate pair', '"a\\ud83d\\ude00b"', '😀', '"a************b"'],
    ['a number', '{"a":-4012.50e-3}', '4012.50', '{"a":-1111.11e-3}'],
    ['part of a number', '[41112]', '111', '[41112]'],
    ['true', '[true,1]', 'true', '[null,1]'],
    ['false', '[false,1]', 'false', '[null ,1]'],
    ['JSON in JSON', '{"a":"{\\"b\\":\\"SECRET\\"}"}', 'SECRET', '{"a":"{\\"b\\":\\"******\\"}"}'],
    [
      'a number in JSON in JSON',
      '{"a":"{\\"b\\": 4012,\\"c\\":\\"d\\"}"}',
      '4012',
      '{"a":"{\\"b\\": 1111,\\"c\\":\\"d\\"}"}',
    ],
    ['escapes in escapes', '{"a":"{\\"b\\":\\"\\\\nS\\"}"}', '\nS', '{"a":"{\\"b\\":\\"****\\"}"}'],
    ['text with escapes', 'log: \\"S\\nE\\"', 'S\nE', 'log: \\"****\\"'],
    ['broken JSON', '{"a":"b"} SECRET {', 'SECRET', '{"a":"b"} ****** {'],
  ])('%s', (_name, payload, word, expected) => {
    expect(maskWord(payload, word)).toBe(expected);
  });

  it('changes no byte of quotes, commas and blanks', () => {
    const view = payloadOf('{"a": [1, "b"]}');
    const [, payload] = segment(view).surfaces as [Surface, Surface];
    const { view: after } = redacted(view, [findingOf(payload, payload.from, payload.to)]);
    expect(payloadText(after)).toBe('{"*": [1, "*"]}');
  });

  it('is laid once where findings overlap', () => {
    const view = payloadOf('abcdefgh');
    const [, payload] = segment(view).surfaces as [Surface, Surface];
    const at = payload.from;
    const { view: after } = redacted(view, [
      findingOf(payload, at + 3, at + 6),
      findingOf(payload, at + 1, at + 4),
      findingOf(payload, at + 4, at + 5),
    ]);
    expect(payloadText(after)).toBe('a*****gh');
  });
});

describe('a mask in base64 [C-RED-1]', () => {
  const TEXT = 'the value of it is SECRET, as you know??>>';
  const MASKED = TEXT.replace('SECRET', '******');

  it.each([
    ['standard', base64(TEXT), base64(MASKED)],
    ['url-safe, without padding', base64url(TEXT), base64url(MASKED)],
    ['padded', base64(`${TEXT}!`), base64(`${MASKED}!`)],
    ['padded twice', base64(`${TEXT}!!`), base64(`${MASKED}!!`)],
    ['in JSON', JSON.stringify({ a: base64(TEXT) }), JSON.stringify({ a: base64(MASKED) })],
    ['of JSON', base64('{"a":"b","c":"SECRET","d":[1,2]}'), base64('{"a":"b","c":"******","d":[1,2]}')],
    ['of JSON with escapes', base64('{"a":"\\nb","c":"\\u0053ECRET"}'), base64('{"a":"\\nb","c":"***********"}')],
  ])('%s', (_name, payload, expected) => {
    expect(maskWord(payload, 'SECRET')).toBe(expected);
  });

  it('in lines', () => {
    const lines = (text: string): string => (base64(text).match(/.{1,64}/g) ?? []).join('\r\n');
    const long = `${'some words before it, '.repeat(6)}SECRET${', some after'.repeat(3)}`;
    expect(maskWord(lines(long), 'SECRET')).toBe(lines(long.replace('SECRET', '******')));
    const inJson = JSON.stringify({ a: lines(long) });
    expect(maskWord(inJson, 'SECRET')).toBe(JSON.stringify({ a: lines(long.replace('SECRET', '******')) }));
  });

  it('of a Protobuf message leaves its fields', () => {
    const message = (word: string): string =>
      Buffer.concat([varintField(1, 3), bytesField(2, `some words and ${word} and more`)]).toString('base64');
    expect(maskWord(message('SECRET'), 'SECRET')).toBe(message('******'));
  });

  it('leaves a slash that is written as an escape', () => {
    // Three bytes of which the base64 is AA/A: no room for another character where the slash is.
    const text = 'words and more words SE??RET words';
    const escaped = JSON.stringify(base64(text)).replaceAll('/', '\\/');
    expect(escaped).toContain('\\/');
    const view = payloadOf(escaped);
    const { view: after, unmasked } = redacted(view, findWord(segment(view), 'SE??RET'));
    expect(unmasked).toBe(0);
    const decoded = Buffer.from(JSON.parse(payloadText(after)) as string, 'base64').toString('latin1');
    expect(decoded).toHaveLength(text.length);
    expect(decoded).not.toContain('RET');
    expect(decoded.startsWith('words and more words ')).toBe(true);
  });

  it('gives way to a mask over all of it', () => {
    const encoded = base64(TEXT);
    const view = payloadOf(encoded);
    const segmentation = segment(view);
    const [whole] = findWord(segmentation, encoded);
    const [inside] = findWord(segmentation, 'SECRET');
    const { view: after } = redacted(
      view,
      [whole, inside].flatMap((finding) => finding ?? []),
    );
    expect(payloadText(after)).toBe('*'.repeat(encoded.length));
  });
});

describe('a mask in bytes [C-RED-1]', () => {
  it('stays within a Protobuf field', () => {
    const message = (word: string): Buffer =>
      Buffer.concat([bytesField(1, word), bytesField(2, bytesField(1, word)), varintField(3, 7)]);
    const view = payloadOf(message('SECRET'));
    const { view: after, unmasked } = redacted(view, findWord(segment(view), 'SECRET'));
    expect(unmasked).toBe(0);
    expect(payloadText(after)).toBe(message('******').toString());
  });

  it('leaves tags and lengths, where a Protobuf payload has more texts than there may be surfaces', () => {
    const view = payloadOf(Buffer.concat(Array.from({ length: 9 }, () => bytesField(2, 'SECRET\u0001'))));
    const segmentation = segment(view, { surfacesMax: 9 });
    expect(segmentation.truncated).toBe(true);
    const rest = segmentation.surfaces.at(-1) as Surface;
    const { view: after, unmasked } = redacted(view, [findingOf(rest, rest.from, rest.to)]);
    expect(unmasked).toBe(0);
    expect(segment(after).surfaces.filter(({ part, form }) => part === 'payload' && form !== 'protobuf')).toHaveLength(
      9,
    );
    expect(payloadText(after).endsWith('*******\x12\x07*******')).toBe(true);
  });

  it('keeps characters whole where text has control characters', () => {
    const view = payloadOf('a\u0000ä€z');
    const [, payload] = segment(view).surfaces as [Surface, Surface];
    expect(payload.form).toBe('opaque');
    const { view: after } = redacted(view, [findingOf(payload, payload.from + 3, payload.from + 5)]);
    expect(payloadText(after)).toBe('a\u0000*****z');
  });

  it('keeps the headers of MessagePack', () => {
    const blob = (word: string): Buffer =>
      Buffer.concat([
        Buffer.from([0x82, 0xa1, 0x61, 0xc3, 0xa1, 0x62, 0xd9, word.length]),
        Buffer.from(word),
        Buffer.from([0xa1, 0x63]),
      ]);
    const word = `key-${'x'.repeat(40)}`;
    expect(maskWord(blob(word), word)).toBe(blob('*'.repeat(word.length)).toString());
  });
});

describe('what is not masked [C-RED-1]', () => {
  it('is what the bus interprets, and is told', () => {
    const view = scanned(
      bytesField(8, Buffer.concat([bytesField(1, 'SECRET'), bytesField(2, 'x SECRET')])),
      bytesField(9, 'SECRET'),
      bytesField(16, 'SECRET'),
      bytesField(41, 'the SECRET'),
    );
    const findings = findWord(segment(view), 'SECRET');
    expect(findings).toHaveLength(5);
    const { view: after, unmasked } = redacted(view, findings);
    expect(unmasked).toBe(3);
    expect(after.correlationId()).toBe('SECRET');
    expect(after.target()).toBe('SECRET');
    expect(after.bytes.includes('x ******')).toBe(true);
    expect(after.bytes.includes('the ******')).toBe(true);
  });

  it('is a finding between the values of JSON, and is told', () => {
    const view = payloadOf('{"a":   1}');
    const [, payload] = segment(view).surfaces as [Surface, Surface];
    expect(redacted(view, [findingOf(payload, payload.from + 5, payload.from + 8)]).unmasked).toBe(1);
  });

  it('is a surface that was not made by the segmenter', () => {
    const view = payloadOf('SECRET');
    const [, payload] = segment(view).surfaces as [Surface, Surface];
    const foreign: Surface = { ...payload, maskable: true, sourceStart: (at) => at, sourceEnd: (at) => at };
    expect(redacted(view, [findingOf(foreign, payload.from, payload.to)]).unmasked).toBe(1);
  });
});
