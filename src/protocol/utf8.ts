/** UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. Client-safe. */

/** Whether bytes[start..end) is well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let index = start;
  while (index < end) {
    const lead = bytes[index] as number;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const next = sequenceEnd(bytes, index, end, lead);
    if (next < 0) return false;
    index = next;
  }
  return true;
}

/** Position after the multi-byte sequence that `lead` begins, by table 3-7 of the Unicode Standard; -1 if it is none. */
function sequenceEnd(bytes: Uint8Array, index: number, end: number, lead: number): number {
  let extra: number;
  let secondMin = 0x80;
  let secondMax = 0xbf;
  if (lead >= 0xc2 && lead <= 0xdf) {
    extra = 1;
  } else if (lead >= 0xe0 && lead <= 0xef) {
    extra = 2;
    if (lead === 0xe0) secondMin = 0xa0;
    if (lead === 0xed) secondMax = 0x9f;
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    extra = 3;
    if (lead === 0xf0) secondMin = 0x90;
    if (lead === 0xf4) secondMax = 0x8f;
  } else {
    return -1;
  }
  if (index + extra >= end) return -1;
  const second = bytes[index + 1] as number;
  if (second < secondMin || second > secondMax) return -1;
  for (let step = 2; step <= extra; step += 1) {
    if (((bytes[index + step] as number) & 0xc0) !== 0x80) return -1;
  }
  return index + extra + 1;
}
