/** What Node says of a request that never became one, as it is answered and told. */
import type { Refusal } from './refusal.js';

const TIMED_OUT: Refusal = {
  status: 408,
  reason: 'headers_timeout',
  text: 'the request did not come in time; see transport.headers_timeout',
};
const HEADERS_TOO_LARGE: Refusal = {
  status: 431,
  reason: 'headers',
  text: 'the header lines of the request are too long',
};
const NO_HTTP: Refusal = { status: 400, reason: 'bad_request', text: 'this is no HTTP request' };

/** @returns null where the peer is gone and nobody is left to answer (nodejs.org/api/http.html, 'clientError') */
export function refusalOfRequest(error: Error): Refusal | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TIMED_OUT;
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE;
  return code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE' ? NO_HTTP : null;
}
