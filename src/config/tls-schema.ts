/** TLS of a listener, and the proxies that may stand in front of the bus. [T-TLS-1] */
import { z } from 'zod';
import { parseCidr } from '../base/cidr.js';
import { filePath } from '../documents/values.js';

const PROXIES_MAX = 1_000;

/** @param of `the bus`, `the admin API` @param clients what certificates of clients do there */
export function tlsSchema(of: string, clients: string) {
  return z
    .strictObject({
      cert_file: filePath()
        .optional()
        .describe(`Certificate of ${of} with its intermediates, as PEM; without one ${of} speaks plain HTTP.`),
      key_file: filePath().optional().describe('Its private key, as PEM; only its owner may read it.'),
      client_ca_file: filePath().optional().describe(`Authorities of client certificates, as PEM. ${clients}`),
      min_version: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2').describe('Oldest version of TLS that is spoken.'),
    })
    .prefault({})
    .describe(`TLS of ${of}. The files are looked at every second; open connections keep what they began with.`);
}

export const trustedProxies = z
  .array(
    z
      .string()
      .refine((written) => parseCidr(written) !== null)
      .meta({
        kind: 'text',
        expectation: 'an IP address or a range such as 10.0.0.0/8, without bits beyond the prefix',
      }),
  )
  .max(PROXIES_MAX)
  .default([])
  .describe(
    'Reverse proxies (CIDR) whose X-Forwarded-For, Forwarded and X-Forwarded-Proto are believed. From anyone else these headers are ignored.',
  );
