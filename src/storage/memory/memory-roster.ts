/**
 * Presence of a bus that is one node. Changes are gathered for a moment before they are told: a client that comes and
 * goes within it is not worth an event, and a thousand joining together make one. Each channel has its own moment: when
 * a tenant hears of its members must not tell it whether others were busy. [S-ROUTE-5] [T-TEN-1]
 */
import type { Clock, Timer } from '../../base/clock.js';
import type { ChannelAddress } from '../../protocol/address.js';
import type { NodeRecord, Roster, RosterChange, RosterMember, RosterPage } from '../roster.js';
import { SortedMembers } from './sorted-members.js';

export interface MemoryRosterOptions {
  readonly clock: Clock;
  readonly node: NodeRecord;
}

/** How long changes are gathered. Well below what a person notices. */
const COALESCE_MS = 75;

interface PendingChange {
  /** By the clock's monotonicMs. */
  readonly dueMs: number;
  readonly address: ChannelAddress;
  readonly joined: Map<string, RosterMember>;
  readonly left: Set<string>;
}

export function createMemoryRoster(options: MemoryRosterOptions): Roster {
  return new MemoryRoster(options);
}

class MemoryRoster implements Roster {
  onChange: (change: RosterChange) => void = () => undefined;
  readonly #clock: Clock;
  readonly #node: NodeRecord;
  readonly #channels = new Map<string, SortedMembers>();
  /** In the order they fall due: all wait equally long. */
  readonly #pending = new Map<string, PendingChange>();
  /** For the first of them. */
  #timer: Timer | null = null;
  #closed = false;

  constructor(options: MemoryRosterOptions) {
    this.#clock = options.clock;
    this.#node = options.node;
  }

  enter(address: ChannelAddress, member: RosterMember): void {
    let members = this.#channels.get(address.key);
    if (members === undefined) {
      members = new SortedMembers();
      this.#channels.set(address.key, members);
    }
    if (!members.add(member)) return;
    const pending = this.#pendingOf(address);
    if (!pending.left.delete(member.clientId)) pending.joined.set(member.clientId, member);
  }

  leave(address: ChannelAddress, clientId: string): void {
    const members = this.#channels.get(address.key);
    if (members === undefined || !members.delete(clientId)) return;
    if (members.size === 0) this.#channels.delete(address.key);
    const pending = this.#pendingOf(address);
    if (!pending.joined.delete(clientId)) pending.left.add(clientId);
  }

  members(
    query: { address: ChannelAddress; afterClientId?: string; countMax: number },
    onPage: (page: RosterPage) => void,
  ): void {
    const members = this.#channels.get(query.address.key);
    const page = members?.page(query.afterClientId ?? '', query.countMax) ?? { members: [], more: false };
    onPage({ ...page, total: members?.size ?? 0, partial: false });
  }

  count(address: ChannelAddress, onCount: (count: number) => void): void {
    onCount(this.#channels.get(address.key)?.size ?? 0);
  }

  nodes(onNodes: (nodes: readonly NodeRecord[]) => void): void {
    onNodes([this.#node]);
  }

  close(onClosed: () => void): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#timer = null;
    this.#pending.clear();
    onClosed();
  }

  #pendingOf(address: ChannelAddress): PendingChange {
    let pending = this.#pending.get(address.key);
    if (pending === undefined) {
      const dueMs = this.#clock.monotonicMs() + COALESCE_MS;
      pending = { dueMs, address, joined: new Map(), left: new Set() };
      this.#pending.set(address.key, pending);
      this.#wait();
    }
    return pending;
  }

  #wait(): void {
    const [first] = this.#pending.values();
    if (first === undefined || this.#timer !== null || this.#closed) return;
    const delayMs = Math.max(0, first.dueMs - this.#clock.monotonicMs());
    this.#timer = this.#clock.setTimer(delayMs, () => this.#tell());
  }

  #tell(): void {
    this.#timer = null;
    const nowMs = this.#clock.monotonicMs();
    for (const [key, { dueMs, address, joined, left }] of this.#pending) {
      if (dueMs > nowMs) break;
      this.#pending.delete(key);
      if (joined.size === 0 && left.size === 0) continue;
      this.onChange({ address, joined: [...joined.values()], left: [...left] });
    }
    this.#wait();
  }
}
