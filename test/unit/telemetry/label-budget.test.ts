import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabelBudget, createTenantLabels, OTHER_LABEL } from '../../../src/telemetry/label-budget.js';

describe('a label budget [P8]', () => {
  it('lets the first values through and nothing past them', () => {
    const label = createLabelBudget(2);
    expect(['a', 'b', 'c', 'a', 'b'].map(label)).toEqual(['a', 'b', OTHER_LABEL, 'a', 'b']);
  });

  it('does not spend a label on a value that is called like the rest', () => {
    const label = createLabelBudget(2);
    expect([OTHER_LABEL, 'a', 'b'].map(label)).toEqual([OTHER_LABEL, 'a', 'b']);
  });
});

describe('labels of tenants and rooms [T-TEN-1] [P7]', () => {
  const name = fc.constantFrom('a', 'b', 'a.b', 'b.c', 'a/b', 'other', 'r', '');
  const place = fc.tuple(fc.constantFrom('a', 'b', 'a/b', 'other'), name);

  it('never merge two places, but in `other`', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const labels = createTenantLabels({ tenantsMax: 2, roomsMax: 4 });
        const owners = new Map<string, string>();
        for (const [tenant, room] of places) {
          const label = labels.room(tenant, room);
          expect([tenant, OTHER_LABEL]).toContain(label.tenant);
          expect([room, OTHER_LABEL]).toContain(label.room);
          if (label.tenant === OTHER_LABEL || label.room === OTHER_LABEL) continue;
          const owner = JSON.stringify([tenant, room]);
          const key = JSON.stringify(label);
          expect(owners.get(key) ?? owner).toBe(owner);
          owners.set(key, owner);
        }
      }),
    );
  });

  it('are bounded, whatever tenants and rooms there are [P8]', () => {
    const labels = createTenantLabels({ tenantsMax: 3, roomsMax: 5 });
    const seen = new Set<string>();
    for (let index = 0; index < 1_000; index += 1) {
      seen.add(JSON.stringify(labels.room(`t${index % 40}`, `r${index}`)));
    }
    // Rooms, one `other` per tenant, and what has no label at all.
    expect(seen.size).toBeLessThanOrEqual(5 + 3 + 1);
  });

  it('leave a tenant a series of its own when another has made up all the rooms', () => {
    const labels = createTenantLabels({ tenantsMax: 8, roomsMax: 2 });
    for (let index = 0; index < 100; index += 1) labels.room('a', `made-up-${index}`);
    expect(labels.room('b', 'chat')).toEqual({ tenant: 'b', room: OTHER_LABEL });
  });

  it('say nothing where there is no tenant', () => {
    const labels = createTenantLabels({ tenantsMax: 1, roomsMax: 1 });
    expect(labels.tenant('')).toBe('');
    expect(labels.room('', '')).toEqual({ tenant: '', room: '' });
    expect(labels.tenant('a')).toBe('a');
  });
});
