/**
 * The certificate and key of a listener, from files to what node:tls takes. Everything that can be wrong with them is
 * told by name before a listener is built on them, and again when they were exchanged under a running server: then the
 * old ones stay in use. [T-TLS-1]
 */
import { constants, createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { err, ok, type Result } from './result.js';
import { readPublicFile, readSecretFile, type FileProblem } from './secret-file.js';

export interface TlsFiles {
  /** The server's certificate and its intermediates, PEM. */
  readonly certFile: string;
  /** Its private key, PEM, readable by its owner only. */
  readonly keyFile: string;
  /** Authorities of client certificates, PEM; null where clients are not asked for one. */
  readonly clientCaFile: string | null;
  readonly minVersion: 'TLSv1.2' | 'TLSv1.3';
}

/** What a listener is created with, and its context replaced by. */
export type TlsMaterial = Pick<SecureContextOptions, 'cert' | 'key' | 'ca' | 'minVersion' | 'secureOptions'>;

export function tlsFileNames({ certFile, keyFile, clientCaFile }: TlsFiles): readonly string[] {
  return clientCaFile === null ? [certFile, keyFile] : [certFile, keyFile, clientCaFile];
}

export function loadTlsFiles(files: TlsFiles): Result<TlsMaterial, FileProblem> {
  const { certFile, keyFile, clientCaFile, minVersion } = files;
  const cert = readPublicFile(certFile);
  if (!cert.ok) return cert;
  const key = readSecretFile(keyFile);
  if (!key.ok) return key;
  const ca = clientCaFile === null ? null : readPublicFile(clientCaFile);
  if (ca !== null && !ca.ok) return ca;
  const problem = judgePair(files, cert.value, key.value) ?? judgeAuthorities(clientCaFile, ca?.value);
  if (problem !== null) return err(problem);
  const plain = { cert: cert.value, key: key.value, minVersion };
  // A resumed session is not verified again, so where clients show certificates none is resumed.
  const material = ca === null ? plain : { ...plain, ca: ca.value, secureOptions: constants.SSL_OP_NO_TICKET };
  try {
    createSecureContext(material);
  } catch (error) {
    // What is left: keys too small or algorithms that the library refuses.
    return err(invalid(certFile, `TLS cannot use ${certFile} with ${keyFile}: ${messageOf(error)}`));
  }
  return ok(material);
}

function judgePair({ certFile, keyFile }: TlsFiles, cert: Buffer, key: Buffer): FileProblem | null {
  const certificate = attempt(() => new X509Certificate(cert));
  if (certificate === null) return invalid(certFile, `${certFile} does not begin with a PEM certificate`);
  const privateKey = attempt(() => createPrivateKey(key));
  if (privateKey === null) return invalid(keyFile, `${keyFile} holds no PEM private key without a passphrase`);
  if (certificate.checkPrivateKey(privateKey)) return null;
  return invalid(keyFile, `${keyFile} is not the key of the certificate in ${certFile}`);
}

function judgeAuthorities(file: string | null, ca: Buffer | undefined): FileProblem | null {
  if (file === null || ca === undefined) return null;
  const blocks = ca.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return invalid(file, `${file} holds no PEM certificate`);
  for (const [index, block] of blocks.entries()) {
    const certificate = attempt(() => new X509Certificate(block));
    if (certificate === null) return invalid(file, `certificate ${index + 1} of ${file} is not readable`);
    if (!certificate.ca) return invalid(file, `certificate ${index + 1} of ${file} is not of an authority`);
  }
  return null;
}

/** Null where the bytes are not what they should be; the library's reasons differ between versions. */
function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function invalid(file: string, problem: string): FileProblem {
  return { kind: 'invalid', file, problem, next: [] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The files cannot be used for a listener. */
export class TlsFileError extends Error {
  override readonly name = 'TlsFileError';

  constructor(readonly problem: FileProblem) {
    super(problem.problem);
  }
}
