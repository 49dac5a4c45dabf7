/**
 * IP addresses and ranges of them, compared as bytes. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`, RFC 4291,
 * 2.5.5.2) is the IPv4 address, so that nobody leaves a range by writing an address another way. [T-TLS-1] [T-ACC-1]
 */
import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/** A range of addresses (RFC 4632, RFC 4291 2.3). */
export interface Cidr {
  /** Of the first address: 4 bytes or 16. */
  readonly bytes: Uint8Array;
  readonly prefixBits: number;
}

export interface CidrSet {
  readonly size: number;
  /** False for what is no IP address. A zone (`fe80::1%eth0`) is ignored. */
  has(address: string): boolean;
}

/** `10.0.0.0/8`, `2001:db8::/32`, or one address. Null for anything else, and where bits beyond the prefix are set. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const bytes = parseIpAddress(written);
  if (bytes === null) return null;
  const bitsMax = bytes.length * 8;
  if (slash < 0) return { bytes, prefixBits: bitsMax };
  const suffix = text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(suffix)) return null;
  // Of an IPv4 address written as IPv6 the prefix counts from the start of the IPv6 form.
  const prefixBits = Number(suffix) - (bytes.length === 4 && isIPv6(written) ? 96 : 0);
  if (prefixBits < 0 || prefixBits > bitsMax || hasBitsBeyond(bytes, prefixBits)) return null;
  return { bytes, prefixBits };
}

export function createCidrSet(cidrs: readonly Cidr[]): CidrSet {
  return {
    size: cidrs.length,
    has(address) {
      const bytes = parseIpAddress(withoutZone(address));
      return bytes !== null && cidrs.some((cidr) => contains(cidr, bytes));
    },
  };
}

/** The 4 or 16 bytes of an address without a zone; null if it is none. */
export function parseIpAddress(text: string): Uint8Array | null {
  if (isIPv4(text)) return Uint8Array.from(text.split('.'), Number);
  if (!isIPv6(text) || text.includes('%')) return null;
  const bytes = bytesOfIpv6(text);
  return isMappedIpv4(bytes) ? bytes.subarray(12) : bytes;
}

/** One text per address: what counters and lists are kept by. Null for what is no IP address; a zone is dropped. */
export function canonicalAddress(text: string): string | null {
  const bytes = parseIpAddress(withoutZone(text));
  if (bytes === null) return null;
  return bytes.length === 4 ? bytes.join('.') : formatIpv6(bytes);
}

function bytesOfIpv6(text: string): Uint8Array {
  const [head = '', tail] = text.split('::');
  const left = bytesOfGroups(head);
  const right = tail === undefined ? [] : bytesOfGroups(tail);
  const bytes = new Uint8Array(16);
  bytes.set(left, 0);
  bytes.set(right, 16 - right.length);
  return bytes;
}

function bytesOfGroups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function isMappedIpv4(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

/** RFC 5952 through the system. */
function formatIpv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  return new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address;
}

function contains({ bytes, prefixBits }: Cidr, address: Uint8Array): boolean {
  if (bytes.length !== address.length) return false;
  const whole = prefixBits >> 3;
  for (let index = 0; index < whole; index += 1) if (bytes[index] !== address[index]) return false;
  const rest = prefixBits & 7;
  if (rest === 0) return true;
  return ((bytes[whole] ?? 0) ^ (address[whole] ?? 0)) >> (8 - rest) === 0;
}

function hasBitsBeyond(bytes: Uint8Array, prefixBits: number): boolean {
  return bytes.some((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefixBits - index * 8));
    return (byte & (0xff >> kept)) !== 0;
  });
}

function withoutZone(address: string): string {
  const percent = address.indexOf('%');
  return percent < 0 ? address : address.slice(0, percent);
}
