import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadTlsFiles, tlsFileNames, type TlsFiles } from '../../../src/base/tls-files.js';
import { makeCertificate } from '../../support/certificates.js';

const authority = makeCertificate('authority', { authority: true });
const server = makeCertificate('server', { issuer: authority });
const other = makeCertificate('other', { issuer: authority });

describe('files of a TLS listener [T-TLS-1]', () => {
  let directory: string;
  let files: TlsFiles;

  function write(name: string, text: string, mode = 0o600): string {
    const file = join(directory, name);
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'arqonbus-tls-'));
    files = {
      certFile: write('cert.pem', server.certPem + authority.certPem, 0o644),
      keyFile: write('key.pem', server.keyPem),
      clientCaFile: write('ca.pem', authority.certPem, 0o644),
      minVersion: 'TLSv1.2',
    };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function problem(): string | null {
    const loaded = loadTlsFiles(files);
    return loaded.ok ? null : loaded.error.problem;
  }

  it('are accepted when they belong together', () => {
    expect(loadTlsFiles(files)).toMatchObject({ ok: true, value: { minVersion: 'TLSv1.2' } });
    expect(tlsFileNames(files)).toHaveLength(3);
    const withoutCa = { ...files, clientCaFile: null };
    expect(loadTlsFiles(withoutCa)).toMatchObject({ ok: true });
    expect(tlsFileNames(withoutCa)).toHaveLength(2);
  });

  it('are refused by name when the key can be read by others, is missing, or is of another certificate', () => {
    chmodSync(files.keyFile, 0o640);
    expect(problem()).toContain('key.pem is open to users other than its owner');
    write('key.pem', other.keyPem);
    expect(problem()).toMatch(/key\.pem is not the key of the certificate in .*cert\.pem/);
    write('key.pem', 'none');
    expect(problem()).toContain('key.pem holds no PEM private key');
    rmSync(files.keyFile);
    expect(problem()).toContain('there is no file');
  });

  it('are refused by name when certificate or authorities are something else', () => {
    write('cert.pem', server.keyPem);
    expect(problem()).toContain('cert.pem does not begin with a PEM certificate');
    write('cert.pem', server.certPem);
    write('ca.pem', '');
    expect(problem()).toContain('ca.pem holds no PEM certificate');
    write('ca.pem', authority.certPem + server.certPem);
    expect(problem()).toContain('certificate 2 of');
    expect(problem()).toContain('is not of an authority');
    write('ca.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    expect(problem()).toContain('certificate 1 of');
  });

  it('never quote the key', () => {
    write('cert.pem', other.certPem);
    const secret = server.keyPem.split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(20);
    expect(problem()).not.toContain(secret);
  });
});
