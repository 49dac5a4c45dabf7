import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectionCounts } from '../../../src/limits/connection-counts.js';

const NO_SHARES = { shareMin: 0, tenants: 1 };

describe('connection counts [T-LIM-1] [T-TEN-2]', () => {
  it('refuse one past limits.connections_max and name it', () => {
    const counts = new ConnectionCounts({ connectionsMax: 2, perAddressMax: 0, perTenantMax: 0, shares: NO_SHARES });
    expect([counts.openConnection('10.0.0.1'), counts.openConnection('10.0.0.2')]).toEqual([null, null]);
    expect(counts.openConnection('10.0.0.3')).toBe('limits.connections_max');
    counts.closeConnection('10.0.0.1');
    expect(counts.openConnection('10.0.0.3')).toBeNull();
  });

  it('refuse one past limits.connections_per_address_max, for an IPv6 /64 as for an IPv4 address', () => {
    const counts = new ConnectionCounts({ connectionsMax: 100, perAddressMax: 2, perTenantMax: 0, shares: NO_SHARES });
    for (const addresses of [
      ['10.0.0.1', '::ffff:10.0.0.1', '10.0.0.1'],
      ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3'],
    ]) {
      expect(addresses.map((address) => counts.openConnection(address))).toEqual([
        null,
        null,
        'limits.connections_per_address_max',
      ]);
    }
    expect(counts.openConnection('2001:db8:0:1::1')).toBeNull();
    expect(counts.open).toBe(5);
  });

  it('refuse one past limits.connections_per_tenant_max', () => {
    const counts = new ConnectionCounts({ connectionsMax: 100, perAddressMax: 0, perTenantMax: 2, shares: NO_SHARES });
    expect([1, 2, 3].map(() => counts.openSession('a'))).toEqual([null, null, 'limits.connections_per_tenant_max']);
    expect(counts.openSession('b')).toBeNull();
    counts.closeSession('a');
    expect(counts.openSession('a')).toBeNull();
  });

  it('admit a tenant below its share when another has taken all it can', () => {
    const shares = { shareMin: 0.4, tenants: 4 };
    const counts = new ConnectionCounts({ connectionsMax: 20, perAddressMax: 0, perTenantMax: 0, shares });
    let opened = 0;
    while (counts.openSession('greedy') === null) opened += 1;
    expect(opened).toBe(14);
    expect([1, 2, 3].map(() => counts.openSession('b'))).toEqual([null, null, 'limits.connections_max']);
  });

  it('have no limit per address or tenant at 0', () => {
    const counts = new ConnectionCounts({ connectionsMax: 500, perAddressMax: 0, perTenantMax: 0, shares: NO_SHARES });
    for (let index = 0; index < 500; index += 1) {
      expect(counts.openConnection('10.0.0.1')).toBeNull();
      expect(counts.openSession('a')).toBeNull();
    }
  });

  it('throw for a close without an open', () => {
    const counts = new ConnectionCounts({ connectionsMax: 5, perAddressMax: 0, perTenantMax: 0, shares: NO_SHARES });
    expect(() => counts.closeConnection('10.0.0.1')).toThrow('not opened');
    expect(() => counts.closeSession('a')).toThrow('gave back');
  });

  it('are exact under any sequence of opens and closes, and hold no more addresses than connections', () => {
    const addresses = ['10.0.0.1', '10.0.0.2', '2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'];
    const groups = ['10.0.0.1', '10.0.0.2', 'p1', 'p1', 'p2'];
    const step = fc.record({
      open: fc.boolean(),
      address: fc.nat(addresses.length - 1),
      tenant: fc.nat(3),
      session: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.record({
          connectionsMax: fc.integer({ min: 1, max: 20 }),
          perAddressMax: fc.nat(6),
          perTenantMax: fc.nat(6),
          shares: fc.record({ shareMin: fc.constantFrom(0, 0.25, 0.5, 1), tenants: fc.integer({ min: 1, max: 4 }) }),
        }),
        fc.array(step, { maxLength: 200 }),
        (bounds, steps) => {
          const counts = new ConnectionCounts(bounds);
          const open: number[] = [];
          const sessions: string[] = [];
          const ofGroup = (address: number) => open.filter((other) => groups[other] === groups[address]).length;
          for (const { open: opens, address, tenant: number, session } of steps) {
            const tenant = `t${number}`;
            if (session && opens) {
              const held = sessions.filter((name) => name === tenant).length;
              const others = new Set(sessions.filter((name) => name !== tenant)).size;
              const refused = counts.openSession(tenant);
              const atMax = bounds.perTenantMax > 0 && held >= bounds.perTenantMax;
              if (atMax) expect(refused).toBe('limits.connections_per_tenant_max');
              const share = Math.floor((bounds.connectionsMax * bounds.shares.shareMin) / bounds.shares.tenants);
              if (!atMax && others < bounds.shares.tenants && held < share) expect(refused).toBeNull();
              if (refused === null) sessions.push(tenant);
            } else if (session) {
              const index = sessions.indexOf(tenant);
              if (index < 0) continue;
              sessions.splice(index, 1);
              counts.closeSession(tenant);
            } else if (opens) {
              const atAddress = bounds.perAddressMax > 0 && ofGroup(address) >= bounds.perAddressMax;
              const refused = counts.openConnection(addresses[address] ?? '');
              if (open.length >= bounds.connectionsMax) expect(refused).toBe('limits.connections_max');
              else expect(refused).toBe(atAddress ? 'limits.connections_per_address_max' : null);
              if (refused === null) open.push(address);
            } else {
              const index = open.findIndex((other) => groups[other] === groups[address]);
              if (index < 0) continue;
              open.splice(index, 1);
              counts.closeConnection(addresses[address] ?? '');
            }
            expect(counts.open).toBe(open.length);
            expect(counts.addresses).toBe(new Set(open.map((other) => groups[other])).size);
            expect(counts.ofAddress(addresses[address] ?? '')).toBe(ofGroup(address));
            expect(counts.ofTenant(tenant)).toBe(sessions.filter((name) => name === tenant).length);
            expect(sessions.length).toBeLessThanOrEqual(bounds.connectionsMax);
          }
        },
      ),
      { seed: 23, numRuns: 500 },
    );
  });
});
