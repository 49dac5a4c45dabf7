import type { GrantSet } from '../auth/principal.js';
import type { wire } from '../protocol/codec.js';

/** Grants as the wire carries them. */
export function viewGrants(grants: GrantSet): wire.Grants.$Properties {
  return {
    publish: [...grants.publish],
    subscribe: [...grants.subscribe],
    history: [...grants.history],
    create: [...grants.create],
    command: [...grants.command],
  };
}
