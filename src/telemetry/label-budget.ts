/**
 * Label values come from tenants, rooms and reasons, and each value is a time series for ever: only the first few get
 * one. Rooms are labelled together with their tenant, because two tenants may use the same names. [P7] [P8]
 */

/** What all values past the budget share; a value of this name is counted among them. */
export const OTHER_LABEL = 'other';

/** @returns the value itself for the first `valuesMax` distinct ones, then `other`. */
export function createLabelBudget(valuesMax: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= valuesMax || value === OTHER_LABEL) return OTHER_LABEL;
    known.add(value);
    return value;
  };
}

export interface RoomLabels {
  readonly tenant: string;
  readonly room: string;
}

export interface TenantLabels {
  /** The tenant itself for the first few; empty stays empty. */
  tenant(tenant: string): string;
  /**
   * The room for the first few rooms of all tenants together. Past them the rooms of a tenant share `other`, each
   * tenant's apart: whoever makes up rooms does not hide what others do. Rooms of a tenant without a label have none.
   */
  room(tenant: string, room: string): RoomLabels;
}

/** Series of one metric: at most `roomsMax`, and one more per tenant and for those without a label. */
export function createTenantLabels(bounds: { readonly tenantsMax: number; readonly roomsMax: number }): TenantLabels {
  const tenantOf = createLabelBudget(bounds.tenantsMax);
  const rooms = new Map<string, Set<string>>();
  let known = 0;

  function label(tenant: string): string {
    return tenant === '' ? '' : tenantOf(tenant);
  }

  return {
    tenant: label,
    room(ofTenant, room) {
      const tenant = label(ofTenant);
      if (room === '') return { tenant, room: '' };
      const own = rooms.get(tenant) ?? new Set<string>();
      if (own.has(room)) return { tenant, room };
      if (known >= bounds.roomsMax || room === OTHER_LABEL || tenant === OTHER_LABEL) {
        return { tenant, room: OTHER_LABEL };
      }
      known += 1;
      rooms.set(tenant, own.add(room));
      return { tenant, room };
    },
  };
}
