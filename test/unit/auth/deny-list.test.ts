import { describe, expect, it } from 'vitest';
import { createDenyList, denyFrom, type DenyListEntries } from '../../../src/auth/deny-list.js';
import { InvariantError } from '../../../src/base/invariant.js';
import { principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

function deny(entries: Partial<DenyListEntries>) {
  return createDenyList({ subjects: [], keyIds: [], addresses: [], ...entries });
}

describe('the deny list [T-ACC-1]', () => {
  it.each([
    [['alice'], 'acme', 'alice', true],
    [['alice'], 'other', 'alice', true],
    [['acme/alice'], 'acme', 'alice', true],
    [['acme/alice'], 'other', 'alice', false],
    [['alice'], 'acme', 'alice2', false],
    [['a/b'], 'acme', 'a/b', true],
    [[], 'acme', 'alice', false],
  ])('of subjects %j: %s/%s denied is %s', (subjects, tenant, subject, denied) => {
    expect(deny({ subjects }).deniesPrincipal(principal({ tenant, subject }))).toBe(denied);
  });

  it('names keys, whoever they speak for', () => {
    const list = deny({ keyIds: ['k9'] });
    expect([principal({ keyId: 'k9' }), principal({ keyId: 'k1' })].map((who) => list.deniesPrincipal(who))).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['192.0.2.255', true],
    ['192.0.3.0', false],
    ['::ffff:192.0.2.7', true],
    ['2001:db8::1', true],
    ['2001:db9::1', false],
    ['198.51.100.7', true],
    ['198.51.100.8', false],
    ['no address', false],
  ])('of ranges: %s denied is %s', (address, denied) => {
    expect(deny({ addresses: ['192.0.2.0/24', '2001:db8::/32', '198.51.100.7'] }).deniesAddress(address)).toBe(denied);
  });

  it('is replaced as a whole, and says that it was; a bad one changes nothing', () => {
    const list = deny({ subjects: ['alice'], addresses: ['192.0.2.0/24'] });
    const before = list.revision;
    expect(() => list.replace({ subjects: [], keyIds: [], addresses: ['192.0.2.1/24'] })).toThrow(InvariantError);
    expect(list.deniesPrincipal(principal({ subject: 'alice' }))).toBe(true);
    expect(list.revision).toBe(before);
    list.replace({ subjects: ['bob'], keyIds: [], addresses: [] });
    expect(list.revision).toBeGreaterThan(before);
    expect(list.deniesPrincipal(principal({ subject: 'alice' }))).toBe(false);
    expect(list.deniesAddress('192.0.2.1')).toBe(false);
  });
});

describe('authentication under a deny list [T-ACC-1] [P6]', () => {
  const request = { remoteAddress: '192.0.2.1', peerCertificateSha256: null, assertedPrincipal: null };

  it('looks at no credential of a denied address', async () => {
    const asked: string[] = [];
    const inner = new TokenAuthenticator({ good: principal() });
    const counting = {
      scheme: 'test',
      authenticate: (each: typeof request & { credential: string | null }) => {
        asked.push(each.remoteAddress);
        return inner.authenticate(each);
      },
      stillVouchesFor: () => true,
    };
    const guarded = denyFrom(counting, deny({ addresses: ['192.0.2.0/24'] }));
    expect(await guarded.authenticate({ ...request, credential: 'good' })).toMatchObject({
      error: { reason: 'not_allowed' },
    });
    expect(asked).toEqual([]);
    expect((await guarded.authenticate({ ...request, remoteAddress: '198.51.100.1', credential: 'good' })).ok).toBe(
      true,
    );
  });

  it('refuses denied subjects, and those denied while they were being authenticated', async () => {
    const inner = new TokenAuthenticator({ good: principal({ subject: 'alice' }) });
    const list = deny({});
    const guarded = denyFrom(inner, list);
    const answer = guarded.authenticate({ ...request, credential: 'good' });
    list.replace({ subjects: [], keyIds: [], addresses: ['192.0.2.1'] });
    expect(await answer).toMatchObject({ ok: false, error: { reason: 'not_allowed' } });
    list.replace({ subjects: ['alice'], keyIds: [], addresses: [] });
    expect(await guarded.authenticate({ ...request, credential: 'good' })).toMatchObject({ ok: false });
    list.replace({ subjects: [], keyIds: [], addresses: [] });
    expect(await guarded.authenticate({ ...request, credential: 'good' })).toMatchObject({ ok: true });
    expect(await guarded.authenticate({ ...request, credential: 'bad' })).toMatchObject({
      error: { reason: 'unknown' },
    });
  });

  it('leaves it to the inner one whether a key still stands', () => {
    const inner = new TokenAuthenticator({});
    inner.revokedKeys.add('k9');
    const guarded = denyFrom(inner, deny({}));
    expect([principal({ keyId: 'k9' }), principal()].map((who) => guarded.stillVouchesFor(who))).toEqual([false, true]);
  });
});
