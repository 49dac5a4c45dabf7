/**
 * A key set fetched over HTTP: five seconds, 256 KiB, status 200, no redirects. Only `https`, because whoever can change
 * the answer can sign tokens; plain `http` is for loopback.
 */
import type { Clock } from '../../base/clock.js';
import { isLoopbackHost } from '../../base/loopback.js';
import { err, ok, type Result } from '../../base/result.js';
import { KEY_SET_BYTES_MAX, type KeySetProblem, type LoadKeySet } from './key-set.js';
import { parseJwks } from './parse-jwks.js';

export type Fetch = typeof globalThis.fetch;

const FETCH_TIMEOUT_MS = 5_000;

/** Why keys may not be fetched from here, as a sentence for operators; null if they may. */
export function findUrlProblem(text: string): string | null {
  if (!URL.canParse(text)) return 'must be a URL';
  const { protocol, hostname, username, password, hash } = new URL(text);
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  if (!secure) return 'must be https, because whoever can change the answer can sign tokens';
  if (username !== '' || password !== '') return 'must not hold a user name or password';
  return hash === '' ? null : 'must not have a fragment';
}

/** @param url without a problem as above */
export function loadFromUrl(url: string, fetch: Fetch, clock: Pick<Clock, 'setTimer'>): LoadKeySet {
  return async (previous) => {
    const abort = new AbortController();
    const timer = clock.setTimer(FETCH_TIMEOUT_MS, () => abort.abort());
    try {
      const body = await fetchBody(url, fetch, abort.signal);
      return body.ok ? parseJwks(body.value, previous) : body;
    } catch {
      // Name resolution, connection, TLS, a redirect, a broken body: for us they are all one.
      return err(abort.signal.aborted ? 'timeout' : 'unreachable');
    } finally {
      timer.cancel();
      // Lets go of a body that was not read to its end.
      abort.abort();
    }
  };
}

async function fetchBody(url: string, fetch: Fetch, signal: AbortSignal): Promise<Result<Buffer, KeySetProblem>> {
  const response = await fetch(url, {
    redirect: 'error',
    signal,
    credentials: 'omit',
    headers: { accept: 'application/jwk-set+json, application/json' },
  });
  if (response.status !== 200) return err('refused');
  if (response.body === null) return err('not_a_key_set');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > KEY_SET_BYTES_MAX) return err('too_large');
    chunks.push(part);
  }
  return ok(Buffer.concat(chunks));
}
