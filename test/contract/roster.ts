/** What every roster promises, clause by clause of src/storage/roster.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NodeRecord, Roster, RosterChange, RosterMember, RosterPage } from '../../src/storage/roster.js';
import { address } from '../support/drafts.js';

export interface RosterBackend {
  readonly roster: Roster;
  /** Lets gathered changes be told. */
  passTime(ms: number): Promise<void>;
  dispose(): Promise<void>;
}

/** Longer than any backend gathers changes. */
const TOLD_MS = 500;

export function rosterMember(clientId: string): RosterMember {
  return {
    clientId,
    tenant: 'acme',
    subject: `user:${clientId}`,
    clientType: 2,
    screenName: clientId,
    capabilities: [],
  };
}

export function describeRoster(name: string, makeBackend: (node: NodeRecord) => Promise<RosterBackend>): void {
  describe(`roster: ${name} [S-ROUTE-5]`, () => {
    const node: NodeRecord = { nodeId: 'node1', bootId: 'boot1', startedAtMs: 1_760_000_000_000 };
    const general = address('general');
    let backend: RosterBackend;
    let roster: Roster;
    let changes: RosterChange[];

    beforeEach(async () => {
      backend = await makeBackend(node);
      roster = backend.roster;
      changes = [];
      roster.onChange = (change) => changes.push(change);
    });
    afterEach(() => backend.dispose());

    const page = (afterClientId = '', countMax = 10): Promise<RosterPage> =>
      new Promise((resolve) => roster.members({ address: general, afterClientId, countMax }, resolve));
    const count = (): Promise<number> => new Promise((resolve) => roster.count(general, resolve));
    const ids = ({ members }: RosterPage) => members.map(({ clientId }) => clientId);

    it('lists members in the order of their ids, in pages', async () => {
      for (const id of ['c', 'a', 'b']) roster.enter(general, rosterMember(id));
      expect(await page()).toMatchObject({ more: false, total: 3, partial: false });
      expect(ids(await page())).toEqual(['a', 'b', 'c']);
      const first = await page('', 2);
      expect([ids(first), first.more]).toEqual([['a', 'b'], true]);
      const rest = await page('b', 2);
      expect([ids(rest), rest.more]).toEqual([['c'], false]);
    });

    it('lists a member from enter until leave, once', async () => {
      roster.enter(general, rosterMember('a'));
      roster.enter(general, rosterMember('a'));
      expect(await count()).toBe(1);
      roster.leave(general, 'a');
      roster.leave(general, 'a');
      expect(await count()).toBe(0);
      expect(await page()).toMatchObject({ members: [], total: 0 });
    });

    it('keeps channels and tenants apart [P7]', async () => {
      roster.enter(address('general', 'chat', 'other'), rosterMember('a'));
      roster.enter(address('other'), rosterMember('b'));
      expect(await count()).toBe(0);
    });

    it('tells changes gathered, per channel', async () => {
      roster.enter(general, rosterMember('a'));
      roster.enter(general, rosterMember('b'));
      roster.enter(address('other'), rosterMember('a'));
      await backend.passTime(TOLD_MS);
      expect(changes.map((change) => [change.address.channel, change.joined.map(({ clientId }) => clientId)])).toEqual([
        ['general', ['a', 'b']],
        ['other', ['a']],
      ]);
      roster.leave(general, 'a');
      await backend.passTime(TOLD_MS);
      expect(changes.at(-1)).toMatchObject({ joined: [], left: ['a'] });
    });

    it('never loses a change: what was told adds up to who is there', async () => {
      const steps = ['+a', '+b', '-a', '+c', '-b', '+a', '-c', '+b', '-a'];
      for (const [index, step] of steps.entries()) {
        const id = step.slice(1);
        if (step.startsWith('+')) roster.enter(general, rosterMember(id));
        else roster.leave(general, id);
        if (index % 2 === 0) await backend.passTime(TOLD_MS);
      }
      await backend.passTime(TOLD_MS);
      const told = new Set<string>();
      for (const { joined, left } of changes) {
        for (const { clientId } of joined) told.add(clientId);
        for (const id of left) told.delete(id);
      }
      expect([...told].sort()).toEqual(ids(await page()));
    });

    it('knows its own node', async () => {
      const nodes = await new Promise<readonly NodeRecord[]>((resolve) => roster.nodes(resolve));
      expect(nodes).toContainEqual(node);
    });

    it('tells nothing after close', async () => {
      roster.enter(general, rosterMember('a'));
      await new Promise<void>((resolve) => roster.close(resolve));
      await backend.passTime(TOLD_MS);
      roster.enter(general, rosterMember('b'));
      await backend.passTime(TOLD_MS);
      expect(changes).toEqual([]);
    });
  });
}
