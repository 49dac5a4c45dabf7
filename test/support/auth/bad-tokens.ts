/**
 * Tokens that must not open a session: forged, twisted, out of date, or saying what cannot be. Every one of them is
 * made when this is loaded, with the reason for which it is refused. [T-AUTH-1] [P6]
 */
import { createHmac, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AuthFailureReason } from '../../../src/auth/authenticator.js';
import {
  ALL_ALGORITHMS,
  AUDIENCE,
  encode,
  encodeText,
  goodClaims,
  ISSUER,
  makeKey,
  signBytes,
  signSegments,
  signToken,
  type TestKey,
} from './signed-tokens.js';

export const OTHER_ISSUER = 'https://other.example';

/** What the tokens call now: those of a time yet to come are refused as such for a minute. */
export const NOW_MS = Math.floor(Date.now() / 1000) * 1000;
const seconds = NOW_MS / 1000;
export const keys = Object.fromEntries(ALL_ALGORITHMS.map((name) => [name, makeKey(name)])) as Record<string, TestKey>;
export const key = (name: string) => keys[name] as TestKey;
const [ED, HS, RS, PS, ES] = ['EdDSA', 'HS256', 'RS256', 'PS256', 'ES256'].map(key) as [
  TestKey,
  TestKey,
  TestKey,
  TestKey,
  TestKey,
];
/** A key of the same name that belongs to somebody else. */
const STRANGER = makeKey('EdDSA', ED.kid);
/** The other issuer's key, under a name that the first issuer has too. */
export const NAMESAKE = makeKey('EdDSA', ED.kid);
export const LONELY_ISSUER = 'https://lonely.example';
export const LONELY = makeKey('ES256', 'only');

export const claims = (over: Record<string, unknown> = {}) => goodClaims(NOW_MS, over);
export const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([each]) => each !== name));
export const header = (over: Record<string, unknown> = {}) => ({ alg: 'EdDSA', typ: 'JWT', kid: ED.kid, ...over });
export const good = signToken(ED, claims());
const [goodHeader = '', goodClaimsText = '', goodSignature = ''] = good.split('.');

/** Well signed, with claims as given: a JSON value, or the text of one. */
export const saying = (content: Record<string, unknown> | string) =>
  signSegments(ED, encode(header()), typeof content === 'string' ? encodeText(content) : encode(content));
/** Well signed, with a header as given. */
export const headed = (content: Record<string, unknown> | string) =>
  signSegments(ED, typeof content === 'string' ? encodeText(content) : encode(content), goodClaimsText);
/** Good claims as text, with more members written behind the good ones. */
export const claimsPlus = (members: string) => `${JSON.stringify(claims()).slice(0, -1)},${members}}`;
const unsigned = (alg: string, signature = '') => `${encode(header({ alg }))}.${goodClaimsText}.${signature}`;

/** Signed with an algorithm and a key, and named as a key and an algorithm, that need not belong together. */
function swapped(named: TestKey, alg: string, signer: Pick<TestKey, 'signer'>, signedAs = alg): string {
  const input = `${encode({ alg, typ: 'JWT', kid: named.kid })}.${goodClaimsText}`;
  return `${input}.${signBytes(signedAs, signer.signer, input).toString('base64url')}`;
}

/** HMAC with bytes that are no secret: a public key as everyone can read it. */
function hmacWith(named: TestKey, secret: Buffer, alg = 'HS256'): string {
  const input = `${encode({ alg, typ: 'JWT', kid: named.kid })}.${goodClaimsText}`;
  const hash = `sha${alg.slice(2)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

const derOf = (named: TestKey, type: 'spki' | 'pkcs1') =>
  createPublicKey(named.material).export({ type, format: 'der' });
const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey;

/** ECDSA as DER instead of two numbers of fixed length: the same signature in another dress. */
function derSignature(): string {
  const token = signToken(ES, claims());
  const [head = '', body = '', signature = ''] = token.split('.');
  const raw = Buffer.from(signature, 'base64url');
  const integer = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
    return Buffer.concat([Buffer.of(2, positive.length), positive]);
  };
  const both = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return `${head}.${body}.${Buffer.concat([Buffer.of(0x30, both.length), both]).toString('base64url')}`;
}

export type BadToken = readonly [what: string, token: string, reason: AuthFailureReason];

const UNSIGNED: BadToken[] = [
  ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg): BadToken[] => [
    [`alg ${alg}, no signature`, unsigned(alg), 'wrong_algorithm'],
    [`alg ${alg}, the signature of another token`, unsigned(alg, goodSignature), 'wrong_algorithm'],
  ]),
  ['alg none without the last dot', unsigned('none').slice(0, -1), 'malformed'],
  ['alg none with a space', unsigned('none ', goodSignature), 'wrong_algorithm'],
  ['alg empty', unsigned('', goodSignature), 'wrong_algorithm'],
  ['no signature', `${goodHeader}.${goodClaimsText}.`, 'malformed'],
  ['no alg', headed({ typ: 'JWT', kid: ED.kid }), 'malformed'],
  ['alg a number', headed({ alg: 0, kid: ED.kid }), 'malformed'],
  ['alg a list', headed({ alg: ['EdDSA'], kid: ED.kid }), 'malformed'],
  ['alg null', headed({ alg: null, kid: ED.kid }), 'malformed'],
];

const SWAPPED: BadToken[] = [
  ['RS256 key, HS256 with its PEM as secret', hmacWith(RS, RS.material), 'wrong_algorithm'],
  [
    'RS256 key, HS256 with its PEM, trimmed',
    hmacWith(RS, Buffer.from(RS.material.toString().trim())),
    'wrong_algorithm',
  ],
  ['RS256 key, HS256 with its SPKI bytes', hmacWith(RS, derOf(RS, 'spki')), 'wrong_algorithm'],
  ['RS256 key, HS256 with its PKCS#1 bytes', hmacWith(RS, derOf(RS, 'pkcs1')), 'wrong_algorithm'],
  ['RS256 key, HS512 with its PEM', hmacWith(RS, RS.material, 'HS512'), 'wrong_algorithm'],
  ['ES256 key, HS256 with its PEM', hmacWith(ES, ES.material), 'wrong_algorithm'],
  ['EdDSA key, HS256 with its public bytes', hmacWith(ED, derOf(ED, 'spki').subarray(-32)), 'wrong_algorithm'],
  ['HS256 key named, signed by RS256', swapped(HS, 'RS256', RS), 'wrong_algorithm'],
  ['HS256 key, HS256 with the PEM of another key', hmacWith(HS, RS.material), 'bad_signature'],
  ['HS256 key, an empty secret', hmacWith(HS, Buffer.alloc(0)), 'bad_signature'],
  ['HS256 key, its name as secret', hmacWith(HS, Buffer.from(HS.kid)), 'bad_signature'],
  ['HS256 key, HS512 with the right secret', swapped(HS, 'HS512', HS), 'wrong_algorithm'],
  ['HS256 key, half a signature', signToken(HS, claims()).slice(0, -22), 'malformed'],
  ['RS256 key, PS256 with the right key', swapped(RS, 'PS256', RS), 'wrong_algorithm'],
  ['RS256 key, RS512 with the right key', swapped(RS, 'RS512', RS), 'wrong_algorithm'],
  ['RS256 named, PS256 made', swapped(RS, 'RS256', RS, 'PS256'), 'bad_signature'],
  ['PS256 named, RS256 made', swapped(PS, 'PS256', PS, 'RS256'), 'bad_signature'],
  ['ES256 named, made on P-384', swapped(ES, 'ES256', { signer: otherCurve }), 'bad_signature'],
  ['ES256 named, made on secp256k1', swapped(ES, 'ES256', { signer: koblitz }), 'bad_signature'],
  ['ES256 key, ES384', swapped(ES, 'ES384', { signer: otherCurve }), 'wrong_algorithm'],
  ['ES256 key, ES256K', swapped(ES, 'ES256K', { signer: koblitz }, 'ES256'), 'wrong_algorithm'],
  [
    'ES256, a signature of zeros',
    `${signToken(ES, claims()).replace(/[^.]*$/, '')}${encodeText(Buffer.alloc(64))}`,
    'bad_signature',
  ],
  ['ES256, a signature as DER', derSignature(), 'bad_signature'],
  ['EdDSA by another key of the same name', signToken(STRANGER, claims()), 'bad_signature'],
  ['EdDSA, a signature of zeros', `${goodHeader}.${goodClaimsText}.${encodeText(Buffer.alloc(64))}`, 'bad_signature'],
  ['alg in lower case', headed(header({ alg: 'eddsa' })), 'wrong_algorithm'],
  ['alg Ed448', headed(header({ alg: 'Ed448' })), 'wrong_algorithm'],
  ['alg that every object inherits', headed(header({ alg: 'constructor' })), 'wrong_algorithm'],
  ['alg with a look-alike letter', headed(header({ alg: 'ЕdDSA' })), 'wrong_algorithm'],
  ['alg with an invisible character', headed(header({ alg: 'EdDSA\u200b' })), 'wrong_algorithm'],
];

const KEYS: BadToken[] = [
  ['no kid where there are several keys', headed({ alg: 'EdDSA' }), 'unknown'],
  ['kid of a key that is none', headed(header({ kid: 'nobody' })), 'unknown'],
  ['kid of another key', headed(header({ kid: ES.kid })), 'wrong_algorithm'],
  ['kid empty', headed(header({ kid: '' })), 'malformed'],
  ['kid a number', headed(header({ kid: 1 })), 'malformed'],
  ['kid null', headed(header({ kid: null })), 'malformed'],
  ['kid a list', headed(header({ kid: [ED.kid] })), 'malformed'],
  ['kid a path', headed(header({ kid: '../../../../dev/null' })), 'unknown'],
  ['kid an address', headed(header({ kid: 'https://evil.example/key' })), 'unknown'],
  ['kid with SQL', headed(header({ kid: "x' UNION SELECT 'key" })), 'malformed'],
  ['kid with a NUL', headed(header({ kid: `${ED.kid}\0` })), 'malformed'],
  ['kid with a space behind it', headed(header({ kid: `${ED.kid} ` })), 'malformed'],
  ['kid in capitals', headed(header({ kid: ED.kid.toUpperCase() })), 'unknown'],
  ['kid that every object inherits', headed(header({ kid: '__proto__' })), 'unknown'],
  ['kid huge', headed(header({ kid: 'k'.repeat(3000) })), 'malformed'],
  ["the other issuer's key of the same name", signToken(NAMESAKE, claims()), 'bad_signature'],
  ["this issuer's key for the other issuer", signToken(ED, claims({ iss: OTHER_ISSUER })), 'bad_signature'],
  [
    'kid of nobody where there is one key',
    signToken({ ...LONELY, kid: 'x' }, claims({ iss: LONELY_ISSUER })),
    'unknown',
  ],
  ['a key brought along (jwk)', signToken(STRANGER, claims(), { jwk: STRANGER.jwk }), 'malformed'],
  ['a good token with a key brought along', headed(header({ jwk: ED.jwk })), 'malformed'],
  ['jku', headed(header({ jku: 'https://evil.example/keys' })), 'malformed'],
  ['x5u', headed(header({ x5u: 'https://evil.example/cert' })), 'malformed'],
  ['x5c', headed(header({ x5c: [encodeText('certificate')] })), 'malformed'],
];

const SHAPE: BadToken[] = [
  ['a word', 'token', 'malformed'],
  ['two dots', '..', 'malformed'],
  ['no header', `.${goodClaimsText}.${goodSignature}`, 'malformed'],
  ['no claims', `${goodHeader}..${goodSignature}`, 'malformed'],
  ['two segments', `${goodHeader}.${goodClaimsText}`, 'malformed'],
  ['four segments', `${good}.${goodSignature}`, 'malformed'],
  ['an empty fourth segment', `${good}.`, 'malformed'],
  ['an encrypted token (five segments)', `${encode({ alg: 'dir', enc: 'A256GCM' })}..aXY.Y2lwaGVy.dGFn`, 'malformed'],
  ['the header of an encrypted token', headed(header({ enc: 'A256GCM' })), 'malformed'],
  ['compressed', headed(header({ zip: 'DEF' })), 'malformed'],
  [
    'JSON serialization',
    JSON.stringify({ protected: goodHeader, payload: goodClaimsText, signature: goodSignature }),
    'malformed',
  ],
  ['a token inside a token', signSegments(ED, encode(header({ cty: 'JWT' })), encodeText(good)), 'malformed'],
  ['its signature cut short', good.slice(0, -2), 'bad_signature'],
  ['its signature cut to half a byte', good.slice(0, -1), 'malformed'],
  ['its signature longer', `${good}AAAA`, 'bad_signature'],
  ['padding', `${good}==`, 'malformed'],
  [
    'padding in the header',
    `${encodeText(`${JSON.stringify(header())} `)}=.${goodClaimsText}.${goodSignature}`,
    'malformed',
  ],
  ['the other base64 alphabet (+)', `${goodHeader}.${goodClaimsText}.${`+${goodSignature.slice(1)}`}`, 'malformed'],
  ['the other base64 alphabet (/)', `${goodHeader}.${goodClaimsText}.${`/${goodSignature.slice(1)}`}`, 'malformed'],
  ['bits left over in the signature', withBitsLeftOver(good), 'malformed'],
  ['bits left over in the claims', looseClaims(), 'malformed'],
  ['a space before', ` ${good}`, 'malformed'],
  ['a space behind', `${good} `, 'malformed'],
  ['a line end behind', `${good}\n`, 'malformed'],
  ['a line end inside', `${goodHeader}.\r\n${goodClaimsText}.${goodSignature}`, 'malformed'],
  [
    'a tab inside the signature',
    `${goodHeader}.${goodClaimsText}.${goodSignature.slice(0, 9)}\t${goodSignature.slice(9)}`,
    'malformed',
  ],
  ['a NUL behind', `${good}\0`, 'malformed'],
  ['the scheme inside', `bearer ${good}`, 'malformed'],
  ['the subprotocol inside', `bearer.${good}`, 'malformed'],
  ['quotes around', `"${good}"`, 'malformed'],
  ['percent-encoded dots', good.replaceAll('.', '%2E'), 'malformed'],
  ['full-width dots', good.replaceAll('.', '．'), 'malformed'],
  ['a look-alike letter', good.replace('e', 'е'), 'malformed'],
  ['a zero-width character', `\u200b${good}`, 'malformed'],
  ['a byte order mark', `\u{feff}${good}`, 'malformed'],
  ['a lone surrogate', `${good}\ud800`, 'malformed'],
  ['past the bound', saying(claims({ filler: 'x'.repeat(8192) })), 'malformed'],
  ['a megabyte', 'a'.repeat(1_048_576), 'malformed'],
  ['dots only', '.'.repeat(8192), 'malformed'],
  ['random bytes', `${[16, 64, 64].map((length) => randomBytes(length).toString('base64url')).join('.')}`, 'malformed'],
];

const HEADER: BadToken[] = [
  ['a header that is no JSON', headed('{alg:EdDSA}'), 'malformed'],
  ['a header that is a list', headed('["EdDSA"]'), 'malformed'],
  ['a header that is null', headed('null'), 'malformed'],
  ['alg twice', headed(`{"alg":"none","alg":"EdDSA","kid":"${ED.kid}"}`), 'malformed'],
  ['alg twice, once escaped', headed(`{"alg":"EdDSA","\\u0061lg":"none","kid":"${ED.kid}"}`), 'malformed'],
  ['kid twice', headed(`{"alg":"EdDSA","kid":"${ES.kid}","kid":"${ED.kid}"}`), 'malformed'],
  ['a header with something behind it', headed(`${JSON.stringify(header())}{}`), 'malformed'],
  [
    'a header that is not UTF-8',
    signSegments(ED, Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url'), goodClaimsText),
    'malformed',
  ],
  ['a header behind a byte order mark', headed(`\u{feff}${JSON.stringify(header())}`), 'malformed'],
  ['crit', headed(header({ crit: ['exp'], exp: seconds })), 'malformed'],
  ['crit empty', headed(header({ crit: [] })), 'malformed'],
  ['an unencoded payload', headed(header({ b64: false, crit: ['b64'] })), 'malformed'],
  ['b64 without crit', headed(header({ b64: true })), 'malformed'],
  ['typ of another kind of token', headed(header({ typ: 'logout+jwt' })), 'malformed'],
  ['typ a proof of possession', headed(header({ typ: 'dpop+jwt' })), 'malformed'],
  ['typ empty', headed(header({ typ: '' })), 'malformed'],
  ['typ null', headed(header({ typ: null })), 'malformed'],
];

const TIME: BadToken[] = [
  ['expired', saying(claims({ exp: seconds - 10, iat: seconds - 100 })), 'expired'],
  ['expired in 1970', saying(claims({ exp: 0, iat: 0 })), 'expired'],
  ['not yet valid', saying(claims({ nbf: seconds + 60 })), 'not_yet_valid'],
  ['issued in the future', saying(claims({ iat: seconds + 60 })), 'not_yet_valid'],
  ['no exp', saying(without('exp')), 'bad_claims'],
  ['exp a string', saying(claims({ exp: String(seconds + 3600) })), 'bad_claims'],
  ['exp a date', saying(claims({ exp: '2999-01-01T00:00:00Z' })), 'bad_claims'],
  ['exp a fraction', saying(claims({ exp: seconds + 3600.5 })), 'bad_claims'],
  ['exp negative', saying(claims({ exp: -1 })), 'bad_claims'],
  ['exp past the year 9999', saying(claims({ exp: 253_402_300_800 })), 'bad_claims'],
  ['exp in milliseconds', saying(claims({ exp: NOW_MS + 3_600_000 })), 'bad_claims'],
  ['exp 1e309', saying(JSON.stringify(without('exp')).replace('{', '{"exp":1e309,')), 'bad_claims'],
  ['exp a boolean', saying(claims({ exp: true })), 'bad_claims'],
  ['exp null', saying(claims({ exp: null })), 'bad_claims'],
  ['exp a list', saying(claims({ exp: [seconds + 3600] })), 'bad_claims'],
  ['exp twice', saying(claimsPlus(`"exp":${seconds + 7200}`)), 'malformed'],
  ['exp twice, once escaped', saying(claimsPlus(`"\\u0065xp":${seconds + 7200}`)), 'malformed'],
  ['nbf a string', saying(claims({ nbf: '0' })), 'bad_claims'],
  ['nbf null', saying(claims({ nbf: null })), 'bad_claims'],
  ['iat a fraction', saying(claims({ iat: seconds - 0.5 })), 'bad_claims'],
  ['iat null', saying(claims({ iat: null })), 'bad_claims'],
  ['valid for longer than a day', saying(claims({ exp: seconds + 86_401 })), 'bad_claims'],
];

const PARTIES: BadToken[] = [
  ['iss missing', saying(without('iss')), 'bad_claims'],
  ['iss a list', saying(claims({ iss: [ISSUER] })), 'bad_claims'],
  ['iss null', saying(claims({ iss: null })), 'bad_claims'],
  ['iss of nobody here', saying(claims({ iss: 'https://evil.example' })), 'wrong_issuer'],
  ['iss the beginning of a known one', saying(claims({ iss: ISSUER.slice(0, -1) })), 'wrong_issuer'],
  ['iss that begins like a known one', saying(claims({ iss: `${ISSUER}.evil.example` })), 'wrong_issuer'],
  ['iss with a slash behind', saying(claims({ iss: `${ISSUER}/` })), 'wrong_issuer'],
  ['iss in capitals', saying(claims({ iss: ISSUER.toUpperCase() })), 'wrong_issuer'],
  ['iss that every object inherits', saying(claims({ iss: 'constructor' })), 'wrong_issuer'],
  ['iss twice', saying(claimsPlus(`"iss":"${ISSUER}"`)), 'malformed'],
  ['aud missing', saying(without('aud')), 'bad_claims'],
  ['aud of another', saying(claims({ aud: 'other' })), 'wrong_audience'],
  ['aud in capitals', saying(claims({ aud: 'ARQONBUS' })), 'wrong_audience'],
  ['aud that begins like ours', saying(claims({ aud: 'arqonbus.evil' })), 'wrong_audience'],
  ['aud empty', saying(claims({ aud: '' })), 'wrong_audience'],
  ['aud a list without us', saying(claims({ aud: ['other', 'another'] })), 'wrong_audience'],
  ['aud an empty list', saying(claims({ aud: [] })), 'wrong_audience'],
  ['aud a list with a number', saying(claims({ aud: [AUDIENCE, 1] })), 'bad_claims'],
  ['aud a list in a list', saying(claims({ aud: [[AUDIENCE]] })), 'bad_claims'],
  ['aud an object', saying(claims({ aud: { arqonbus: true } })), 'bad_claims'],
  ['aud a list of 65', saying(claims({ aud: Array(65).fill(AUDIENCE) })), 'bad_claims'],
  ['aud twice', saying(claimsPlus(`"aud":"${AUDIENCE}"`)), 'malformed'],
];

const IDENTITY: BadToken[] = [
  ['claims that are a list', signSegments(ED, encode(header()), encode([claims()])), 'malformed'],
  ['claims that are a string', signSegments(ED, encode(header()), encode('admin')), 'malformed'],
  ['claims nested too deep', saying(claimsPlus(`"x":${'['.repeat(40)}${']'.repeat(40)}`)), 'malformed'],
  ['sub missing', saying(without('sub')), 'bad_claims'],
  ['sub twice', saying(claimsPlus('"sub":"root"')), 'malformed'],
  ...(
    [
      ['empty', ''],
      ['a number', 7],
      ['null', null],
      ['an object', {}],
      ['a list', ['agent-7']],
      ['with a line end', 'agent\n7'],
      ['with an escape', 'agent\u001b[31m'],
      ['with a NUL', 'agent\0'],
      ['with a C1 control', 'agent\u0085'],
      ['turned around', 'agent\u202e7'],
      ['with an invisible character', 'agent\u200b7'],
      ['with a look-alike letter', 'аgent-7'],
      ['with a lone surrogate', 'agent\ud800'],
      ['with a space before', ' agent'],
      ['a space', ' '],
      ['too long', 'x'.repeat(201)],
    ] as const
  ).map(([what, sub]): BadToken => [`sub ${what}`, saying(claims({ sub })), 'bad_claims']),
  ['tenant missing', saying(without('tenant')), 'bad_claims'],
  ['tenant twice', saying(claimsPlus('"tenant":"evil"')), 'malformed'],
  ...(
    [
      ['empty', ''],
      ['null', null],
      ['a number', 1],
      ['a list', ['acme']],
      ['an object', { toString: 'acme' }],
      ['with a slash', 'acme/evil'],
      ['with a colon', 'acme:evil'],
      ['a pattern', '*'],
      ['with a space', 'acme '],
      ['with a line end', 'acme\n'],
      ['too long', 'a'.repeat(129)],
    ] as const
  ).map(([what, tenant]): BadToken => [`tenant ${what}`, saying(claims({ tenant })), 'bad_claims']),
  ["a tenant that is not its issuer's", signToken(NAMESAKE, claims({ iss: OTHER_ISSUER })), 'bad_claims'],
];

const GRANTS: BadToken[] = [
  ['grants missing', saying(without('arqonbus')), 'bad_claims'],
  ['grants twice', saying(claimsPlus('"arqonbus":{"publish":["*"]}')), 'malformed'],
  ['a grant twice', saying(JSON.stringify(claims()).replace('{"publish"', '{"publish":["*"],"publish"')), 'malformed'],
  ...(
    [
      ['null', null],
      ['a string', '*'],
      ['a list', ['*']],
      ['true', true],
      ['of an unknown name', { admin: ['*'] }],
      ['of a name in capitals', { Publish: ['*'] }],
      ['of a name every object inherits', JSON.parse('{"__proto__":["*"]}') as unknown],
      ['a string where a list belongs', { publish: '*' }],
      ['null where a list belongs', { publish: null }],
      ['a list of lists', { publish: [['*']] }],
      ['a list of numbers', { publish: [1] }],
      ['a malformed pattern', { publish: ['orders'] }],
      ['a pattern with a star inside', { subscribe: ['or*ders:eu'] }],
      ['an empty pattern', { history: [''] }],
      ['a pattern with a line end', { create: ['orders:eu\n'] }],
      ['a pattern too long', { publish: [`${'r'.repeat(129)}:*`] }],
      ['a malformed command', { command: ['join leave'] }],
      ['a command pattern that is none', { command: ['jo*'] }],
    ] as const
  ).map(([what, arqonbus]): BadToken => [`grants ${what}`, saying(claims({ arqonbus })), 'bad_claims']),
  ...(
    [
      ['outside the grants', ['secrets:eu']],
      ['wider than the grants', ['*:*']],
      ['of one more room', ['orders:eu', 'logs:*']],
      ['malformed', ['orders:e*']],
      ['a pattern over rooms', ['ord*:eu']],
      ['a string', 'orders:eu'],
      ['null', null],
      ['numbers', [1]],
    ] as const
  ).map(([what, subscriptions]): BadToken => [
    `subscriptions ${what}`,
    saying(claims({ subscriptions })),
    'bad_claims',
  ]),
  ['roles a string', saying(claims({ roles: 'admin' })), 'bad_claims'],
  ['roles with a control character', saying(claims({ roles: ['ad\u0007min'] })), 'bad_claims'],
  ['a role too long', saying(claims({ roles: ['r'.repeat(129)] })), 'bad_claims'],
  ['capabilities an object', saying(claims({ capabilities: {} })), 'bad_claims'],
  ['an empty capability', saying(claims({ capabilities: [''] })), 'bad_claims'],
  ['a client type that is none', saying(claims({ client_type: 'root' })), 'bad_claims'],
  ['a client type as a number', saying(claims({ client_type: 1 })), 'bad_claims'],
];

export const BAD_TOKENS: readonly BadToken[] = [
  ...UNSIGNED,
  ...SWAPPED,
  ...KEYS,
  ...SHAPE,
  ...HEADER,
  ...TIME,
  ...PARTIES,
  ...IDENTITY,
  ...GRANTS,
];

/** The same signature with other bits where no byte is: 64 bytes leave four of them free. */
function withBitsLeftOver(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.at(-1) ?? '');
  return token.slice(0, -1) + (alphabet[last + 1] ?? '');
}

/** Signed over a claims segment that a lenient decoder reads as good claims, and that is not its canonical text. */
function looseClaims(): string {
  let text = JSON.stringify(claims());
  while (Buffer.byteLength(text) % 3 !== 1) text += ' ';
  return signSegments(ED, encode(header()), withBitsLeftOver(encodeText(text)));
}
