/** Payloads: bytes stay bytes, text becomes UTF-8, everything else becomes JSON. */
import { invalidArgument } from './errors.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** `unknown` objects are taken too: whatever JSON.stringify makes of them is sent. */
export type Payload = Uint8Array | string | JsonValue | object;

const encoder = new TextEncoder();

export function encodePayload(payload: Payload): { bytes: Uint8Array; contentType: string } {
  if (payload instanceof Uint8Array) return { bytes: payload, contentType: '' };
  if (typeof payload === 'string') return { bytes: encoder.encode(payload), contentType: 'text/plain' };
  const text = JSON.stringify(payload) as string | undefined;
  if (text === undefined) throw invalidArgument('payload', 'must be bytes, text or a JSON value');
  return { bytes: encoder.encode(text), contentType: 'application/json' };
}
