/** The limiter's word on addresses, as the transport answers it in HTTP. [T-LIM-1] [T-LIM-2] */
import { BANNED, type ConnectionRefusal, type Limiter } from '../limits/limiter.js';
import type { Admission } from '../transport/admission.js';
import { AT_CONNECTION_LIMIT, type Refusal } from '../transport/refusal.js';

export function createAdmission(limiter: Pick<Limiter, 'openConnection' | 'closeConnection'>): Admission {
  return {
    open(remoteAddress) {
      const refused = limiter.openConnection(remoteAddress);
      return refused === null ? null : answerOf(refused);
    },
    close: (remoteAddress) => limiter.closeConnection(remoteAddress),
  };
}

/** 429 is for who asks too much (RFC 6585, section 4). */
function answerOf({ limit, retryAfterMs }: ConnectionRefusal): Refusal {
  switch (limit) {
    case BANNED:
      return {
        status: 429,
        reason: 'banned',
        text: 'this address is banned for a time; see Retry-After',
        retryAfterSeconds: Math.ceil(retryAfterMs / 1000),
      };
    case 'limits.connections_per_address_max':
      return {
        status: 429,
        reason: 'address_busy',
        text: 'this address is at limits.connections_per_address_max; close a connection first',
        retryAfterSeconds: 5,
      };
    case 'limits.connections_max':
    case 'limits.connections_per_tenant_max':
      return AT_CONNECTION_LIMIT;
  }
}
