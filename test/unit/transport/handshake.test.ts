import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { HEADERS_MAX, judgeHandshake } from '../../../src/transport/handshake.js';

const RULES = { allowedOrigins: new Set(['https://app.example']) };

function judge(headers: IncomingHttpHeaders, headerLines = 8) {
  const rawHeaders = Array.from({ length: headerLines * 2 }, () => 'x');
  return judgeHandshake({ headers: { 'sec-websocket-protocol': 'arqonbus.v1', ...headers }, rawHeaders }, RULES);
}

function refusal(headers: IncomingHttpHeaders, headerLines?: number) {
  const result = judge(headers, headerLines);
  return result.ok ? null : { status: result.error.status, reason: result.error.reason };
}

function credential(headers: IncomingHttpHeaders): string | null | undefined {
  const result = judge(headers);
  return result.ok ? result.value.credential : undefined;
}

describe('judgeHandshake [S-TRANS-1] [P6]', () => {
  test('an origin passes when it is listed exactly; without one nobody is a browser', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ origin: 'https://app.example' })).toBeNull();
    for (const origin of ['https://app.example/', 'http://app.example', 'https://evil.example', 'null', '']) {
      expect(refusal({ origin })).toEqual({ status: 403, reason: 'origin' });
    }
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
    const { 'sec-websocket-protocol': _none, ...rest } = { 'sec-websocket-protocol': '' };
    expect(judgeHandshake({ headers: rest, rawHeaders: [] }, RULES)).toMatchObject({ ok: false });
  });

  test('a request has at most HEADERS_MAX header lines', () => {
    expect(refusal({}, HEADERS_MAX)).toBeNull();
    expect(refusal({}, HEADERS_MAX + 1)).toEqual({ status: 431, reason: 'headers' });
  });

  test('the credential comes from the Authorization header, then from the bearer subprotocol', () => {
    const offered = 'arqonbus.v1, bearer.from-subprotocol';
    expect(credential({})).toBeNull();
    expect(credential({ 'sec-websocket-protocol': offered })).toBe('from-subprotocol');
    expect(credential({ authorization: 'Bearer from-header' })).toBe('from-header');
    expect(credential({ authorization: 'bearer from-header', 'sec-websocket-protocol': offered })).toBe('from-header');
    for (const authorization of ['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Bearer two words']) {
      expect(credential({ authorization })).toBeNull();
    }
    expect(credential({ 'sec-websocket-protocol': 'arqonbus.v1, bearer.' })).toBeNull();
  });
});
