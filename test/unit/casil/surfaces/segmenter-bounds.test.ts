import { describe, expect, it } from 'vitest';
import { bytesField } from '../../../support/protocol/raw-fields.js';
import { payloadOf, scanned, segment, textOf, told, toldFields, work } from './envelopes.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('payload bytes that are looked at [C-SURF-1]', () => {
  it.each([
    ['at the bound', 'x'.repeat(100), 100, 100, false],
    ['one past it', 'x'.repeat(101), 100, 100, true],
    ['cut before a character', `${'x'.repeat(98)}€`, 100, 98, true],
  ])('%s', (_name, payload, inspectBytesMax, length, truncated) => {
    const segmentation = segment(payloadOf(payload), { inspectBytesMax });
    const surface = segmentation.surfaces.at(-1);
    expect(surface === undefined ? 0 : surface.to - surface.from).toBe(length);
    expect(segmentation.truncated).toBe(truncated);
  });

  it('are those of JSON and Protobuf too, whose form is known from them', () => {
    const json = JSON.stringify({ a: 'x'.repeat(200), b: 'tail' });
    expect(segment(payloadOf(json), { inspectBytesMax: 100 })).toMatchObject({ payloadForm: 'json', truncated: true });
    const message = Buffer.concat([bytesField(1, 'a'.repeat(60)), bytesField(2, 'b'.repeat(60)), bytesField(3, 'c')]);
    const segmentation = segment(payloadOf(message), { inspectBytesMax: 100 });
    expect(segmentation).toMatchObject({ payloadForm: 'protobuf', truncated: true });
    expect(toldFields(segmentation)).toEqual([
      `payload text plain: ${'a'.repeat(60)}`,
      `payload text plain: ${'b'.repeat(36)}`,
    ]);
  });

  it('do not count with those of the other parts, which have the same bound together', () => {
    const parts = [bytesField(41, 'i'.repeat(60)), bytesField(64, 'u'.repeat(60))];
    // Two bytes of the id count too.
    expect(segment(scanned(bytesField(6, 'p'.repeat(122)), ...parts), { inspectBytesMax: 122 }).truncated).toBe(false);
    const segmentation = segment(scanned(bytesField(6, 'p'.repeat(121)), ...parts), { inspectBytesMax: 121 });
    expect(segmentation.truncated).toBe(true);
    expect(textOf(segmentation.surfaces.at(-1) as never)).toBe('u'.repeat(59));
  });
});

describe('decoded bytes [C-SURF-2]', () => {
  const escaped = `"${'a\\n'.repeat(20)}"`;

  it('are bounded, and what is past the bound is looked at as it is', () => {
    expect(segment(payloadOf(escaped), { decodeBytesMax: escaped.length }).truncated).toBe(false);
    const segmentation = segment(payloadOf(escaped), { decodeBytesMax: escaped.length - 1 });
    expect(segmentation.truncated).toBe(true);
    expect(told(segmentation)).toEqual([`payload json escaped: "${'a\n'.repeat(20)}`, 'payload text plain: "']);
    expect(told(segment(payloadOf(escaped), { decodeBytesMax: 0 }))).toEqual([`payload text plain: ${escaped}`]);
  });

  it('are bounded for all of a message together', () => {
    const words = base64('these are words and nothing but words');
    const payload = JSON.stringify([words, words]);
    const both = segment(payloadOf(payload), { decodeBytesMax: 74 });
    expect(both.truncated).toBe(false);
    expect(told(both)).toHaveLength(3);
    const one = segment(payloadOf(payload), { decodeBytesMax: 73 });
    expect(one.truncated).toBe(true);
    expect(told(one).at(-1)).toBe('payload text base64: these are words and nothing but word');
  });

  it.each([
    [
      'random bytes',
      Buffer.from(Array.from({ length: 48 }, (_, index) => (index * 167 + 43) & 0xff)).toString('base64'),
    ],
    [
      'an image',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('x'.repeat(60))]).toString('base64'),
    ],
    ['a GIF', base64(`GIF89a${'x'.repeat(60)}`)],
    ['gzip', Buffer.concat([Buffer.from('1f8b0800', 'hex'), Buffer.from('x'.repeat(60))]).toString('base64')],
    ['a hash', '3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed'],
    ['a UUID', '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'],
    ['one character less than a run', base64('seventeen letters').replaceAll('=', '').slice(0, 23)],
    ['a long name', 'customer-support-conversation-transcript'],
  ])('are not those of %s', (_name, text) => {
    expect(told(segment(payloadOf(JSON.stringify({ a: text }))))).toHaveLength(1);
  });

  it.each([
    ['the shortest run', base64('eighteen letters !')],
    ['text of other scripts', base64('これは日本語の文章です。とても長いです。')],
    ['url-safe and without padding', Buffer.from('words and ?? >> words!!').toString('base64url')],
    ['Protobuf with text', Buffer.from(bytesField(1, 'a text of some length in it')).toString('base64')],
  ])('are those of %s', (_name, text) => {
    expect(told(segment(payloadOf(JSON.stringify({ a: text }))))).toHaveLength(2);
  });
});

describe('surfaces [P8]', () => {
  const texts = (count: number): Buffer =>
    Buffer.concat(Array.from({ length: count }, (_, index) => bytesField(1, `text\u0002${index}`)));

  it('are bounded: the rest of the payload is one, and the other parts still have theirs', () => {
    const headers = bytesField(8, Buffer.concat([bytesField(1, 'k'), bytesField(2, 'v')]));
    const segmentation = segment(scanned(bytesField(6, texts(50)), headers), { surfacesMax: 20 });
    expect(segmentation.truncated).toBe(true);
    expect(segmentation.surfaces.length).toBeLessThanOrEqual(20);
    expect(told(segmentation).slice(-2)).toEqual(['headers text plain: k', 'headers text plain: v']);
    const payload = segmentation.surfaces.filter(({ part }) => part === 'payload');
    expect(payload.at(-1)).toMatchObject({ form: 'protobuf' });
    expect(textOf(payload.at(-1) as never)).toContain('49');
  });

  it.each([0, 1, 2, 3])('are at most %d', (surfacesMax) => {
    const words = base64('these are words and nothing but words');
    for (const payload of [texts(9), '{"a":"\\n"}', JSON.stringify([words, words]), 'text']) {
      const segmentation = segment(payloadOf(payload), { surfacesMax });
      expect(segmentation.surfaces.length).toBeLessThanOrEqual(surfacesMax);
    }
    expect(segment(payloadOf(texts(9)), { surfacesMax }).truncated).toBe(true);
  });

  it('of messages within messages end at a depth, below which bytes are looked at as they are', () => {
    let message = bytesField(1, 'innermost\u0001');
    for (let depth = 0; depth < 40; depth += 1)
      message = Buffer.concat([bytesField(1, message), Buffer.from([0x10, 1])]);
    const segmentation = segment(payloadOf(message));
    expect(segmentation.surfaces.at(-1)).toMatchObject({ form: 'protobuf', encoding: 'plain' });
    expect(textOf(segmentation.surfaces.at(-1) as never)).toContain('innermost');
  });
});

describe('work [C-CHAIN-3]', () => {
  it('is about a unit per byte where nothing is decoded', () => {
    segment(payloadOf(JSON.stringify({ a: 'x y '.repeat(1000) })));
    expect(work.spent).toBeGreaterThan(4000);
    expect(work.spent).toBeLessThan(4200);
  });

  it('ends segmentation when it is spent, visibly', () => {
    const payload = JSON.stringify({ a: 'x\\n'.repeat(500), b: base64('words '.repeat(50)) });
    segment(payloadOf(payload));
    const needed = work.spent;
    expect(segment(payloadOf(payload), {}, needed).truncated).toBe(false);
    for (let units = 0; units < needed; units += 97) {
      expect(segment(payloadOf(payload), {}, units).truncated).toBe(true);
      expect(work.exhausted).toBe(true);
    }
  });
});

describe('a segmenter that is used again', () => {
  it('keeps nothing of the message before', () => {
    const first = told(segment(payloadOf('{"a":"\\n"}')));
    const segmentation = segment(payloadOf('text'));
    expect(told(segmentation)).toEqual(['payload text plain: text']);
    expect(segmentation.documents).toEqual([]);
    expect(told(segment(payloadOf('{"a":"\\n"}')))).toEqual(first);
  });
});
