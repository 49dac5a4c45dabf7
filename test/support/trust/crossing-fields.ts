/** Which fields of the protocol programs write, and which there are to be written: read from the schema, not by hand. */
import type { Field, Type } from 'protobufjs';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import { Random } from '../protocol/random.js';
import { generateProgram } from './crossing-program.js';
import type { Names } from './crossing-step.js';

/** The members of Envelope's body that clients write. */
const CLIENT_BODIES: ReadonlySet<string> = new Set(['hello', 'command']);

/** Paths of all fields, by who may write them: `room`, `command.join.recover.epoch`, ... */
export function fieldsOfProtocol(): { readonly client: readonly string[]; readonly server: readonly string[] } {
  const envelope = loadSchema().lookupType('arqonbus.v1.Envelope');
  const [client, server]: [string[], string[]] = [[], []];
  for (const field of envelope.fieldsArray) {
    const isClients =
      field.partOf === null ? field.options?.['(owner)'] === 'OWNER_CLIENT' : CLIENT_BODIES.has(field.name);
    if (isClients) client.push(...leavesOf(field, ''));
    else server.push(nameOf(field));
  }
  return { client: client.sort(), server: server.sort() };
}

function leavesOf(field: Field, prefix: string): string[] {
  const path = `${prefix}${nameOf(field)}`;
  const type: unknown = field.resolve().resolvedType;
  if (field.map || type === null || typeof type !== 'object' || !('fieldsArray' in type)) return [path];
  const { fieldsArray } = type as Type;
  // A command without arguments is written by being there.
  return fieldsArray.length === 0 ? [path] : fieldsArray.flatMap((inner) => leavesOf(inner, `${path}.`));
}

/** As programs write it: the schema keeps the names of the .proto files. */
function nameOf({ name }: Field): string {
  return name.replaceAll(/_([a-z])/g, (_text, letter: string) => letter.toUpperCase());
}

/** What programs wrote: by path, the values of each tenant as text. */
export type Written = ReadonlyMap<string, { readonly a: ReadonlySet<string>; readonly b: ReadonlySet<string> }>;

export function fieldsOfPrograms(programs: number, seed: number): Written {
  const random = new Random(seed);
  const written = new Map<string, { a: Set<string>; b: Set<string> }>();

  for (let program = 0; program < programs; program += 1) {
    for (const { tenant, act } of generateProgram(random, 60)) {
      const note = (path: string, value: unknown): void => {
        if (value === null || value === undefined || value === '' || value === 0 || value === false) return;
        if (Array.isArray(value)) return value.forEach((item) => note(path, item));
        if (typeof value === 'object' && !(value instanceof Uint8Array)) {
          const inner = Object.entries(value);
          const isMap = path === 'headers';
          if (inner.length > 0 && !isMap) return inner.forEach(([name, item]) => note(join(path, name), item));
        }
        const values = written.get(path) ?? { a: new Set(), b: new Set() };
        values[tenant].add(value instanceof Uint8Array ? Buffer.from(value).toString('hex') : JSON.stringify(value));
        written.set(path, values);
      };
      if (act.kind === 'send') note('', act.make(namesFor(tenant)));
      if (act.kind === 'reconnect') note('hello', { ...act.hello, token: act.token });
    }
  }
  return written;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Names that say whose they are, whoever asks: what A calls its own is what B calls theirs. */
function namesFor(tenant: 'a' | 'b'): Names {
  const other = tenant === 'a' ? 'b' : 'a';
  const of = (whose: 'own' | 'theirs') => (whose === 'own' ? tenant : other);
  return {
    client: (whose, index) => `client ${of(whose)}${index}`,
    epoch: (whose, nth) => (of(whose) === 'a' ? 1_000 : 2_000) + nth,
    token: (whose, kind) => `${of(whose)} ${kind}`,
    tenant: of,
  };
}
