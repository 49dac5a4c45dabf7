/** The laws of looking and masking, for any message. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/casil/inspection.js';
import { applyRedaction } from '../../../../src/casil/redact/apply-redaction.js';
import { JsonWalker } from '../../../../src/casil/surfaces/json-walker.js';
import type { Segmentation, Surface } from '../../../../src/casil/surfaces/surface.js';
import { WireCursor } from '../../../../src/casil/surfaces/wire-walker.js';
import type { EnvelopeView } from '../../../../src/protocol/envelope-scanner.js';
import { isUtf8 } from '../../../../src/protocol/utf8.js';
import { bytesField, fixed32Field, varintField } from '../../../support/protocol/raw-fields.js';
import { payloadOf, scanned, segment, told } from '../surfaces/envelopes.js';
import { findWord, findingOf, payloadText, redacted } from './findings.js';

/** One text in a thousand passes for a Protobuf message: the same texts in every run. */
const SEED = 20_261;

/** JSON as other encoders write it: any character of a string may be an escape. */
function writeJson(value: unknown, isEscaped: () => boolean): string {
  return JSON.stringify(value).replace(/[^"\\{}[\],:]/g, (character, offset: number, json: string) => {
    // Outside strings, and right after a backslash, nothing can be escaped.
    const isInString = (json.slice(0, offset).match(/(?<!\\)(?:\\\\)*"/g) ?? []).length % 2 === 1;
    const follows = /(?<!\\)(?:\\\\)*\\(?:u[0-9a-f]{0,3})?$/.test(json.slice(0, offset));
    if (!isInString || follows || !isEscaped()) return character;
    return [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join('');
  });
}

const anyJson = fc
  .tuple(fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }), fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }))
  .map(([value, choices]) => {
    let next = 0;
    return writeJson(value, () => choices[(next += 1) % choices.length] === true);
  });

const anyMessage: fc.Arbitrary<Buffer> = fc.letrec<{ message: Buffer; field: Buffer }>((tie) => ({
  message: fc.array(tie('field'), { minLength: 1, maxLength: 5 }).map((fields) => Buffer.concat(fields)),
  field: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.string({ unit: 'grapheme' }))
      .map(([number, text]) => bytesField(number, text)),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.uint8Array({ maxLength: 30 }))
      .map(([number, bytes]) => bytesField(number, bytes)),
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat()).map(([number, value]) => varintField(number, value)),
    fc.integer({ min: 1, max: 40 }).map((number) => fixed32Field(number, 7)),
    fc.tuple(fc.integer({ min: 1, max: 40 }), tie('message')).map(([number, message]) => bytesField(number, message)),
  ),
})).message;

const anyPayload: fc.Arbitrary<Buffer> = fc.oneof(
  anyJson.map((json) => Buffer.from(json)),
  fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
  fc.string({ unit: fc.constantFrom('\\', '"', 'n', 'u', '0', '{', 'é', '/') }).map((text) => Buffer.from(text)),
  fc.string({ minLength: 20 }).map((text) => Buffer.from(JSON.stringify([Buffer.from(text).toString('base64')]))),
  anyMessage,
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** Choices of ranges in any surface, from numbers. */
const anyPicks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 30 })), {
  minLength: 1,
  maxLength: 6,
});

function pick(candidates: readonly Surface[], picks: readonly [number, number, number][]): Finding[] {
  const all = candidates.filter(({ maskable, from, to }) => maskable && to > from);
  if (all.length === 0) return [];
  return picks.map(([which, at, length]) => {
    const surface = all[which % all.length] as Surface;
    const start = surface.from + (at % (surface.to - surface.from));
    return findingOf(surface, start, Math.min(surface.to, start + length));
  });
}

function everySurface({ surfaces, documents }: Segmentation): readonly Surface[] {
  return [...surfaces, ...documents];
}

/** Kinds and order of what JSON is made of. */
function tokens(bytes: Buffer): string {
  const walker = new JsonWalker();
  walker.reset(bytes, 0, bytes.length, true);
  let shape = '';
  while (walker.next()) shape += `${walker.kind}@${walker.depth} `;
  return `${shape}${walker.malformed}`;
}

/** Places and sizes of the fields of a message. */
function fields(bytes: Buffer): string {
  const cursor = new WireCursor();
  cursor.reset(bytes, 0, bytes.length);
  let shape = '';
  while (cursor.next()) shape += `${cursor.start}-${cursor.end}-${cursor.isBytes} `;
  return `${shape}${cursor.malformed}`;
}

function payloadBytes(view: EnvelopeView): Buffer {
  return Buffer.from(view.bytes.subarray(view.payloadStart, view.payloadEnd));
}

describe('for any message and any findings in it [C-RED-1]', () => {
  it('the mask keeps the length, the envelope and what the payload is', () => {
    fc.assert(
      fc.property(anyPayload, anyPicks, (payload, picks) => {
        const view = payloadOf(payload);
        const segmentation = segment(view);
        const { payloadForm } = segmentation;
        const { view: after } = redacted(view, pick(everySurface(segmentation), picks));
        const masked = payloadBytes(after);
        expect(masked).toHaveLength(payload.length);
        if (payloadForm === 'protobuf') expect(fields(masked)).toBe(fields(payload));
        if (isUtf8(payload, 0, payload.length)) expect(isUtf8(masked, 0, masked.length)).toBe(true);
      }),
      { numRuns: 600, seed: SEED },
    );
  });

  it('JSON keeps its structure: strings, numbers and the rest stay where they were', () => {
    fc.assert(
      fc.property(anyJson, anyPicks, (json, picks) => {
        const view = payloadOf(json, 'application/json');
        const { view: after } = redacted(view, pick(everySurface(segment(view)), picks));
        expect(() => JSON.parse(payloadText(after)) as unknown).not.toThrow();
        expect(tokens(payloadBytes(after))).toBe(tokens(Buffer.from(json)));
      }),
      { numRuns: 600, seed: SEED },
    );
  });

  it('nothing outside the findings changes but the rest of a literal, and everything maskable inside does', () => {
    fc.assert(
      fc.property(anyPayload, anyPicks, (payload, picks) => {
        const view = payloadOf(payload);
        // A finding in a document may begin inside an escape, of which the whole is masked.
        const findings = pick(segment(view).surfaces, picks);
        const covered = new Set<number>();
        for (const { surface, start, end } of findings) {
          for (let at = surface.sourceStart(start); at < surface.sourceEnd(end); at += 1) covered.add(at - view.start);
        }
        const before = view.bytes.subarray(view.start, view.end);
        const { bytes: after, unmasked } = applyRedaction(view, findings);
        for (let at = 0; at < before.length; at += 1) {
          if (before[at] === after[at] || covered.has(at)) continue;
          expect(before.toString('latin1', Math.max(0, at - 4), at + 5)).toMatch(/true|false|null/);
        }
        for (const { surface, start, end } of findings.filter((finding) => !unmasked.includes(finding))) {
          if (surface.encoding === 'plain' && (surface.form === 'text' || surface.form === 'opaque')) {
            expect(new Set(after.subarray(start - view.start, end - view.start))).toEqual(new Set([0x2a]));
          }
        }
      }),
      { numRuns: 600, seed: SEED },
    );
  });
});

/** Ways to send a text, by name. */
const WRAPS: Readonly<Record<string, (text: string) => string | Buffer>> = {
  text: (text) => `before ${text} after`,
  JSON: (text) => JSON.stringify({ a: [1, { key: text }], b: true }),
  'JSON with escapes': (text) => writeJson({ note: `\n\t"${text}"/`, b: 1 }, () => true),
  'JSON in JSON': (text) => JSON.stringify({ a: JSON.stringify({ b: `\n${text}\n` }) }),
  'a Protobuf field': (text) =>
    Buffer.concat([varintField(1, 9), bytesField(2, text), bytesField(3, Buffer.from([0, 255]))]),
  'a nested Protobuf field': (text) =>
    bytesField(1, bytesField(2, Buffer.concat([varintField(1, 9), bytesField(4, text)]))),
  'JSON in a Protobuf field': (text) => bytesField(1, JSON.stringify({ a: `\n${text}` })),
  base64: (text) => Buffer.from(`some words and ${text}`).toString('base64'),
  'url-safe base64 in JSON': (text) =>
    JSON.stringify({ a: Buffer.from(`?? ${text} >> and so on`).toString('base64url') }),
  'JSON in base64 in JSON': (text) =>
    JSON.stringify({ a: Buffer.from(JSON.stringify({ b: `a line\n${text}`, c: [1, 2] })).toString('base64') }),
  'base64 with escaped slashes': (text) =>
    JSON.stringify({ a: Buffer.from(`~~~???~~~??? ${text}`).toString('base64') }).replaceAll('/', '\\/'),
  'a Protobuf field in base64': (text) => bytesField(2, `some words ${text}`).toString('base64'),
};

describe.each(Object.entries(WRAPS))('a secret in %s', (_name, wrap) => {
  const secret = fc.string({
    unit: fc.constantFrom(...'abcdefghkmnpqrstuvwxyzACDEFGHKLMNPRSTUVWXYZ'),
    minLength: 12,
    maxLength: 60,
  });

  it('is shown, told once and masked so that nobody sees it again [C-SURF-2] [C-RED-1]', () => {
    fc.assert(
      fc.property(secret, (text) => {
        const view = payloadOf(wrap(`=${text}=`));
        const findings = findWord(segment(view), text);
        // Bytes that are text and Protobuf are looked at both ways, and both see the same bytes of the message.
        const places = findings.map(({ surface, start, end }) => [surface.sourceStart(start), surface.sourceEnd(end)]);
        expect(new Set(places.map(String)).size).toBe(1);
        const { view: after, unmasked } = redacted(view, findings);
        expect(unmasked).toBe(0);
        const again = segment(after);
        expect(findWord(again, text)).toEqual([]);
        const stars = told(again).filter((line) => line.includes('*'.repeat(text.length)));
        expect(stars.length).toBeGreaterThan(0);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('for any bytes [P8]', () => {
  it('segmentation never throws, is the same every time, and its maps lead forward and inside the message', () => {
    fc.assert(
      fc.property(anyPayload, anyPayload, fc.boolean(), (payload, other, isCut) => {
        const view = scanned(bytesField(6, payload), bytesField(70, other));
        const limits = isCut ? { inspectBytesMax: 50, decodeBytesMax: 60, surfacesMax: 9 } : {};
        const first = told(segment(view, limits));
        const segmentation = segment(view, limits);
        expect(told(segmentation)).toEqual(first);
        for (const surface of segmentation.surfaces) {
          let lastStart = view.start;
          let lastEnd = view.start;
          for (let at = surface.from; at < surface.to; at += 1) {
            const start = surface.sourceStart(at);
            const end = surface.sourceEnd(at + 1);
            expect(start).toBeGreaterThanOrEqual(lastStart);
            expect(end).toBeGreaterThanOrEqual(lastEnd);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(view.end);
            lastStart = start;
            lastEnd = end;
          }
        }
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('every byte of JSON, text and unknown form is covered by what is looked at', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const view = payloadOf(payload);
        const { surfaces, payloadForm } = segment(view);
        if (payloadForm === 'protobuf') return;
        const covered = new Set<number>();
        for (const surface of surfaces) {
          if (surface.part !== 'payload') continue;
          for (let at = surface.from; at < surface.to; at += 1) {
            for (let from = surface.sourceStart(at); from < surface.sourceEnd(at + 1); from += 1) covered.add(from);
          }
        }
        expect(covered.size).toBe(payload.length);
      }),
      { numRuns: 400, seed: SEED },
    );
  });
});
