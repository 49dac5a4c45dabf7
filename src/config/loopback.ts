/** Addresses that only this machine can reach: 127.0.0.0/8 (RFC 1122), ::1 (RFC 4291) and the name localhost. */
import { isIP } from 'node:net';

export function isLoopbackHost(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true;
  const mapped = /^::ffff:([\d.]+)$/i.exec(host)?.[1] ?? host;
  if (isIP(mapped) === 4) return mapped.startsWith('127.');
  return isIP(host) === 6 && /^(0{1,4}:){7}0{0,3}1$|^::0{0,3}1$/.test(host);
}
