/** The URL of a bound address; IPv6 addresses are bracketed (RFC 3986, section 3.2.2). */
export function formatUrl(
  scheme: 'ws' | 'wss' | 'http',
  { host, port }: { readonly host: string; readonly port: number },
): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
