/** The `rooms:` list of the configuration as a function: first match wins, a row of defaults matches the rest. */
import type { Config } from '../config/schema.js';
import { wire } from '../protocol/codec.js';
import type { ResolveRoomPolicy, RoomPolicy } from '../routing/room-policy.js';

const DURABILITIES = { none: wire.Durability.NONE, memory: wire.Durability.MEMORY, stored: wire.Durability.STORED };

type RoomRow = Config['rooms'][number];

/** @param fallback what a room gets that no row matches. */
export function compileRoomPolicies(rows: readonly RoomRow[], fallback: RoomRow): ResolveRoomPolicy {
  const compiled = [...rows, fallback].map((row) => ({ matches: matcher(row.match), policy: toPolicy(row) }));
  const everything = toPolicy(fallback);
  return (_tenant, room) => compiled.find((row) => row.matches(room))?.policy ?? everything;
}

function matcher(pattern: string): (room: string) => boolean {
  if (!pattern.endsWith('*')) return (room) => room === pattern;
  const prefix = pattern.slice(0, -1);
  return (room) => room.startsWith(prefix);
}

function toPolicy(row: RoomRow): RoomPolicy {
  return {
    retention: { countMax: row.retention.count, bytesMax: row.retention.bytes, ageMaxMs: row.retention.age },
    slowConsumer: row.slow_consumer,
    presence: row.presence,
    joinLeaveEvents: row.join_leave_events,
    ttlMs: row.ttl,
    minimumDurability: DURABILITIES[row.minimum_durability],
    autoCreate: row.auto_create,
  };
}
