/**
 * How operators see each attack: series that grow, and lines of the log. Of each list all must be there. [CON VII.6]
 */
import type { AttackName } from './attack.js';

export interface Signs {
  readonly metrics: readonly string[];
  readonly lines: readonly string[];
}

export const SIGNS: { readonly [N in AttackName]: Signs } = {
  'header-slowloris': {
    metrics: ['arqonbus_connections_refused_total{reason="headers_timeout"}'],
    lines: ['connection.refused'],
  },
  'silent-upgrades': {
    metrics: [
      'arqonbus_auth_total{outcome="failed",reason="missing"}',
      'arqonbus_connections_closed_total{code="4500"}',
    ],
    lines: ['auth.failed', 'connection.closed'],
  },
  'message-flood': {
    metrics: ['arqonbus_limited_total', 'arqonbus_errors_total{code="RATE_LIMITED"}'],
    lines: ['limit.exceeded'],
  },
  'connect-flood': {
    metrics: [
      'arqonbus_limited_total{limit="limits.connections_per_address_max"}',
      'arqonbus_connections_refused_total{reason="address_busy"}',
    ],
    lines: ['connection.refused', 'limit.exceeded'],
  },
  'fragment-flood': { metrics: ['arqonbus_connections_closed_total{code="1008"}'], lines: ['connection.closed'] },
  'ping-flood': { metrics: ['arqonbus_connections_closed_total{code="4503"}'], lines: ['connection.closed'] },
  'packed-bombs': {
    metrics: ['arqonbus_errors_total{code="MISSING_FIELD"}', 'arqonbus_connections_closed_total{code="4503"}'],
    lines: ['connection.closed'],
  },
  'never-reading': {
    metrics: ['arqonbus_slow_consumers_total', 'arqonbus_connections_closed_total{code="4001"}'],
    lines: ['subscriber.slow'],
  },
  'reconnect-storm': { metrics: ['arqonbus_connections_opened_total'], lines: ['auth.accepted'] },
  'join-abuse': {
    metrics: ['arqonbus_limited_total{limit="limits.rates.command_time"}'],
    lines: ['limit.exceeded'],
  },
  'command-abuse': {
    metrics: ['arqonbus_limited_total{limit="limits.rates.command_time"}'],
    lines: ['limit.exceeded'],
  },
  garbage: {
    metrics: ['arqonbus_errors_total{code="MALFORMED_FRAME"}', 'arqonbus_connections_closed_total{code="4501"}'],
    lines: ['connection.closed'],
  },
};
