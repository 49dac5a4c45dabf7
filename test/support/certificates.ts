/**
 * Certificates made when a test runs, so that no key stands in the repository: X.509 v3 in DER (RFC 5280), P-256.
 * Node reads certificates but does not make them.
 */
import { generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';

export interface TestCertificate {
  readonly name: string;
  readonly certPem: string;
  readonly keyPem: string;
  readonly privateKey: KeyObject;
  /** SHA-256, 64 lower-case hex digits. */
  readonly fingerprint: string;
}

export interface CertificateWishes {
  /** Self-signed if unset. */
  readonly issuer?: TestCertificate;
  readonly authority?: boolean;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly dnsNames?: readonly string[];
}

const DAY_MS = 86_400_000;
const OID_ECDSA_SHA256 = '06082a8648ce3d040302';
const OID_COMMON_NAME = '0603550403';
const OID_BASIC_CONSTRAINTS = '0603551d13';
const OID_KEY_USAGE = '0603551d0f';
const OID_ALT_NAME = '0603551d11';
const ALGORITHM = der(0x30, hex(OID_ECDSA_SHA256));

export function makeCertificate(name: string, wishes: CertificateWishes = {}): TestCertificate {
  const { issuer, authority = false, dnsNames = [] } = wishes;
  const notBefore = wishes.notBefore ?? new Date(Date.now() - DAY_MS);
  const notAfter = wishes.notAfter ?? new Date(Date.now() + DAY_MS);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = [...dnsNames.map((dns) => der(0x82, Buffer.from(dns))), der(0x87, Buffer.from([127, 0, 0, 1]))];
  const extensions = [
    extension(OID_BASIC_CONSTRAINTS, true, der(0x30, authority ? der(0x01, Buffer.from([0xff])) : Buffer.alloc(0))),
    // keyCertSign, or digitalSignature.
    extension(OID_KEY_USAGE, true, der(0x03, authority ? hex('0204') : hex('0780'))),
    ...(authority ? [] : [extension(OID_ALT_NAME, false, der(0x30, ...names))]),
  ];
  const toSign = der(
    0x30,
    der(0xa0, hex('020102')),
    der(0x02, Buffer.concat([hex('01'), randomBytes(15)])),
    ALGORITHM,
    distinguished(issuer?.name ?? name),
    der(0x30, time(notBefore), time(notAfter)),
    distinguished(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, der(0x30, ...extensions)),
  );
  const signature = sign('sha256', toSign, issuer?.privateKey ?? privateKey);
  const whole = der(0x30, toSign, ALGORITHM, der(0x03, Buffer.concat([hex('00'), signature])));
  const certPem = `-----BEGIN CERTIFICATE-----\n${(whole.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
  return {
    name,
    certPem,
    keyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    privateKey,
    fingerprint: new X509Certificate(certPem).fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  if (body.length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, body.length]), body]);
  return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 0xff]), body]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function distinguished(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, hex(OID_COMMON_NAME), der(0x0c, Buffer.from(name)))));
}

/** GeneralizedTime, or UTCTime where RFC 5280 wants it (until 2049). */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  return der(0x30, hex(oid), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));
}
