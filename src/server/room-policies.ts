/** The `rooms:` list of the configuration as a function: first match wins, a row of defaults matches the rest. */
import { configSchema, type Config } from '../config/schema.js';
import { wire } from '../protocol/codec.js';
import type { ResolveRoomPolicy, RoomPolicy } from '../routing/room-policy.js';

const DURABILITIES = { none: wire.Durability.NONE, memory: wire.Durability.MEMORY, stored: wire.Durability.STORED };

type RoomRow = Config['rooms'][number];

/** @param autoCreate development mode: every room creates its channels, whatever its row says. */
export function compileRoomPolicies(
  rows: readonly RoomRow[],
  { autoCreate }: { readonly autoCreate: boolean },
): ResolveRoomPolicy {
  const toRoomPolicy = (row: RoomRow): RoomPolicy => toPolicy(autoCreate ? { ...row, auto_create: true } : row);
  const compiled = rows.map((row) => ({ matches: matcher(row.match), policy: toRoomPolicy(row) }));
  const [defaults] = configSchema.parse({ rooms: [{ match: '*' }] }).rooms.map(toRoomPolicy);
  return (_tenant, room) => (compiled.find((row) => row.matches(room))?.policy ?? defaults) as RoomPolicy;
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
