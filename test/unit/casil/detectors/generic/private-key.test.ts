import { describe, expect, it } from 'vitest';
import { privateKey } from '../../../../../src/casil/detectors/generic/private-key.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { driveDetector, textsFound } from '../../../../support/casil/drive-detector.js';
import { Random } from '../../../../support/protocol/random.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const random = new Random(4);
const line = (length = 64) => Array.from({ length }, () => BASE64.charAt(random.below(64))).join('');
const begin = (label: string) => `-----${'BEGIN'} ${label}-----`;
const end = (label: string) => `-----${'END'} ${label}-----`;
const block = (label: string, lineEnd = '\n', lines = 5) =>
  [begin(label), ...Array.from({ length: lines }, () => line()), line(20) + '==', end(label)].join(lineEnd);

itKeepsTheLaws(privateKey, [
  begin('PRIVATE KEY'),
  `${begin('PRIVATE KEY')}\n`,
  `${begin('PRIVATE KEY')}${line(39)} `,
  '-----BEGIN ',
  `-----BEGIN ${'A'.repeat(40)}`,
  `${begin('PRIVATE KEY')}----`,
]);

describe('private-key [C-DET-1]', () => {
  it.each([
    'PRIVATE KEY',
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'DSA PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ])('finds the whole block of %s', (label) => {
    for (const lineEnd of ['\n', '\r\n', '\\n', '\\\\n', '\\r\\n', ' ', '']) {
      const key = block(label, lineEnd);
      expect(textsFound(privateKey, `key: "${key}", next`)).toEqual([key]);
    }
  });

  it('covers header lines of encrypted PEM and of OpenPGP', () => {
    const pem = `${begin('RSA PRIVATE KEY')}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${'0A1B'.repeat(8)}\n\n${line()}\n${end('RSA PRIVATE KEY')}`;
    const pgp = `${begin('PGP PRIVATE KEY BLOCK')}\nVersion: GnuPG v2.2\nComment: (x) <a@b.c>\n\n${line()}\n=aB3d\n${end('PGP PRIVATE KEY BLOCK')}`;
    expect(textsFound(privateKey, `a ${pem} b ${pgp} c`)).toEqual([pem, pgp]);
  });

  it('covers a block of 12 KiB, and a block that was cut off up to its last line', () => {
    const large = block('RSA PRIVATE KEY', '\n', 190);
    expect(textsFound(privateKey, large)).toEqual([large]);
    const cut = `${begin('PRIVATE KEY')}\n${line()}\n${line(30)}`;
    expect(driveDetector(privateKey, `${cut}"`).found).toMatchObject([{ text: cut, verified: false }]);
    expect(textsFound(privateKey, `${cut} and then some prose`)).toEqual([cut]);
  });

  it('tells two keys apart when the first never ends', () => {
    const first = `${begin('EC PRIVATE KEY')}\n${line()}`;
    const second = block('EC PRIVATE KEY');
    expect(textsFound(privateKey, `${first}\n${second}`)).toEqual([first, second]);
  });

  it.each([
    ['a public key', block('PUBLIC KEY')],
    ['a certificate', block('CERTIFICATE')],
    ['a public key in OpenPGP', block('PGP PUBLIC KEY BLOCK')],
    ['prose about the header', `The ${begin('PRIVATE KEY')} marker is followed by base64 lines and an end marker`],
    ['an example cut short', `${begin('PRIVATE KEY')}\n...\n${end('PRIVATE KEY')}`],
    ['a template', `${begin('PRIVATE KEY')}\n<your key here>\n${end('PRIVATE KEY')}`],
    ['rows of one letter', `${begin('PRIVATE KEY')}\n${'x'.repeat(64)}\n${end('PRIVATE KEY')}`],
    ['four dashes', block('PRIVATE KEY').slice(1)],
    ['a header that never closes', `-----BEGIN PRIVATE KEY ${line()}`],
  ])('stays silent on %s [C-DET-3]', (_, text) => {
    expect(textsFound(privateKey, text)).toEqual([]);
  });
});
