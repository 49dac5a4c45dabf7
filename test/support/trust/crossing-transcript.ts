/** What a session is sent, as lines that are the same for the same behaviour: what is random gets names. */
import { readUint64, wire, type Uint64Field } from '../../../src/protocol/codec.js';

export interface TranscriptNames {
  /** By client id. */
  readonly clients: ReadonlyMap<string, string>;
  epoch(epoch: number): string;
}

/** Lists in the order of random client ids. */
const BY_CLIENT: ReadonlySet<string> = new Set(['members', 'joined', 'left']);

/** One line, with the fields that are set. */
export function describeMessage(value: unknown, names: TranscriptNames, key = ''): string {
  switch (typeof value) {
    case 'string':
      return `"${names.clients.get(value) ?? value}"`;
    case 'number':
      return key === 'epoch' ? names.epoch(value) : String(value);
    case 'object':
      return value === null ? 'null' : describeObject(value, names, key);
    default:
      return String(value);
  }
}

function describeObject(value: object, names: TranscriptNames, key: string): string {
  if (value instanceof Uint8Array) {
    if (key === 'envelopes') return describeMessage(wire.Envelope.decode(value), names);
    return `'${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')}'`;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => describeMessage(item, names, key));
    return `[${(BY_CLIENT.has(key) ? items.sort() : items).join(', ')}]`;
  }
  if ('low' in value && 'high' in value) return String(readUint64(value as Uint64Field));
  let text = '';
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined && item !== null) text += `${name}: ${describeMessage(item, names, name)}, `;
  }
  return `{${text}}`;
}
