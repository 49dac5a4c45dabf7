/**
 * Crossings of tenants, planted one at a time: each is a mistake someone could make in a key, a list or a count. The
 * campaign must find every one of them.
 */
import { channelAddress, type ChannelAddress } from '../../../src/protocol/address.js';
import type { LogEntry } from '../../../src/protocol/entry.js';
import type { AppendOutcome } from '../../../src/storage/channel-log.js';
import type { RosterPage } from '../../../src/storage/roster.js';
import type { MemoryBus } from '../memory-bus.js';

export interface Mutant {
  readonly name: string;
  readonly plant: (memoryBus: MemoryBus) => void;
}

const TENANTS = ['a', 'b'] as const;

/** The same place of every tenant. */
const everywhere = ({ room, channel }: ChannelAddress) =>
  TENANTS.map((tenant) => channelAddress({ tenant, room, channel }));
const elsewhere = (address: ChannelAddress) => everywhere(address).filter(({ key }) => key !== address.key);
/** The same message in another channel. */
function entryAt(entry: LogEntry, address: ChannelAddress): LogEntry {
  const { sequence, epoch, timestampMs, expiresAtMs, casil, frame, frameBytes } = entry;
  const copyFrame = (target: Uint8Array, pos: number) => entry.copyFrame(target, pos);
  return { address, sequence, epoch, timestampMs, expiresAtMs, casil, frame, frameBytes, copyFrame };
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a channel that is missing is read where another tenant has it',
    plant({ bus: { log } }) {
      const read = log.read.bind(log);
      log.read = (request, onPage) =>
        read(request, (page) => {
          const [other] = elsewhere(request.address);
          if (page.head.epoch !== 0 || other === undefined) onPage(page);
          else read({ ...request, address: other }, onPage);
        });
    },
  },
  {
    name: 'a channel exists where another tenant has it',
    plant({ bus: { log } }) {
      const head = log.head.bind(log);
      log.head = (address, onHead) =>
        head(address, (own) => {
          const [other] = elsewhere(address);
          if (own.epoch !== 0 || other === undefined) onHead(own);
          else head(other, onHead);
        });
    },
  },
  {
    name: 'channels are listed without their tenant',
    plant({ bus: { log } }) {
      const list = log.list.bind(log);
      log.list = (query, onPage) => {
        for (const tenant of TENANTS) {
          if (tenant === query.tenant) continue;
          list({ ...query, tenant, afterKey: '' }, ({ channels: theirs }) =>
            list(query, ({ channels, more }) => onPage({ channels: [...channels, ...theirs], more })),
          );
        }
      };
    },
  },
  {
    name: 'channels of all tenants count against each',
    plant({ bus: { log } }) {
      const create = log.create.bind(log);
      log.create = (address, onDone) => {
        const count = TENANTS.reduce((sum, tenant) => sum + log.channelCount(tenant), 0);
        if (count >= 6) log.head(address, ({ epoch }) => onDone({ created: false, epoch }));
        else create(address, onDone);
      };
    },
  },
  {
    name: 'deleting a channel deletes it everywhere',
    plant({ bus: { log } }) {
      const remove = log.remove.bind(log);
      log.remove = (address, onDone) => {
        for (const other of elsewhere(address)) remove(other, () => undefined);
        remove(address, onDone);
      };
    },
  },
  {
    name: 'deleted epochs are remembered without their tenant',
    plant({ bus: { log } }) {
      const wasRemoved = log.wasRemoved.bind(log);
      log.wasRemoved = (address, epoch) => everywhere(address).some((one) => wasRemoved(one, epoch));
    },
  },
  {
    name: 'message ids are remembered without their tenant',
    plant({ bus: { log } }) {
      const append = log.append.bind(log);
      const seen = new Map<string, { tenant: string; outcome: AppendOutcome }>();
      log.append = (batch, onSettled) => {
        for (const draft of batch) {
          const { tenant, room, channel } = draft.address;
          const key = `${room}/${channel}/${draft.id}`;
          const known = seen.get(key);
          if (known !== undefined && known.tenant !== tenant) onSettled(draft, known.outcome);
          else append([draft], (own, outcome) => onSettled(own, (seen.set(key, { tenant, outcome }), outcome)));
        }
      };
    },
  },
  {
    name: 'messages are delivered in every tenant',
    plant({ bus: { log, router } }) {
      log.onEntry = (entry) => {
        for (const address of everywhere(entry.address)) router.deliver(entryAt(entry, address));
      };
    },
  },
  {
    name: 'clients are found in every tenant',
    plant({ bus: { router } }) {
      const find = router.findClient.bind(router);
      router.findClient = (_tenant, clientId) => find('a', clientId) ?? find('b', clientId);
    },
  },
  {
    name: 'requests reach responders of every tenant',
    plant({ bus: { router } }) {
      const deliver = router.deliverRequest.bind(router);
      router.deliverRequest = (address, frame, except) => ({
        delivered: everywhere(address).reduce((sum, one) => sum + deliver(one, frame, except).delivered, 0),
      });
    },
  },
  {
    name: 'the end of a channel is told in every tenant',
    plant({ bus: { router } }) {
      const removed = router.channelRemoved.bind(router);
      router.channelRemoved = (address) => everywhere(address).forEach((one) => removed(one));
    },
  },
  {
    name: 'presence is announced in every tenant',
    plant({ bus: { router } }) {
      const announce = router.announce.bind(router);
      router.announce = (address, frame) => everywhere(address).forEach((one) => announce(one, frame));
    },
  },
  {
    name: 'members of every tenant are listed',
    plant({ bus: { roster } }) {
      const members = roster.members.bind(roster);
      roster.members = (query, onPage) => {
        const pages: RosterPage[] = [];
        for (const address of everywhere(query.address)) members({ ...query, address }, (page) => pages.push(page));
        const all = pages.flatMap((page) => page.members);
        onPage({ members: all, more: false, total: all.length, partial: false });
      };
    },
  },
  {
    name: 'members of every tenant are counted',
    plant({ bus: { roster } }) {
      const count = roster.count.bind(roster);
      roster.count = (address, onCount) => {
        let sum = 0;
        for (const one of everywhere(address)) count(one, (members) => (sum += members));
        onCount(sum);
      };
    },
  },
  {
    name: 'rates are counted without their tenant',
    plant({ bus: { limiter } }) {
      const ofSession = limiter.rates.ofSession.bind(limiter.rates);
      limiter.rates.ofSession = ({ subject }) => ofSession({ tenant: 'all', subject });
    },
  },
  {
    name: 'rates of senders in channels are counted without their tenant',
    plant({ bus: { limiter } }) {
      const ofChannel = limiter.rates.ofChannel.bind(limiter.rates);
      limiter.rates.ofChannel = (key, sender) => ofChannel(key.slice(key.indexOf('/')), sender);
    },
  },
  {
    name: 'subjects are banned without their tenant',
    plant({ bus: { limiter } }) {
      const [strike, openSession] = [limiter.strike.bind(limiter), limiter.openSession.bind(limiter)];
      limiter.strike = (culprit) => strike(culprit.what === 'subject' ? { ...culprit, tenant: 'all' } : culprit);
      limiter.openSession = (sender) => {
        const banned = limiter.bans().find(({ tenant, name }) => tenant === 'all' && name === sender.subject);
        if (banned === undefined) return openSession(sender);
        return limiter.rates.waits.subject.for(banned.durationMs);
      };
    },
  },
  {
    name: 'sessions of all tenants count against each',
    plant({ bus: { limiter } }) {
      const { connections } = limiter;
      const openSession = connections.openSession.bind(connections);
      connections.openSession = (tenant) => {
        const open = TENANTS.reduce((sum, one) => sum + connections.ofTenant(one), 0);
        return open >= 4 ? 'limits.connections_per_tenant_max' : openSession(tenant);
      };
    },
  },
];
