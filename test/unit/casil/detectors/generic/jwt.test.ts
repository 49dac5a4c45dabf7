import { describe, expect, it } from 'vitest';
import { jwt } from '../../../../../src/casil/detectors/generic/jwt.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

const part = (text: string) => Buffer.from(text).toString('base64url');
const SIGNATURE = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5hI7jK9m';
const token = (header: string, payload = '{"sub":"1"}', signature = SIGNATURE) =>
  `${part(header)}.${part(payload)}.${signature}`;
const HEADER = '{"alg":"HS256"}';

itKeepsTheLaws(jwt, [
  'eyJ',
  'eyJ.',
  '"eyJ',
  ` ${part(HEADER)}.`,
  `${part(HEADER)}.`,
  ` ${part('{"alg":"dir","enc":"A128GCM"}')}.`,
  `.eyJ${'A'.repeat(500)}`,
  ' eyAi',
]);

describe('jwt [C-DET-1]', () => {
  it.each([
    ['an HMAC token', token(HEADER)],
    ['a header with spaces', token('{ "typ": "JWT", "alg" : "RS256" }')],
    ['a header over several lines', token('{\n  "alg": "ES256",\n  "kid": "7"\n}')],
    ['a header with Windows line ends', token('{\r\n"alg":"EdDSA"}')],
    ['a long payload', token(HEADER, JSON.stringify({ scope: 'read '.repeat(500) }))],
    [
      'an encrypted token',
      `${part('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.${SIGNATURE}.${'aB3'.repeat(5)}.${SIGNATURE}.${SIGNATURE.slice(0, 22)}`,
    ],
    [
      'one encrypted with a shared key',
      `${part('{"alg":"dir","enc":"A128GCM"}')}..${'aB3'.repeat(5)}.${SIGNATURE}.${SIGNATURE.slice(0, 22)}`,
    ],
  ])('finds %s', (_, value) => {
    for (const text of [
      value,
      `Bearer ${value}`,
      `bearer.${value}`,
      `{"token":"${value}"}`,
      `?token=${value}&x=1`,
      `${value}.`,
    ]) {
      expect(textsFound(jwt, text)).toEqual([value]);
    }
  });

  it.each([
    ['a cursor', token('{"page":2,"last":"2026-05-20"}')],
    ['a header of another key', token('{"algorithm":"HS256"}')],
    ['a header that is no object', token('["alg","HS256","padding!"]')],
    ['a header with a control character', token('{"alg":"HS\u0001256"}')],
    ['two parts', `${part(HEADER)}.${part('{"sub":"1"}')}`],
    ['an unsigned token', `${part('{"alg":"none"}')}.${part('{"sub":"1"}')}.`],
    ['a token cut off in the signature', token(HEADER, '{"sub":"1"}', 'abc')],
    ['an elided token', `${part(HEADER)}...${SIGNATURE}`],
    ['one within a longer base64 run', `AAAA${token(HEADER)}`],
    ['base64 of JSON', Buffer.from(JSON.stringify({ alg: 'none', text: 'x'.repeat(90) })).toString('base64')],
    ['a file name', 'eyJpcyI6Im5vdCJ9.tar.gz'],
  ])('stays silent on %s [C-DET-3]', (_, text) => {
    expect(textsFound(jwt, text)).toEqual([]);
  });
});
