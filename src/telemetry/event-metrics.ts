/** Metrics counted from events. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { TelemetryEvent } from './events.js';
import { createLabelBudget, createTenantLabels } from './label-budget.js';
import type { TelemetrySink } from './telemetry.js';

/** Values of one label: our own words are some tens, but close codes, for one, are the client's choice. */
const LABEL_VALUES_MAX = 64;

/** Tenants with series of their own; the rest share `other`. */
const TENANTS_MAX = 64;

/** Seconds; commands on the memory log take microseconds, on a remote store milliseconds. */
const DURATION_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

export function countEvents(registry: Registry, options: { readonly roomsMax: number }): TelemetrySink {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  const bound = {
    error: createLabelBudget(LABEL_VALUES_MAX),
    command: createLabelBudget(LABEL_VALUES_MAX),
    action: createLabelBudget(LABEL_VALUES_MAX),
    closeCode: createLabelBudget(LABEL_VALUES_MAX),
    refusal: createLabelBudget(LABEL_VALUES_MAX),
    authReason: createLabelBudget(LABEL_VALUES_MAX),
    gapReason: createLabelBudget(LABEL_VALUES_MAX),
  };
  const labels = createTenantLabels({ tenantsMax: TENANTS_MAX, roomsMax: options.roomsMax });

  const errors = counter('arqonbus_errors_total', 'Errors answered to clients.', ['code']);
  const errorsOfTenants = counter('arqonbus_tenant_errors_total', 'Errors answered to the clients of a tenant.', [
    'tenant',
    'code',
  ]);
  const commands = counter('arqonbus_commands_total', 'Commands answered.', ['command', 'outcome']);
  const durations = new Histogram({
    name: 'arqonbus_command_duration_seconds',
    help: 'Time from a command to its answer.',
    labelNames: ['command'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const auth = counter('arqonbus_auth_total', 'Credentials judged.', ['outcome', 'reason']);
  const ended = counter('arqonbus_sessions_ended_total', 'Sessions that ended, and why the bus ended them.', [
    'reason',
  ]);
  const denied = counter('arqonbus_auth_denied_total', 'Actions refused for want of a grant.', ['action']);
  const opened = counter('arqonbus_connections_opened_total', 'Connections accepted.', []);
  const refused = counter('arqonbus_connections_refused_total', 'Connections refused.', ['reason']);
  const closed = counter('arqonbus_connections_closed_total', 'Connections closed.', ['code']);
  const slow = counter('arqonbus_slow_consumers_total', 'Subscribers past their bound.', ['action', 'tenant', 'room']);
  const gaps = counter('arqonbus_gaps_total', 'Gaps announced.', ['reason', 'tenant', 'room']);
  const gapMessages = counter('arqonbus_gap_messages_total', 'Messages missing in announced gaps.', [
    'reason',
    'tenant',
    'room',
  ]);
  const created = counter('arqonbus_channels_created_total', 'Channels created by command or join.', [
    'tenant',
    'room',
  ]);
  const removed = counter('arqonbus_channels_removed_total', 'Channels removed.', ['why', 'tenant', 'room']);
  const reloads = counter(
    'arqonbus_credential_reloads_total',
    'Changed keys and certificates taken into use, or not.',
    ['source', 'outcome'],
  );
  const internal = counter('arqonbus_internal_errors_total', 'Bugs the bus noticed in itself.', []);

  function count(event: TelemetryEvent): void {
    switch (event.type) {
      case 'connection.refused':
        return refused.inc({ reason: bound.refusal(event.reason) });
      case 'connection.opened':
        return opened.inc();
      case 'connection.closed':
        return closed.inc({ code: bound.closeCode(String(event.code)) });
      case 'auth.accepted':
        return auth.inc({ outcome: 'accepted', reason: '' });
      case 'session.closed':
        return ended.inc({ reason: event.reason });
      case 'auth.failed':
        return auth.inc({ outcome: 'failed', reason: bound.authReason(event.reason) });
      case 'auth.denied':
        return denied.inc({ action: bound.action(event.action) });
      case 'message.rejected':
        return countError(event.tenant ?? '', event.error);
      case 'command.handled':
        return countCommand(event);
      case 'subscriber.slow':
        return slow.inc({ action: event.action, ...labels.room(event.tenant, event.room) });
      case 'gap.announced': {
        const series = { reason: bound.gapReason(event.reason), ...labels.room(event.tenant, event.room) };
        gaps.inc(series);
        return gapMessages.inc(series, event.count);
      }
      case 'channel.created':
        return created.inc(labels.room(event.tenant, event.room));
      case 'channel.removed':
        return removed.inc({ why: event.why, ...labels.room(event.tenant, event.room) });
      case 'credentials.reloaded':
        return reloads.inc({ source: event.source, outcome: 'ok' });
      case 'credentials.reload_failed':
        return reloads.inc({ source: event.source, outcome: 'failed' });
      case 'internal.error':
        return internal.inc();
      // Inspection and limits keep their own counters, which are exact even where events are dropped.
      case 'limit.exceeded':
      case 'access.banned':
      case 'casil.decision':
      case 'casil.internal_error':
      case 'casil.repeated_violations':
      case 'casil.events_dropped':
      case 'subscription.opened':
      case 'subscription.closed':
      case 'access.deny_replaced':
      case 'audit.failing':
      case 'server.started':
      case 'server.draining':
      case 'server.stopped':
        return;
    }
  }

  /** @param tenant empty before anyone is known */
  function countError(tenant: string, error: string): void {
    const code = bound.error(error);
    errors.inc({ code });
    if (tenant !== '') errorsOfTenants.inc({ tenant: labels.tenant(tenant), code });
  }

  function countCommand({ tenant, command, error, durationMs }: TelemetryEvent & { type: 'command.handled' }): void {
    const name = bound.command(command);
    commands.inc({ command: name, outcome: error === null ? 'ok' : bound.error(error) });
    durations.observe({ command: name }, durationMs / 1000);
    if (error !== null) countError(tenant, error);
  }

  return { name: 'metrics', accept: count };
}
