/** How a room behaves: one row of the ordered `rooms:` list of the configuration, resolved by the first match. */
import type { wire } from '../protocol/codec.js';
import type { Retention, SlowConsumerPolicy } from '../protocol/entry.js';

export interface RoomPolicy {
  readonly retention: Retention;
  readonly slowConsumer: SlowConsumerPolicy;
  /** The presence command answers. */
  readonly presence: boolean;
  /** Members hear of others coming and going. */
  readonly joinLeaveEvents: boolean;
  /** Default time to live of messages, milliseconds; 0 means for ever. */
  readonly ttlMs: number;
  /** Publishes that cannot reach it are refused with DURABILITY_UNAVAILABLE. */
  readonly minimumDurability: wire.Durability;
  /** Publishing to or joining a missing channel creates it (with the create grant). */
  readonly autoCreate: boolean;
}

/** Of a tenant's room; total: the configuration's last row matches everything. */
export type ResolveRoomPolicy = (tenant: string, room: string) => RoomPolicy;
