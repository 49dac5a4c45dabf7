import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorize,
  authorizerOf,
  compileGrants,
  findMalformedGrants,
  type ChannelAction,
} from '../../../src/auth/authorize.js';
import type { GrantSet, Principal } from '../../../src/auth/principal.js';

const NONE: GrantSet = { publish: [], subscribe: [], history: [], create: [], command: [] };
const ACTIONS: readonly ChannelAction[] = ['publish', 'subscribe', 'history', 'create'];

function principal(grants: Partial<GrantSet>, expiresAtMs = Infinity): Principal {
  return {
    tenant: 'acme',
    subject: 'svc',
    clientType: null,
    roles: [],
    grants: { ...NONE, ...grants },
    capabilities: [],
    subscriptions: [],
    expiresAtMs,
    keyId: 'k1',
  };
}

describe('authorize [P6]', () => {
  it('refuses everything that is not granted', () => {
    const nobody = compileGrants(principal({}));
    for (const action of ACTIONS) expect(nobody.allows(action, 'orders', 'eu')).toBe(false);
    expect(nobody.allowsCommand('ping')).toBe(false);
  });

  it.each(ACTIONS)('a grant to %s allows nothing else', (granted) => {
    const authorizer = compileGrants(principal({ [granted]: ['orders:*'] }));
    for (const action of ACTIONS) expect(authorizer.allows(action, 'orders', 'eu')).toBe(action === granted);
    expect(authorizer.allowsCommand('join')).toBe(false);
  });

  it('allows what any of several patterns allows', () => {
    const authorizer = compileGrants(principal({ publish: ['orders:eu', 'logs*:*'] }));
    expect(authorizer.allows('publish', 'orders', 'eu')).toBe(true);
    expect(authorizer.allows('publish', 'logs-app', 'x')).toBe(true);
    expect(authorizer.allows('publish', 'orders', 'us')).toBe(false);
  });

  it('allows commands by name', () => {
    const authorizer = compileGrants(principal({ command: ['join', 'direct'] }));
    expect(['join', 'leave', 'direct', 'reply'].map((name) => authorizer.allowsCommand(name))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('allows nothing from the moment the credential expires', () => {
    let nowMs = 999;
    const authorizer = compileGrants(principal({ publish: ['*'], command: ['*'] }, 1000), { nowMs: () => nowMs });
    expect([authorizer.allows('publish', 'a', 'b'), authorizer.allowsCommand('ping'), authorizer.expired()]).toEqual([
      true,
      true,
      false,
    ]);
    nowMs = 1000;
    expect([authorizer.allows('publish', 'a', 'b'), authorizer.allowsCommand('ping'), authorizer.expired()]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('compiles a principal once, and another principal of the same name by its own grants', () => {
    const first = principal({ publish: ['orders:*'] });
    const reduced = principal({});
    expect(authorizerOf(first)).toBe(authorizerOf(first));
    expect(authorizerOf(first).principal).toBe(first);
    expect([authorizerOf(first), authorizerOf(reduced)].map((each) => each.allows('publish', 'orders', 'eu'))).toEqual([
      true,
      false,
    ]);
  });

  it('takes a malformed grant for no grant, and names it', () => {
    const grants = { ...NONE, publish: ['orders', 'orders:eu'], history: ['a:b*c'] };
    expect(findMalformedGrants(grants)).toEqual(['orders', 'a:b*c']);
    const authorizer = compileGrants(principal(grants));
    expect(authorizer.allows('publish', 'orders', 'us')).toBe(false);
    expect(authorizer.allows('publish', 'orders', 'eu')).toBe(true);
  });

  it('decides the same as a pure function', () => {
    const name = fc.constantFrom('a', 'ab', 'b');
    const pattern = fc.constantFrom('*', 'a:*', 'a:b', 'a*:*', 'ab:a.*', 'broken');
    fc.assert(
      fc.property(
        fc.array(pattern),
        fc.constantFrom(...ACTIONS),
        name,
        name,
        fc.boolean(),
        (patterns, action, room, channel, expired) => {
          const who = principal({ [action]: patterns }, expired ? 5 : 15);
          const compiled = compileGrants(who, { nowMs: () => 10 });
          expect(authorize(who, { action, room, channel }, 10)).toBe(compiled.allows(action, room, channel));
        },
      ),
    );
    expect(authorize(principal({ command: ['help'] }), { action: 'command', name: 'help' }, 0)).toBe(true);
    expect(authorize(principal({ command: ['help'] }), { action: 'command', name: 'ping' }, 0)).toBe(false);
  });
});
