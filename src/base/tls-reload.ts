/**
 * Keeps a TLS listener on the certificate and key that its files hold now, without a restart. Connections that are open
 * keep what they were made with; files that cannot be used leave the old ones in place. [T-TLS-1]
 */
import type { Clock } from './clock.js';
import { watchFiles, type FileWatch } from './file-watch.js';
import { ok, type Result } from './result.js';
import type { FileProblem } from './secret-file.js';
import { loadTlsFiles, tlsFileNames, type TlsFiles, type TlsMaterial } from './tls-files.js';

export interface TlsReloadOptions {
  readonly clock: Pick<Clock, 'setTimer'>;
  /** After a change; null where the new files are in use. */
  readonly onReload: (problem: FileProblem | null) => void;
}

/** Loads the files into the listener (a node:tls Server) and follows them from then on; an error where it cannot. */
export function followTlsFiles(
  server: { setSecureContext(material: TlsMaterial): void },
  files: TlsFiles,
  { clock, onReload }: TlsReloadOptions,
): Result<FileWatch, FileProblem> {
  // Begins to look before it loads, so that no change falls between the two.
  const watch = watchFiles({ files: tlsFileNames(files), clock, onChange: () => onReload(load()) });
  const problem = load();
  if (problem === null) return ok(watch);
  watch.stop();
  return { ok: false, error: problem };

  function load(): FileProblem | null {
    const loaded = loadTlsFiles(files);
    if (!loaded.ok) return loaded.error;
    server.setSecureContext(loaded.value);
    return null;
  }
}
