import { describe, expect, it } from 'vitest';
import { compileGrants } from '../../../src/auth/authorize.js';
import type { GrantSet } from '../../../src/auth/principal.js';
import type { CommandPorts } from '../../../src/commands/command.js';
import { endWhatWasLost } from '../../../src/commands/lost-grants.js';
import { wire } from '../../../src/protocol/codec.js';
import type { HeldSubscription } from '../../../src/routing/router.js';
import { ALL_GRANTS, createCommandHarness } from '../../support/commands/command-harness.js';
import { principal } from '../../support/trust/token-authenticator.js';

/** A session that holds these and now has fewer grants. Returns what ended and what its client was told. */
function lose(held: readonly HeldSubscription[], grants: Partial<GrantSet>, before: GrantSet = ALL_GRANTS) {
  const ended: string[] = [];
  const bus = createCommandHarness();
  const session = bus.session({ grants });
  const router: CommandPorts['router'] = Object.assign(Object.create(bus.ports.router) as CommandPorts['router'], {
    subscriptionsOf: () => held,
    leave: (_who: unknown, room: string, channel: string) => {
      ended.push(`${room}:${channel}`);
      return null;
    },
    endResponder: (_who: unknown, room: string, channel: string) => void ended.push(`responder of ${room}:${channel}`),
  });
  endWhatWasLost(session, compileGrants(principal({ grants: before })), { ...bus.ports, router });
  const told = session.subscriber.received.map(({ room, channel, error }) => `${room}:${channel} ${error?.field}`);
  return { ended, told };
}

const held = (over: Partial<HeldSubscription> = {}): HeldSubscription => ({
  room: 'r',
  channelText: 'c',
  group: '',
  responder: false,
  replaying: false,
  ...over,
});

describe('what a refresh takes away [T-AUTH-6] [P6]', () => {
  it('a subscription that is being caught up with ends with the grant of the past', () => {
    const { ended, told } = lose([held({ replaying: true }), held({ channelText: 'd' })], { history: [] });
    expect(ended).toEqual(['r:c']);
    expect(told).toEqual(['r:c subscription']);
  });

  it('one that was never granted the past, and is made whole after a hitch, stays', () => {
    const before = { ...ALL_GRANTS, history: [] };
    expect(lose([held({ replaying: true })], { history: [] }, before).ended).toEqual([]);
  });

  it('a pattern ends when any of its channels is lost', () => {
    const all = [held({ channelText: '*' }), held({ channelText: 'x.*' }), held({ channelText: 'x.y' })];
    expect(lose(all, { subscribe: ['r:x.*'] }).ended).toEqual(['r:*']);
  });

  it('an answering subscription that is lost is told once, as a whole', () => {
    const { ended, told } = lose([held({ responder: true })], { subscribe: [], command: [] });
    expect(ended).toEqual(['r:c']);
    expect(told).toEqual(['r:c subscription']);
  });
});

describe('a join under way when its grant is lost [T-AUTH-6]', () => {
  it('is refused as if the channel were not there', () => {
    const waiting: (() => void)[] = [];
    const bus = createCommandHarness({
      policy: { autoCreate: false },
      ports: ({ log }) => ({
        log: Object.assign(Object.create(log) as typeof log, {
          head: (...args: Parameters<typeof log.head>) => void waiting.push(() => log.head(...args)),
        }),
      }),
    });
    bus.publish(bus.address('r', 'c'), 'there');
    const session = bus.session();
    const answers = bus.dispatch(session, wire.Command.encode({ join: { room: 'r', channel: 'c' } }).finish());
    session.replacePrincipal(principal({ grants: { ...ALL_GRANTS, subscribe: [] } }));
    for (const answer of waiting.splice(0)) answer();
    expect(answers[0]?.rejection?.name).toBe('NOT_FOUND');
    expect(bus.ports.router.stats().subscriptions).toBe(0);
  });
});
