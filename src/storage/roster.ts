/**
 * Who is connected and where: presence, membership and the registry of nodes, leased per node incarnation.
 *
 * Guarantees, each one a case of test/contract/roster.ts:
 * - A member is listed from `enter` until `leave`, or until its node's lease ends.
 * - Lists are in the order of client ids, bounded, and say when not every node answered (`partial`).
 * - Changes are reported at least once each; two changes of one member that cancel out may be reported as none.
 */
import type { ChannelAddress } from '../protocol/address.js';
import type { wire } from '../protocol/codec.js';

export interface RosterMember {
  readonly clientId: string;
  readonly tenant: string;
  readonly subject: string;
  readonly clientType: wire.ClientType;
  readonly screenName: string;
  readonly capabilities: readonly string[];
}

export interface RosterChange {
  readonly address: ChannelAddress;
  readonly joined: readonly RosterMember[];
  /** Client ids. */
  readonly left: readonly string[];
}

export interface RosterPage {
  readonly members: readonly RosterMember[];
  readonly more: boolean;
  readonly total: number;
  /** Not every node answered. */
  readonly partial: boolean;
}

export interface NodeRecord {
  readonly nodeId: string;
  /** Random per start of the process. */
  readonly bootId: string;
  readonly startedAtMs: number;
}

export interface Roster {
  /** A client joined a channel. Joining twice is one membership. */
  enter(address: ChannelAddress, member: RosterMember): void;
  leave(address: ChannelAddress, clientId: string): void;
  members(
    query: { address: ChannelAddress; afterClientId?: string; countMax: number },
    onPage: (page: RosterPage) => void,
  ): void;
  /** Members of a channel on all nodes. */
  count(address: ChannelAddress, onCount: (count: number) => void): void;
  /** Set once, by the server: hears coalesced changes of channels with local members. */
  onChange: (change: RosterChange) => void;
  nodes(onNodes: (nodes: readonly NodeRecord[]) => void): void;
  close(onClosed: () => void): void;
}
