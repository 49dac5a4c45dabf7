/**
 * Content inspection as the composition root sees it: off, it is the pass-through; on, the chain over the configured
 * policies, with its reports going to telemetry. What it counts is there for metrics in one place. [C-CFG-1, C-TEL-1]
 */
import type { StatusView } from '../admin/status-view.js';
import type { Clock } from '../base/clock.js';
import { createInspector } from '../casil/inspector.js';
import { passThroughInspector } from '../casil/pass-through.js';
import { compileAddressScope } from '../casil/policy/address-scope.js';
import type { CompiledPolicy } from '../casil/policy/compiled-policy.js';
import { createReporter, type ReporterFigures } from '../casil/report/reporter.js';
import type { Config } from '../config/schema.js';
import type { CasilFigures } from '../telemetry/casil-figures.js';
import type { Telemetry } from '../telemetry/events.js';
import type { BusInspection } from './bus.js';

export interface ServerInspection extends BusInspection {
  /** null where inspection is off. */
  figures(): CasilFigures | null;
  describe(): StatusView['casil'];
}

/** @param policies in the order of the configuration. */
export function startInspection(
  { casil }: Pick<Config, 'casil'>,
  policies: readonly CompiledPolicy[],
  { clock, telemetry }: { readonly clock: Clock; readonly telemetry: Telemetry },
): ServerInspection {
  const { mode, limits, violations } = casil;
  if (!casil.enabled) return switchedOff(mode);
  const exposeMetadata = casil.expose_metadata_to_clients;
  const persistMetadata = casil.persist_metadata_in_history;
  const reporter = createReporter({
    telemetry,
    clock: () => clock.monotonicMs(),
    mode,
    policies,
    violations: {
      windowMs: violations.window,
      threshold: violations.threshold,
      entriesMax: violations.entries_max,
    },
  });
  const inspector = createInspector({
    policies,
    mode,
    defaultDecision: casil.default_decision,
    scope: compileAddressScope(casil.scope.include, casil.scope.exclude),
    limits: {
      inspectBytesMax: limits.max_inspect_bytes,
      oversize: limits.oversize,
      workMax: limits.max_work,
      workLimit: limits.work_limit,
      findingsMax: limits.max_findings,
      decodeBytesMax: limits.max_decode_bytes,
    },
    metadata: exposeMetadata || persistMetadata,
    nowMs: () => clock.nowMs(),
    listener: reporter,
  });
  const names = policies.map(({ name }) => name);
  return {
    inspector,
    exposeMetadata,
    persistMetadata,
    figures: () => reporter.figures(),
    describe: () => describeFigures(names, reporter.figures()),
  };
}

function switchedOff(mode: 'monitor' | 'enforce'): ServerInspection {
  return {
    inspector: passThroughInspector,
    exposeMetadata: false,
    persistMetadata: false,
    figures: () => null,
    describe: () => ({
      enabled: false,
      mode,
      policies: [],
      inspected: 0,
      redacted: 0,
      blocked: 0,
      internal_errors: 0,
    }),
  };
}

function describeFigures(policies: string[], figures: ReporterFigures): StatusView['casil'] {
  const { mode, inspected, wouldBe, internalErrors } = figures;
  return {
    enabled: true,
    mode,
    policies,
    inspected,
    redacted: wouldBe.get('allow_with_redaction') ?? 0,
    blocked: wouldBe.get('block') ?? 0,
    internal_errors: [...internalErrors.values()].reduce((sum, count) => sum + count, 0),
  };
}
