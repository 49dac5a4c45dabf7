import { describe, expect, it } from 'vitest';
import { authorizationHeader } from '../../../../../src/casil/detectors/generic/authorization-header.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

const basic = (text: string) => Buffer.from(text).toString('base64');
const TOKEN = 'kQ4mZ9xW2vB7nR5t';

itKeepsTheLaws(authorizationHeader, [
  'bearer ',
  'Bearer   ',
  'basic ',
  'Bearer aaaa',
  'Bearer a1b2c3d4e5 ',
  `Basic ${basic('a:bcdef1')} `,
  `Bearer ${'a1'.repeat(2000)} `,
]);

describe('authorization-header [C-DET-1]', () => {
  it.each([
    [`Authorization: Bearer ${TOKEN}`, TOKEN],
    ['authorization: bearer a1b2c3d4', 'a1b2c3d4'],
    [`{"Authorization":"Bearer ${TOKEN}"}`, TOKEN],
    [`{\\"Authorization\\": \\"Bearer ${TOKEN}\\"}`, TOKEN],
    [`curl -H 'Authorization: Bearer ${TOKEN}' https://x`, TOKEN],
    [`["authorization","Bearer ${TOKEN}"]`, TOKEN],
    [`Proxy-Authorization: BEARER  ${TOKEN}`, TOKEN],
    [`Bearer ${TOKEN}`, TOKEN],
    [`use Bearer ${TOKEN}.tail-9~x+y/z==`, `${TOKEN}.tail-9~x+y/z==`],
    [`Authorization: Basic ${basic('aladdin:opensesame')}`, basic('aladdin:opensesame')],
    [`"authorization": "Basic ${basic('u:p4ss')}"`, basic('u:p4ss')],
    [`Basic ${basic('svc-user:x9!kd')}`, basic('svc-user:x9!kd')],
    [`basic ${basic('müller:geheim1')}`, basic('müller:geheim1')],
  ])('finds the credential of %s', (text, credential) => {
    expect(textsFound(authorizationHeader, text)).toEqual([credential]);
  });

  it.each([
    'Authorization: Bearer <token>',
    'Authorization: Bearer ${TOKEN}',
    'Authorization: Bearer {{ token }}',
    'Authorization: Bearer $TOKEN',
    'Authorization: Bearer YOUR_ACCESS_TOKEN_1',
    'Authorization: Bearer ***',
    'Authorization: Bearer xxxxxxxxxxxxxxxx1',
    'Authorization: Bearer token',
    'Authorization: Bearer [REDACTED]',
    'Authorization: Basic <credentials>',
    'Authorization: Basic dGVzdA==',
    `Authorization: Basic ${basic('user:')}`,
    `Authorization: Basic ${basic('user:password')}`,
    'Bearer authentication is required for this route',
    'the bearer of bad news arrived in 1815',
    'WWW-Authenticate: Bearer realm="api1"',
    'I would like basic economy, please',
    'basic knowledge2 of everything',
    'a basic AAAAAAAAAAAAAAAA image',
    'forbearer a1b2c3d4e5f6a7b8c9',
    '"token_type": "Bearer"',
    'Bearer 12',
  ])('stays silent on %s [C-DET-3]', (text) => {
    expect(textsFound(authorizationHeader, text)).toEqual([]);
  });
});
