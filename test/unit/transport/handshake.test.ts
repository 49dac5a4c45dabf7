import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { HEADERS_MAX, judgeHandshake } from '../../../src/transport/handshake.js';
import { ASSERTION_BYTES_MAX } from '../../../src/transport/presented.js';

const RULES = { allowedOrigins: new Set(['https://app.example', 'https://app.example:8443']) };

/** As Node hands a request over: what it made of the headers, and their lines. */
function judge(headers: IncomingHttpHeaders, { lines = 8, moreLines = [] as readonly string[] } = {}) {
  const all = { 'sec-websocket-protocol': 'arqonbus.v1', ...headers };
  const rawHeaders = Object.entries(all).flatMap(([name, value]) => [name, String(value)]);
  rawHeaders.push(...moreLines);
  while (rawHeaders.length < lines * 2) rawHeaders.push('x', 'x');
  return judgeHandshake({ headers: all, rawHeaders }, RULES);
}

function refusal(...request: Parameters<typeof judge>) {
  const result = judge(...request);
  return result.ok ? null : { status: result.error.status, reason: result.error.reason };
}

function credential(headers: IncomingHttpHeaders): string | null | undefined {
  const result = judge(headers);
  return result.ok ? result.value.credential : undefined;
}

describe('judgeHandshake [S-TRANS-1] [P6]', () => {
  test('an origin passes when it is listed exactly; without one nobody is a browser', () => {
    expect(refusal({})).toBeNull();
    for (const origin of RULES.allowedOrigins) expect(refusal({ origin })).toBeNull();
  });

  test.each([
    ['no origin a browser would share', 'null'],
    ['empty', ''],
    ['suffix', 'https://evil-app.example'],
    ['listed name as a prefix', 'https://app.example.evil.example'],
    ['subdomain', 'https://sub.app.example'],
    ['another port', 'https://app.example:444'],
    ['the default port written out', 'https://app.example:443'],
    ['another scheme', 'http://app.example'],
    ['the scheme of the bus', 'wss://app.example'],
    ['user information', 'https://app.example@evil.example'],
    ['user information of ours', 'https://evil@app.example'],
    ['look-alike letters', 'https://\u0430pp.example'],
    ['full-width letters', 'https://\uff41pp.example'],
    ['trailing dot', 'https://app.example.'],
    ['upper case', 'HTTPS://APP.EXAMPLE'],
    ['two values', 'https://app.example https://evil.example'],
    ['two header lines', 'https://app.example, https://evil.example'],
    ['data', 'data:text/html,https://app.example'],
    ['file', 'file://'],
    ['a path', 'https://app.example/'],
    ['a backslash', 'https://app.example\\@evil.example'],
    ['a query', 'https://app.example?x=https://app.example'],
    ['white space', 'https://app.example\t'],
    ['anything', '*'],
  ])('a hostile origin is refused: %s [T-TLS-1]', (_what, origin) => {
    expect(refusal({ origin })).toEqual({ status: 403, reason: 'origin' });
  });

  test('the subprotocol must be among those offered', () => {
    expect(refusal({ 'sec-websocket-protocol': 'other, arqonbus.v1' })).toBeNull();
    for (const offered of ['arqonbus.v2', 'ARQONBUS.V1', '', 'bearer.token']) {
      const result = judge({ 'sec-websocket-protocol': offered });
      expect(result).toMatchObject({
        ok: false,
        error: { status: 400, text: expect.stringContaining('arqonbus.v1') as string },
      });
    }
    expect(judgeHandshake({ headers: {}, rawHeaders: [] }, RULES)).toMatchObject({ ok: false });
  });

  test('a request has at most HEADERS_MAX header lines', () => {
    expect(refusal({}, { lines: HEADERS_MAX })).toBeNull();
    expect(refusal({}, { lines: HEADERS_MAX + 1 })).toEqual({ status: 431, reason: 'headers' });
  });

  test('the credential comes from the Authorization header or from the bearer subprotocol', () => {
    const offered = 'arqonbus.v1, bearer.from-subprotocol';
    expect(credential({})).toBeNull();
    expect(credential({ 'sec-websocket-protocol': offered })).toBe('from-subprotocol');
    expect(credential({ authorization: 'Bearer from-header' })).toBe('from-header');
    expect(credential({ authorization: 'bearer   from-header' })).toBe('from-header');
    for (const authorization of ['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Bearer two words', 'Bearerx y']) {
      expect(credential({ authorization })).toBeNull();
    }
    expect(credential({ 'sec-websocket-protocol': 'arqonbus.v1, bearer.' })).toBeNull();
    // A scheme for somebody else on the way takes nothing from the subprotocol.
    expect(credential({ authorization: 'Basic dXNlcjpwYXNz', 'sec-websocket-protocol': offered })).toBe(
      'from-subprotocol',
    );
  });

  test('two credentials are refused, however they are spread; the same one twice is one [T-AUTH-5]', () => {
    const refused = { status: 400, reason: 'credentials' };
    const offered = 'arqonbus.v1, bearer.one';
    expect(refusal({ authorization: 'Bearer two', 'sec-websocket-protocol': offered })).toEqual(refused);
    expect(refusal({ 'sec-websocket-protocol': `${offered}, bearer.two` })).toEqual(refused);
    // Node keeps the first line alone in `headers`.
    const secondLine = { moreLines: ['Authorization', 'Bearer two'] };
    expect(refusal({ authorization: 'Bearer one' }, secondLine)).toEqual(refused);
    // What is no token is not nothing.
    expect(refusal({ authorization: 'Bearer t w o', 'sec-websocket-protocol': offered })).toEqual(refused);
    expect(refusal({ authorization: 'Bearer', 'sec-websocket-protocol': offered })).toEqual(refused);
    expect(credential({ authorization: 'Bearer one', 'sec-websocket-protocol': `${offered}, bearer.one` })).toBe('one');
  });

  test('an assertion of a principal is handed on as it came, up to its bound [T-AUTH-4]', () => {
    const asserted = (text: string) => judge({ 'arqonbus-principal': text });
    expect(judge({})).toMatchObject({ ok: true, value: { assertedPrincipal: null } });
    expect(asserted('')).toMatchObject({ ok: true, value: { assertedPrincipal: '' } });
    const longest = 'a'.repeat(ASSERTION_BYTES_MAX);
    expect(asserted(longest)).toMatchObject({ ok: true, value: { assertedPrincipal: longest } });
    expect(refusal({ 'arqonbus-principal': `${longest}a` })).toEqual({ status: 431, reason: 'assertion' });
  });
});
