/**
 * The same content in other clothes: what is found as it is must be found inside JSON, in JSON with escapes, in a
 * Protobuf field and in base64, because agents send it that way. Each wrapping can be taken off again, so that one
 * expectation about the content serves all of them. [C-DET-2]
 */
import type { Result } from '../../base/result.js';
import { err, ok } from '../../base/result.js';

export const WRAPPINGS = ['raw', 'json', 'json-escaped', 'protobuf', 'base64'] as const;
export type Wrapping = (typeof WRAPPINGS)[number];

/** Field 3, length-delimited: the tag is no printable character and no part of any token. */
const PROTOBUF_TAG = 0x1a;
const BEFORE = '{"note":"case","data":"';
const AFTER = '"}';

/** null where the content type given with the content still holds. */
export const WRAPPED_CONTENT_TYPE: Readonly<Record<Wrapping, string | null>> = {
  raw: null,
  json: 'application/json',
  'json-escaped': 'application/json',
  protobuf: 'application/x-protobuf',
  base64: 'application/json',
};

/** The error is a sentence for people: JSON holds text only. */
export function wrap(content: Buffer, wrapping: Wrapping): Result<Buffer, string> {
  switch (wrapping) {
    case 'raw':
      return ok(content);
    case 'protobuf':
      return ok(Buffer.concat([Buffer.from([0x08, 0x2a, PROTOBUF_TAG, ...varint(content.length)]), content]));
    case 'base64':
      return ok(Buffer.from(`${BEFORE}${content.toString('base64')}${AFTER}`));
    case 'json':
    case 'json-escaped': {
      const text = utf8Text(content);
      if (text === null) return err(`a payload that is not text cannot be wrapped as ${wrapping}`);
      const inner = wrapping === 'json' ? JSON.stringify(text).slice(1, -1) : escapeEveryThird(text);
      return ok(Buffer.from(`${BEFORE}${inner}${AFTER}`));
    }
  }
}

/** The content again; null where what was delivered is not wrapped as it was sent. */
export function unwrap(delivered: Buffer, wrapping: Wrapping): Buffer | null {
  switch (wrapping) {
    case 'raw':
      return delivered;
    case 'protobuf':
      return unwrapProtobuf(delivered);
    case 'base64': {
      const data = jsonData(delivered);
      return data === null ? null : Buffer.from(data, 'base64');
    }
    case 'json':
    case 'json-escaped': {
      const data = jsonData(delivered);
      return data === null ? null : Buffer.from(data);
    }
  }
}

/** Every third character as `\uXXXX`, the rest as JSON writes it: mixed, as producers write it that escape a few. */
function escapeEveryThird(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const mustEscape = unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit < 0xe000);
    if (index % 3 === 0 || mustEscape) escaped += `\\u${unit.toString(16).padStart(4, '0')}`;
    else escaped += text.charAt(index);
  }
  return escaped;
}

function jsonData(delivered: Buffer): string | null {
  const text = utf8Text(delivered);
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as { data?: unknown } | null;
    return typeof value?.data === 'string' ? value.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function unwrapProtobuf(delivered: Buffer): Buffer | null {
  if (delivered[0] !== 0x08 || delivered[1] !== 0x2a || delivered[2] !== PROTOBUF_TAG) return null;
  let length = 0;
  let at = 3;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = delivered[at];
    if (byte === undefined) return null;
    at += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return at + length === delivered.length ? delivered.subarray(at) : null;
  }
  return null;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
