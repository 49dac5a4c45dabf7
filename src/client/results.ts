/** Answers of the bus in plain values: numbers are numbers, enumerations are words. */
import type * as wire from '../protocol/generated/compact-schema.js';
import { toInspection, type Inspection } from './inspection.js';
import type { ClientType, Position } from './options.js';
import type { Message } from './message.js';
import { present } from './present.js';

export type Durability = 'none' | 'memory' | 'stored';

const DURABILITIES: readonly Durability[] = ['none', 'memory', 'stored'];

export function durabilityWord(value: number): Durability {
  return DURABILITIES[value] ?? 'none';
}

/** A publish was accepted. [P3] */
export interface Ack {
  readonly id: string;
  /** Position; both 0 where the message carries none (direct, reply). */
  readonly sequence: number;
  readonly epoch: number;
  readonly durability: Durability;
  /** The id was accepted before; the position is the first one's. [P4] */
  readonly duplicate: boolean;
  /** What inspection did to it, where it did or said something and the operator exposes it. */
  readonly inspection?: Inspection;
}

export function toAck(id: string, ack: wire.Ack, casil?: wire.CasilMetadata): Ack {
  const durability = durabilityWord(ack.durability);
  return { id, ...present(ack), durability, ...(casil && { inspection: toInspection(casil) }) };
}

/** What the server said when the session began. */
export interface Welcome {
  readonly clientId: string;
  readonly tenant: string;
  readonly subject: string;
  readonly grants: wire.Grants;
  readonly limits: wire.Limits;
  readonly durability: Durability;
  readonly durabilityNote: string;
  readonly features: readonly string[];
  readonly protocolVersion: string;
  readonly serverVersion: string;
  readonly pingIntervalMs: number;
  readonly pongDeadlineMs: number;
  /** Milliseconds since 1970; 0 if the credential never expires. */
  readonly expiresAtMs: number;
  readonly bootId: string;
}

export function toWelcome(welcome: wire.Welcome): Welcome {
  const { grants = NO_GRANTS, limits = NO_LIMITS } = welcome;
  return {
    ...present(welcome),
    grants: present(grants),
    limits: present(limits),
    durability: durabilityWord(welcome.durability),
  };
}

const NO_GRANTS: wire.Grants = { publish: [], subscribe: [], history: [], create: [], command: [] };

/** A server that names no limits has the smallest that the protocol is useful with. */
const NO_LIMITS: wire.Limits = {
  payloadBytesMax: 65_536,
  frameBytesMax: 262_144,
  envelopesPerFrameMax: 512,
  subscriptionsMax: 256,
  historyPageMax: 1_000,
  maxHops: 16,
};

export type { Inspection, InspectionOutcome, InspectionRisk } from './inspection.js';
export type { Grants, Limits } from '../protocol/generated/compact-schema.js';

export type GapReason =
  /** Retention dropped them. */
  | 'trimmed'
  /** Their time to live passed. */
  | 'expired'
  /** The room conflates and this connection was slow. */
  | 'conflated'
  /** The channel began a new epoch; from and to are 0. */
  | 'epoch_changed'
  /** The channel was deleted; from and to are 0. */
  | 'channel_deleted'
  /** The server lost the end of the log. */
  | 'tail_lost'
  /** The position is not one of this channel's. */
  | 'epoch_fork'
  /** The session may not read the past, or the server could not give it. */
  | 'not_recoverable';

/** Messages of a channel that will not come. Never silent. [P1] */
export interface Gap {
  readonly room: string;
  readonly channel: string;
  /** First and last missing sequence; 0 where they are not known. */
  readonly from: number;
  readonly to: number;
  readonly epoch: number;
  readonly reason: GapReason;
}

export interface Member {
  readonly clientId: string;
  readonly clientType: ClientType;
  readonly screenName: string;
  readonly capabilities: readonly string[];
  readonly subject: string;
}

const CLIENT_TYPES: readonly ClientType[] = ['service', 'human', 'ai-agent', 'dashboard', 'service'];

export function clientTypeNumber(type: ClientType): number {
  return CLIENT_TYPES.lastIndexOf(type);
}

export function toMember(member: wire.Member): Member {
  return { ...present(member), clientType: CLIENT_TYPES[member.clientType] ?? 'service' };
}

/** Members came or went; unordered against messages. */
export interface PresenceChange {
  readonly room: string;
  readonly channel: string;
  readonly joined: readonly Member[];
  /** Client ids. */
  readonly left: readonly string[];
}

export interface PresencePage {
  readonly members: readonly Member[];
  readonly more: boolean;
  readonly total: number;
  /** Not every node answered. */
  readonly partial: boolean;
}

export interface HistoryPage {
  readonly messages: readonly Message[];
  /** There is more in the direction asked for. */
  readonly more: boolean;
  readonly epoch: number;
  readonly headSequence: number;
  readonly firstSequence: number;
  /** `after` of the next page; absent at the end. */
  readonly next?: Position;
}

export interface ChannelInfo {
  readonly epoch: number;
  readonly sequence: number;
  readonly firstSequence: number;
  readonly retainedCount: number;
  readonly retainedBytes: number;
  readonly members: number;
  readonly durability: Durability;
}

export interface RoomsPage {
  readonly rooms: readonly { readonly room: string; readonly channels: number }[];
  readonly more: boolean;
}

export interface ChannelsPage {
  readonly channels: readonly {
    readonly channel: string;
    readonly epoch: number;
    readonly sequence: number;
    readonly members: number;
  }[];
  readonly more: boolean;
}

export interface ServerStatus {
  readonly serverVersion: string;
  readonly nodeId: string;
  readonly uptimeMs: number;
  readonly durability: Durability;
  readonly draining: boolean;
  /** The server's clock, milliseconds since 1970. */
  readonly timestampMs: number;
}

export interface CommandHelp {
  readonly name: string;
  readonly summary: string;
  readonly allowed: boolean;
}

/** Where a channel stood when it was joined. */
export interface JoinedChannel {
  readonly channel: string;
  /** 0 where the channel does not exist yet. */
  readonly epoch: number;
  readonly sequence: number;
  /** A position was asked for and everything after it follows. */
  readonly recovered: boolean;
  /** Why not, where a position was asked for and it was not recovered. */
  readonly failure?: 'tail_lost' | 'trimmed' | 'epoch_fork' | 'deleted';
}
