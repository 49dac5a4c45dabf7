/** A message on its way out, from flags or from a record. */
import type { PublishOptions } from '../../client/exports.js';
import { decodeUtf8, parseJson } from '../output/message-record.js';

export interface Outgoing {
  readonly room: string;
  readonly channel: string;
  readonly payload: Uint8Array;
  readonly options: PublishOptions;
}

/** Larger than any limit a server can be configured to. */
export const BODY_BYTES_MAX = 16_777_216;

/** What a body is, by looking at it: JSON, text, or bytes without a type. */
export function guessContentType(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === null) return '';
  return parseJson(text) === undefined ? 'text/plain' : 'application/json';
}
