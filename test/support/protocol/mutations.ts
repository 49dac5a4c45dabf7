/** Ways to damage a serialized envelope, each at a random place. A mutation may also leave it valid. */
import { bytesField, tag, varintField } from './raw-fields.js';
import { readRawFields, type RawField } from './raw-reader.js';
import type { Random } from './random.js';

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 18, 20, 21, 31, 32, 34, 39, 40, 41, 42, 47];
const MORE_NUMBERS = [48, 49, 50, 51, 56, 57, 63, 64, 1000, 536_870_911, 536_870_912];
const TEXTS = ['', 'a', 'x'.repeat(128), 'x'.repeat(129), 'a b', 'é', '\u0000', 'y'.repeat(257), '__proto__'];
const VALUES = [0n, 1n, 2n, 6n, 7n, 127n, 128n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n, 2n ** 64n - 1n];

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipBit: (bytes, random) => edit(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  setByte: (bytes, random) =>
    edit(bytes, random, () => random.pick([0, 1, 0x7f, 0x80, 0xc0, 0xed, 0xff, random.below(256)])),
  truncate: (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  insertBytes: (bytes, random) => insert(bytes, random.below(bytes.length + 1), random.bytes(1 + random.below(4))),
  removeBytes: (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(4))]);
  },
  padVarint: (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const byte = bytes[at] ?? 0;
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte | 0x80, 0]), bytes.subarray(at + 1)]);
  },
  lengthLie: (bytes, random) => edit(bytes, random, (byte) => byte + random.pick([-1, 1, 2, 127])),
  appendField: (bytes, random) => Buffer.concat([bytes, randomField(random, 2)]),
  insertField: (bytes, random) =>
    spliceFields(bytes, (fields) => {
      fields.splice(random.below(fields.length + 1), 0, randomField(random, 2));
    }),
  duplicateField: (bytes, random) =>
    spliceFields(bytes, (fields) => {
      if (fields.length > 0) fields.splice(random.below(fields.length + 1), 0, random.pick(fields));
    }),
  removeField: (bytes, random) => spliceFields(bytes, (fields) => fields.splice(random.below(fields.length + 1), 1)),
  swapFields: (bytes, random) =>
    spliceFields(bytes, (fields) => {
      fields.push(...fields.splice(random.below(fields.length + 1), 1));
    }),
  takeFields: (bytes, random, other) =>
    spliceFields(bytes, (fields) => {
      spliceFields(other, (others) => fields.push(...others.splice(random.below(others.length + 1), 2)));
    }),
  mutateInside: (bytes, random, other) => mutateNested(bytes, random, other),
};

const NAMES = Object.keys(MUTATIONS);

/** One to three mutations in a row. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let mutated = bytes;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    mutated = (MUTATIONS[random.pick(NAMES)] as Mutation)(mutated, random, other);
  }
  return mutated;
}

/** A field that may be anything: known or not, of any wire type, nested up to `depth`. */
export function randomField(random: Random, depth: number): Buffer {
  const number = random.pick(depth === 2 ? [...NUMBERS, ...MORE_NUMBERS] : NUMBERS.slice(0, 14));
  switch (random.below(depth > 0 ? 6 : 5)) {
    case 0:
      return varintField(number, random.pick(VALUES), random.below(8) === 0 ? 1 : 0);
    case 1:
      return bytesField(number, random.pick(TEXTS));
    case 2:
      return bytesField(number, random.bytes(random.below(6)));
    case 3:
      return Buffer.concat([tag(number, random.pick([1, 5])), random.bytes(random.pick([4, 8]))]);
    case 4:
      return Buffer.concat([tag(number, random.pick([3, 4, 6, 7])), tag(number, 4)]);
    default:
      return bytesField(number, Buffer.concat([randomField(random, depth - 1), randomField(random, depth - 1)]));
  }
}

function edit(bytes: Buffer, random: Random, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(Math.max(1, copy.length));
  if (at < copy.length) copy[at] = change(copy[at] as number) & 0xff;
  return copy;
}

function insert(bytes: Buffer, at: number, inserted: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

/** Edits the list of fields, as long as there is one to read. */
function spliceFields(bytes: Buffer, change: (fields: Buffer[]) => unknown): Buffer {
  const fields = readRawFields(bytes).fields.map(writeField);
  change(fields);
  return Buffer.concat(fields);
}

/** Applies a mutation to the content of one length-delimited field and corrects its length. */
function mutateNested(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const { fields } = readRawFields(bytes);
  const chosen = random.below(fields.length + 1);
  return Buffer.concat(
    fields.map((field, index) => {
      if (index !== chosen || field.wireType !== 2) return writeField(field);
      return bytesField(field.number, mutate(field.content, random, other));
    }),
  );
}

function writeField(field: RawField): Buffer {
  const { number, wireType, number64, content } = field;
  if (wireType === 2) return bytesField(number, content);
  if (wireType === 0) return varintField(number, number64);
  const fixed = Buffer.alloc(wireType === 1 ? 8 : 4);
  if (wireType === 1) fixed.writeBigUInt64LE(number64);
  else fixed.writeUInt32LE(Number(number64));
  return Buffer.concat([tag(number, wireType), fixed]);
}
