import { describe, expect, it } from 'vitest';
import type { AuthRequest } from '../../../../src/auth/authenticator.js';
import { ASSERTION_LIFETIME_MAX_MS } from '../../../../src/auth/gateway/assertion.js';
import { findGatewayProblems, normalizeFingerprint, type Gateway } from '../../../../src/auth/gateway/gateway.js';
import { createGatewayAuthenticator } from '../../../../src/auth/gateway/gateway-authenticator.js';
import { FakeClock } from '../../../support/fake-clock.js';

const EDGE_CERTIFICATE = 'a1'.repeat(32);
const OTHER_CERTIFICATE = 'b2'.repeat(32);
const EDGE: Gateway = {
  name: 'edge',
  certificateSha256: [EDGE_CERTIFICATE.toUpperCase().replace(/..(?=.)/g, '$&:')],
  tenants: ['acme', 'acme-*'],
  grants: { publish: ['orders*:*'], subscribe: ['*'], history: [], create: [], command: ['join', 'leave'] },
  subjects: 'user-*',
};
const SHOP: Gateway = {
  ...EDGE,
  name: 'shop',
  certificateSha256: [OTHER_CERTIFICATE],
  tenants: ['shop'],
  subjects: null,
};

const clock = new FakeClock();
const inAnHour = Math.floor(clock.nowMs() / 1000) + 3_600;
const CLAIMS = {
  tenant: 'acme-eu',
  subject: 'user-7',
  grants: { publish: ['orders-eu:*'], subscribe: ['orders:*'], command: ['join'] },
  expires_at: inAnHour,
};
const authenticator = createGatewayAuthenticator([EDGE, SHOP], { clock });

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64url');
const assertion = (claims: unknown) => encode(JSON.stringify(claims));

async function ask(over: Partial<AuthRequest>): Promise<unknown> {
  const answer = await authenticator.authenticate({
    credential: null,
    remoteAddress: '127.0.0.1',
    peerCertificateSha256: EDGE_CERTIFICATE,
    assertedPrincipal: assertion(CLAIMS),
    ...over,
  });
  return answer.ok ? answer.value : answer.error.reason;
}
const say = (text: string) => ask({ assertedPrincipal: text });
const claim = (over: Record<string, unknown>) => say(assertion({ ...CLAIMS, ...over }));

describe('a principal asserted by a gateway [T-AUTH-4] [P6]', () => {
  it('is what the assertion says, vouched for by the gateway', async () => {
    const grants = { publish: ['orders-eu:*'], subscribe: ['orders:*'], history: [], create: [], command: ['join'] };
    expect(await ask({})).toEqual({
      tenant: 'acme-eu',
      subject: 'user-7',
      clientType: null,
      roles: [],
      grants,
      capabilities: [],
      subscriptions: [],
      expiresAtMs: inAnHour * 1000,
      keyId: 'edge',
    });
    expect(
      await claim({
        client_type: 'ai-agent',
        roles: ['buyer'],
        capabilities: ['search'],
        subscriptions: ['orders:eu'],
      }),
    ).toMatchObject({ clientType: 2, roles: ['buyer'], capabilities: ['search'], subscriptions: ['orders:eu'] });
  });

  it('is nobody without a verified certificate of the list, whoever asks and whatever is said', async () => {
    for (const peerCertificateSha256 of [null, '', 'c3'.repeat(32), EDGE_CERTIFICATE.toUpperCase(), 'edge']) {
      expect(await ask({ peerCertificateSha256 })).toBe('not_allowed');
      // Not even whether it could be read is told.
      expect(await ask({ peerCertificateSha256, assertedPrincipal: 'nonsense' })).toBe('not_allowed');
    }
    expect(await ask({ assertedPrincipal: null })).toBe('missing');
  });

  it('stands alone: a credential beside it is ambiguous', async () => {
    expect(await ask({ credential: 'some-token' })).toBe('ambiguous');
  });

  it('stays within the tenants and subjects of its own gateway [P7]', async () => {
    for (const tenant of ['acme', 'acme-', 'acme-eu']) expect(await claim({ tenant })).toMatchObject({ tenant });
    for (const tenant of ['acmeeu', 'umbrella', 'shop', 'Acme', 'default'])
      expect([tenant, await claim({ tenant })]).toEqual([tenant, 'not_allowed']);
    for (const subject of ['user', 'admin', 'xuser-7']) expect(await claim({ subject })).toBe('not_allowed');
    const shop = { ...CLAIMS, tenant: 'shop', subject: 'anyone' };
    expect(await ask({ peerCertificateSha256: OTHER_CERTIFICATE, assertedPrincipal: assertion(shop) })).toMatchObject({
      tenant: 'shop',
      keyId: 'shop',
    });
    expect(await ask({ peerCertificateSha256: OTHER_CERTIFICATE })).toBe('not_allowed');
  });

  it('has no grant its gateway has not: one too many refuses all', async () => {
    for (const grants of [
      { publish: ['orders-eu:*', 'billing:*'] },
      { publish: ['*'] },
      { publish: ['order*:*'] },
      { history: ['orders:eu'] },
      { create: ['orders:eu'] },
      { command: ['*'] },
      { command: ['join', 'create_channel'] },
    ])
      expect([grants, await claim({ grants })]).toEqual([grants, 'not_allowed']);
  });

  it('may do nothing where the assertion names no grants', async () => {
    const { grants: _unsaid, ...rest } = CLAIMS;
    const none = { publish: [], subscribe: [], history: [], create: [], command: [] };
    expect(await say(assertion(rest))).toMatchObject({ grants: none });
    expect(await claim({ grants: {} })).toMatchObject({ grants: none });
  });

  it.each([
    ['empty', ''],
    ['no base64url', 'a b'],
    ['padded', `${assertion(CLAIMS)}=`],
    ['the other alphabet', `${encode('{"a":"???>>>"}').replaceAll('_', '/')}+/`],
    ['bits left over', `${encode('{}')}B`],
    ['two header lines', `${assertion(CLAIMS)}, ${assertion(CLAIMS)}`],
    ['plain JSON', JSON.stringify(CLAIMS)],
    ['no JSON', encode('tenant=acme')],
    ['no object', encode('["acme"]')],
    ['null', encode('null')],
    ['bad UTF-8', Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')],
    ['a byte order mark', encode(`\ufeff${JSON.stringify(CLAIMS)}`)],
    ['something after it', encode(`${JSON.stringify(CLAIMS)}{}`)],
    ['a member twice', encode(JSON.stringify(CLAIMS).replace('{', '{"tenant":"acme",'))],
    ['a member twice, escaped', encode(JSON.stringify(CLAIMS).replace('{', '{"\\u0074enant":"acme",'))],
    ['a grant twice', encode(JSON.stringify(CLAIMS).replace('"publish"', '"publish":["*"],"publish"'))],
    ['an unknown member', assertion({ ...CLAIMS, admin: true })],
    ['__proto__', encode(JSON.stringify(CLAIMS).replace('{', '{"__proto__":{"tenant":"acme"},'))],
    ['the name of a token claim', assertion({ ...CLAIMS, sub: 'user-8' })],
  ])('is malformed: %s', async (_what, text) => {
    expect(await say(text)).toBe('malformed');
  });

  it.each([
    ...[{ tenant: undefined }, { tenant: '' }, { tenant: 'a/b' }, { tenant: 7 }, { tenant: 'acme-\n' }],
    ...[{ subject: undefined }, { subject: '' }, { subject: 'user-\u202e' }, { subject: ['user-7'] }],
    ...[{ grants: null }, { grants: [] }, { grants: { publish: '*' } }, { grants: { publish: ['orders'] } }],
    ...[{ grants: { admin: ['*'] } }, { roles: 'buyer' }, { client_type: 'root' }, { client_type: null }],
    ...[{ subscriptions: ['orders:eu', 'nonsense:::'] }, { capabilities: [1] }],
    ...[{ subscriptions: ['billing:eu'], grants: { subscribe: ['orders:*'] } }],
    ...[
      { expires_at: undefined },
      { expires_at: null },
      { expires_at: String(inAnHour) },
      { expires_at: inAnHour + 0.5 },
    ],
    ...[{ expires_at: inAnHour * 1000 }, { expires_at: 1e300 }, { expires_at: -1 }],
  ])('has claims that cannot be believed: %j', async (over) => {
    expect(await claim(over)).toBe('bad_claims');
  });

  it('ends when the assertion does, at most a day later', async () => {
    const nowSeconds = clock.nowMs() / 1000;
    const daySeconds = ASSERTION_LIFETIME_MAX_MS / 1000;
    expect(await claim({ expires_at: nowSeconds })).toBe('expired');
    expect(await claim({ expires_at: nowSeconds + 1 })).toMatchObject({ expiresAtMs: clock.nowMs() + 1_000 });
    expect(await claim({ expires_at: nowSeconds + daySeconds })).toMatchObject({ keyId: 'edge' });
    expect(await claim({ expires_at: nowSeconds + daySeconds + 1 })).toBe('bad_claims');
  });

  it('is vouched for as long as its gateway is configured', async () => {
    const answer = await authenticator.authenticate({
      credential: null,
      remoteAddress: '127.0.0.1',
      peerCertificateSha256: EDGE_CERTIFICATE,
      assertedPrincipal: assertion(CLAIMS),
    });
    expect(answer.ok && authenticator.stillVouchesFor(answer.value)).toBe(true);
    expect(answer.ok && authenticator.stillVouchesFor({ ...answer.value, keyId: 'gone' })).toBe(false);
  });
});

describe('the description of gateways', () => {
  it('is told every mistake with its place, and is not used with one', () => {
    const broken: Gateway = {
      name: 'edge',
      certificateSha256: ['12:34', EDGE_CERTIFICATE],
      tenants: ['acme*eu'],
      grants: { ...EDGE.grants, publish: ['orders'] },
      subjects: 'a b',
    };
    const problems = findGatewayProblems([EDGE, broken, { ...EDGE, name: 'bare', certificateSha256: [], tenants: [] }]);
    expect(problems.map(({ index, key }) => [index, key])).toEqual([
      [1, 'name'],
      [1, 'certificate_sha256'],
      [1, 'certificate_sha256'],
      [1, 'tenants'],
      [1, 'grants'],
      [1, 'subjects'],
      [2, 'certificate_sha256'],
      [2, 'tenants'],
    ]);
    expect(findGatewayProblems([EDGE, SHOP])).toEqual([]);
    expect(() => createGatewayAuthenticator([EDGE, broken], { clock })).toThrow('gateways[1]');
  });

  it('takes fingerprints as people copy them', () => {
    expect(normalizeFingerprint(EDGE.certificateSha256[0] ?? '')).toBe(EDGE_CERTIFICATE);
    expect(normalizeFingerprint(EDGE_CERTIFICATE)).toBe(EDGE_CERTIFICATE);
    for (const text of [
      '',
      'a1',
      `${EDGE_CERTIFICATE}a1`,
      EDGE_CERTIFICATE.slice(1),
      'g1'.repeat(32),
      'a:1'.repeat(32),
    ])
      expect(normalizeFingerprint(text)).toBeNull();
  });
});
