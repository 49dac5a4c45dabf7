/**
 * Inspection of what has no address (commands, messages to one client): settled once per tenant, so that such a message
 * costs a look-up. [C-CHAIN-2]
 */
import type { Inspect, Inspector } from '../casil/inspection.js';

/** Tenants remembered; past it all are settled anew. [P8] */
const TENANTS_MAX = 1024;

export function createUnaddressedInspect(inspector: Inspector): (tenant: string) => Inspect {
  const byTenant = new Map<string, Inspect>();
  return (tenant) => {
    let inspect = byTenant.get(tenant);
    if (inspect === undefined) {
      if (byTenant.size >= TENANTS_MAX) byTenant.clear();
      inspect = inspector.inspectFor({ tenant, room: '', channel: '' });
      byTenant.set(tenant, inspect);
    }
    return inspect;
  };
}
