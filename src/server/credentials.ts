/**
 * Keys and certificates a configuration names, read before anything listens: what a server starts with is what
 * `config validate` has judged, and every file that cannot be used is told at the line that names it. [T-TLS-1]
 */
import { parseCidr, type Cidr } from '../base/cidr.js';
import { InvariantError } from '../base/invariant.js';
import { err, ok, type Result } from '../base/result.js';
import { readPublicFile, readSecretFile, type FileProblem } from '../base/secret-file.js';
import { loadTlsFiles, type TlsFiles } from '../base/tls-files.js';
import { traitsOf } from '../auth/jwt/algorithms.js';
import { loadKeyFile } from '../auth/api-key/load-key-file.js';
import { findUrlProblem } from '../auth/jwt/jwks-url.js';
import { KEY_SET_BYTES_MAX } from '../auth/jwt/key-set.js';
import { parseJwks } from '../auth/jwt/parse-jwks.js';
import { importKeyMaterial } from '../auth/jwt/verification-key.js';
import type { JwtKeyOptions } from '../auth/jwt/options.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { Config } from '../config/schema.js';
import type { Problem } from '../documents/problem.js';

type Path = readonly PropertyKey[];
type TlsConfig = Config['tls'];

/** Keys as they were when the configuration was loaded. */
export interface Credentials {
  /** Of each issuer of `auth.jwt.issuers`, in its order. */
  readonly issuerKeys: readonly (readonly JwtKeyOptions[])[];
}

export const NO_CREDENTIALS: Credentials = { issuerKeys: [] };

/** Nothing is read of what is switched off. */
export function loadCredentials({
  config,
  placeOf,
}: Pick<LoadedConfig, 'config' | 'placeOf'>): Result<Credentials, readonly Problem[]> {
  const problems: Problem[] = [];
  const { auth, tls, admin } = config;

  function report(path: Path, problem: string, next: readonly string[] = []): void {
    problems.push({ code: 'CFG032', severity: 'error', problem, where: placeOf(path), hint: '', next });
  }
  const reportFile = (path: Path) => (found: FileProblem) => report(path, found.problem, found.next);

  judgeTls(['tls'], tls);
  if (admin.enabled) judgeTls(['admin', 'tls'], admin.tls);
  if (auth.mode === 'none') return problems.length > 0 ? err(problems) : ok(NO_CREDENTIALS);

  const issuerKeys = auth.jwt.issuers.map(({ keys, jwks_file: file, jwks_url: url }, index) => {
    const path = ['auth', 'jwt', 'issuers', index];
    if (file !== undefined) judgeKeySet([...path, 'jwks_file'], file);
    const urlProblem = url === undefined ? null : findUrlProblem(url);
    if (urlProblem !== null) report([...path, 'jwks_url'], `jwks_url ${urlProblem}`);
    return keys.flatMap((key, at) => readKey([...path, 'keys', at, 'file'], key));
  });
  if (auth.api_keys.file !== undefined) judgeApiKeys(auth.api_keys.file);
  return problems.length > 0 ? err(problems) : ok({ issuerKeys });

  function judgeTls(path: Path, config: TlsConfig): void {
    const files = tlsFiles(config);
    if (files === null) return;
    const loaded = loadTlsFiles(files);
    if (loaded.ok) return;
    const { file } = loaded.error;
    const key = file === files.keyFile ? 'key_file' : file === files.clientCaFile ? 'client_ca_file' : 'cert_file';
    reportFile([...path, key])(loaded.error);
  }

  function readKey(path: Path, { kid, algorithm, file }: Config['auth']['jwt']['issuers'][number]['keys'][number]) {
    const read = traitsOf(algorithm).kind === 'secret' ? readSecretFile(file) : readPublicFile(file);
    if (!read.ok) {
      reportFile(path)(read.error);
      return [];
    }
    const key = importKeyMaterial(algorithm, read.value);
    if (!key.ok) report(path, `the key in ${file} cannot be used: ${key.error}`);
    return [{ kid, algorithm, material: read.value }];
  }

  function judgeKeySet(path: Path, file: string): void {
    const read = readPublicFile(file);
    if (!read.ok) return reportFile(path)(read.error);
    const refuse = (problem: string) => report(path, `${file} cannot be used as a key set: ${problem}`);
    // The bound of the running server, which is below that of files.
    if (read.value.length > KEY_SET_BYTES_MAX) return refuse('too_large');
    const set = parseJwks(read.value, null);
    if (!set.ok) return refuse(set.error);
    const { keys, ignored } = set.value;
    if (keys.size === 0 && ignored > 0) {
      refuse(`none of its ${ignored} keys is for this: public, named by a kid, of a known algorithm, strong enough`);
    }
  }

  /** Mistakes within the file have their own places; a file that cannot be read is a mistake here. */
  function judgeApiKeys(file: string): void {
    const keys = loadKeyFile(file);
    if (keys.ok) return;
    for (const problem of keys.error) {
      if (problem.where === null) report(['auth', 'api_keys', 'file'], problem.problem, problem.next);
      else problems.push(problem);
    }
  }
}

/** Null where the listener speaks plain HTTP. */
export function tlsFiles({ cert_file, key_file, client_ca_file, min_version }: TlsConfig): TlsFiles | null {
  if (cert_file === undefined || key_file === undefined) return null;
  return { certFile: cert_file, keyFile: key_file, clientCaFile: client_ca_file ?? null, minVersion: min_version };
}

export function trustedProxies({ server }: Pick<Config, 'server'>): readonly Cidr[] {
  return server.trusted_proxies.map((text) => {
    const cidr = parseCidr(text);
    if (cidr === null) throw new InvariantError('the schema let a range pass that is none');
    return cidr;
  });
}
