import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/schema.js';
import { wire } from '../../../src/protocol/codec.js';
import { compileRoomPolicies } from '../../../src/server/room-policies.js';

function policies(rooms: unknown[], autoCreate = false) {
  return compileRoomPolicies(configSchema.parse({ rooms }).rooms, { autoCreate });
}

describe('room policies', () => {
  it('give a room the first row that matches, by name, prefix or everything', () => {
    const policy = policies([
      { match: 'orders', ttl: 1 },
      { match: 'orders*', ttl: 2 },
      { match: '*', ttl: 3 },
    ]);
    const ttlMs = (room: string) => policy('default', room).ttlMs;
    expect(['orders', 'orders-eu', 'order', 'Orders'].map(ttlMs)).toEqual([1, 2, 3, 3]);
  });

  it('let a wide row in front hide a narrow one behind it', () => {
    const policy = policies([
      { match: '*', ttl: 1 },
      { match: 'orders', ttl: 2 },
    ]);
    expect(policy('default', 'orders').ttlMs).toBe(1);
  });

  it('give rooms that no row matches the documented defaults of a row', () => {
    const expected = {
      retention: { countMax: 1000, bytesMax: 1_048_576, ageMaxMs: 3_600_000 },
      slowConsumer: 'disconnect',
      presence: true,
      joinLeaveEvents: false,
      ttlMs: 0,
      minimumDurability: wire.Durability.NONE,
      autoCreate: false,
    };
    expect(policies([])('default', 'any')).toEqual(expected);
    expect(policies([{ match: 'other', presence: false }])('default', 'any')).toEqual(expected);
  });

  it('carry every setting of the row', () => {
    const row = {
      match: 'r',
      retention: { count: 7, bytes: '2KiB', age: '3s' },
      slow_consumer: 'conflate',
      presence: false,
      join_leave_events: true,
      ttl: '4s',
      minimum_durability: 'memory',
      auto_create: true,
    };
    expect(policies([row])('default', 'r')).toEqual({
      retention: { countMax: 7, bytesMax: 2048, ageMaxMs: 3000 },
      slowConsumer: 'conflate',
      presence: false,
      joinLeaveEvents: true,
      ttlMs: 4000,
      minimumDurability: wire.Durability.MEMORY,
      autoCreate: true,
    });
  });

  it('create channels everywhere in development mode, whatever the row says', () => {
    const policy = policies([{ match: 'r', auto_create: false, ttl: 5 }], true);
    expect(policy('default', 'r')).toMatchObject({ autoCreate: true, ttlMs: 5 });
    expect(policy('default', 'unmatched').autoCreate).toBe(true);
  });
});
