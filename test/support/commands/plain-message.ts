import { readUint64, type Uint64Field } from '../../../src/protocol/codec.js';

/** A decoded message as a plain object with its defaults filled in and 64-bit fields as numbers, for comparing. */
export function plainMessage<T extends object>(message: T): T {
  return plain(message) as T;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if ('low' in value && 'high' in value) return readUint64(value as Uint64Field);
  const copy: Record<string, unknown> = {};
  // Defaults live on the prototype, so inherited properties count.
  for (const name in value) {
    const field: unknown = Reflect.get(value, name);
    if (typeof field !== 'function' && field !== null && field !== undefined) copy[name] = plain(field);
  }
  return copy;
}
