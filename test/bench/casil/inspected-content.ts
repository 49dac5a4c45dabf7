/** Payloads whose inspection is measured: ordinary ones, and those an attacker would send. */

/** A list of records as services exchange them, of an exact size: keys, numbers, flags, short texts, ids. */
export function recordsJson(bytes: number): string {
  const records: string[] = [];
  let length = 2;
  for (let index = 0; ; index += 1) {
    const record = JSON.stringify({
      id: index * 7919,
      at: 1_790_000_000_123 + index,
      name: `customer ${index}`,
      active: index % 3 === 0,
      score: index / 7,
      tags: ['travel', 'booking'],
      note: 'The order was delivered to the front desk.',
      next: null,
    });
    if (length + record.length + 1 > bytes - 10) break;
    records.push(record);
    length += record.length + 1;
  }
  const text = `[${records.join(',')}]`;
  return text.slice(0, -1) + `${records.length > 0 ? ',' : ''}"${'x'.repeat(Math.max(0, bytes - text.length - 3))}"]`;
}

const repeated = (unit: string) => (bytes: number) =>
  Buffer.from(unit.repeat(Math.ceil(bytes / unit.length))).subarray(0, bytes);

/** Anchors without end, decoys, and content that is mostly decoding. */
export const HOSTILE_PAYLOADS: readonly { readonly name: string; readonly make: (bytes: number) => Buffer }[] = [
  { name: 'hostile: at signs', make: repeated('@') },
  { name: 'hostile: almost e-mail', make: repeated('a.b-c@d.e-f.') },
  { name: 'hostile: token prefixes', make: repeated(`gh${'p_'}AK${'IA'}sk-xo${'xb-'}`) },
  { name: 'hostile: assignments', make: repeated('password=secret=token=api_key=') },
  { name: 'hostile: URLs', make: repeated('https://a:b://c@d://') },
  { name: 'hostile: JWT heads', make: repeated('eyJhbGciOi.eyJ') },
  { name: 'hostile: digits', make: repeated('4111 1111 1111 1112 ') },
  { name: 'hostile: key heads', make: repeated('-----BEGIN PRIVATE KEY-----') },
  { name: 'hostile: escapes', make: (bytes) => Buffer.from(`"${'\\u0070\\n'.repeat(bytes / 8 - 1)}"`) },
  {
    name: 'hostile: base64',
    make: (bytes) =>
      Buffer.from(
        Buffer.from('password: '.repeat(bytes / 13))
          .toString('base64')
          .slice(0, bytes),
      ),
  },
  { name: 'hostile: deep JSON', make: repeated('[{"a":') },
  { name: 'hostile: Protobuf of tiny fields', make: repeated('\n\u0002ab') },
  { name: 'hostile: random bytes', make: pseudoRandom },
];

function pseudoRandom(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let state = 1;
  for (let index = 0; index < bytes; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    buffer[index] = state >>> 24;
  }
  return buffer;
}
