/**
 * Under which name an address is counted. An IPv6 host can choose among all addresses of its /64 (RFC 4291, 2.5.4), so
 * those count as one; an IPv4 address written as IPv6 counts as the IPv4 address.
 */
import { parseIpAddress } from '../base/cidr.js';

/** More than any address has; what is longer is none, and must not cost memory. */
const TEXT_MAX = 64;

/** @returns `192.0.2.1`, `2001:db8:0:1::/64`, or the beginning of the text where it is no address */
export function addressKey(address: string): string {
  const [plain = ''] = address.split('%', 1);
  const bytes = parseIpAddress(plain);
  if (bytes === null) return address.slice(0, TEXT_MAX);
  return bytes.length === 4 ? bytes.join('.') : `${prefixOf(bytes)}::/64`;
}

/** The first four groups, as RFC 5952 writes groups. */
function prefixOf(bytes: Uint8Array): string {
  const groups = [0, 2, 4, 6].map((index) => ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0));
  return groups.map((group) => group.toString(16)).join(':');
}
