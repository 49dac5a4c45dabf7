import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import { EnvelopeView, scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { FrameCursor } from '../../../src/protocol/frame-cursor.js';
import { readFrame } from '../../support/protocol/frame-reader.js';
import { ERROR_CATALOGUE } from '../../../src/protocol/generated/error-catalogue.js';
import { buildVectors } from '../../support/protocol/vectors.js';

interface Vector {
  readonly name: string;
  readonly hex: string;
  readonly decoded?: unknown;
  readonly code?: string;
  readonly field?: string;
  readonly envelopes?: readonly string[];
  readonly malformed?: boolean;
}

const FILES = ['accepted-envelopes.json', 'rejected-envelopes.json', 'client-frames.json', 'server-frames.json'];

function read(name: string): Vector[] {
  return JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8')) as Vector[];
}

const schema = loadSchema();

function decode(type: 'Envelope' | 'Frame', hex: string): unknown {
  const found = schema.lookupType(`arqonbus.v1.${type}`);
  return found.toObject(found.decode(Buffer.from(hex, 'hex')), { longs: String, enums: String, bytes: String });
}

function scan(hex: string): { name: string; field: string } | null {
  const bytes = Buffer.from(hex, 'hex');
  return scanEnvelope(bytes, 0, bytes.length, { payloadBytesMax: 4096 }, new EnvelopeView());
}

describe('golden vectors [S-PROTO-2] [S-PROTO-5]', () => {
  it('are what the code makes, and no file is forgotten', () => {
    const built = buildVectors();
    expect(Object.keys(built).sort()).toEqual([...FILES].sort());
    for (const name of FILES) expect(read(name), name).toEqual(JSON.parse(JSON.stringify(built[name])));
  });

  it.each(read('accepted-envelopes.json'))('accepted: $name', ({ hex, decoded }) => {
    expect(scan(hex)).toBeNull();
    expect(decode('Envelope', hex)).toEqual(decoded);
  });

  it.each(read('rejected-envelopes.json'))('rejected: $name', ({ hex, code, field }) => {
    expect(Object.keys(ERROR_CATALOGUE)).toContain(code);
    expect(scan(hex)).toMatchObject({ name: code, field });
  });

  it.each(read('client-frames.json'))('client Frame: $name', ({ hex, envelopes, malformed = false }) => {
    const bytes = Buffer.from(hex, 'hex');
    const cursor = new FrameCursor();
    cursor.reset(bytes);
    expect(cursor.malformed).toBe(malformed);
    const found: string[] = [];
    while (cursor.next()) found.push(bytes.toString('hex', cursor.start, cursor.end));
    expect(found).toEqual(envelopes ?? []);
  });

  it.each(read('server-frames.json'))('server Frame: $name', ({ hex, decoded }) => {
    expect(decode('Frame', hex)).toEqual(decoded);
    expect(readFrame(Buffer.from(hex, 'hex')).failures).toEqual([]);
  });

  it('name every case once', () => {
    for (const name of FILES) {
      const names = read(name).map((vector) => vector.name);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });
});
