/** Which addresses and names only reach this machine. */

const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** An IP address of 127.0.0.0/8 (RFC 1122, 3.2.1.3) or ::1 (RFC 4291, 2.5.3), IPv4-mapped form included. */
export function isLoopbackAddress(address: string): boolean {
  const plain = address.toLowerCase().startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (plain === '::1' || plain === '0:0:0:0:0:0:0:1') return true;
  return plain.startsWith('127.') && IPV4.test(plain) && plain.split('.').every((part) => Number(part) <= 255);
}

/** A loopback address, `[::1]`, or `localhost` and names under it (RFC 6761, 6.3). */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  if (name.startsWith('[') && name.endsWith(']')) return isLoopbackAddress(name.slice(1, -1));
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name);
}
