/** Certificate, key and authorities of a listener as files, in a folder of their own. */
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsFiles } from '../../../src/base/tls-files.js';
import type { TestCertificate } from '../certificates.js';

export interface WrittenTlsFiles {
  readonly files: TlsFiles;
  readonly directory: string;
  /** Puts other content in the place of a file at once, as certificate tools do. */
  replace(name: 'cert.pem' | 'key.pem' | 'ca.pem', text: string): void;
  remove(): void;
}

export function writeTlsFiles(server: TestCertificate, clientCa?: TestCertificate): WrittenTlsFiles {
  const directory = mkdtempSync(join(tmpdir(), 'arqonbus-tls-'));
  function replace(name: string, text: string): void {
    writeFileSync(join(directory, `${name}.new`), text);
    chmodSync(join(directory, `${name}.new`), 0o600);
    renameSync(join(directory, `${name}.new`), join(directory, name));
  }
  replace('cert.pem', server.certPem);
  replace('key.pem', server.keyPem);
  if (clientCa !== undefined) replace('ca.pem', clientCa.certPem);
  const files: TlsFiles = {
    certFile: join(directory, 'cert.pem'),
    keyFile: join(directory, 'key.pem'),
    clientCaFile: clientCa === undefined ? null : join(directory, 'ca.pem'),
    minVersion: 'TLSv1.2',
  };
  return { files, directory, replace, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
