/** The bus without sockets, with content inspection over policies written in the test. */
import { BUILT_IN_PARTS } from '../../../src/casil/policy/built-in-parts.js';
import type { CompiledPolicy } from '../../../src/casil/policy/compiled-policy.js';
import { loadPolicyText } from '../../../src/casil/policy/load-policy-text.js';
import { configSchema } from '../../../src/config/schema.js';
import { startInspection, type ServerInspection } from '../../../src/server/inspection.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { FakeClock } from '../fake-clock.js';
import { createMemoryBus, type MemoryBus } from '../memory-bus.js';

/** Masks e-mail addresses, blocks provider tokens, and only names cards. */
export const HOUSE_POLICY = `
version: 1
name: house
detectors: [email, payment-card, secrets]
rules:
  - id: mask-email
    when: { detectors: [email] }
    action: redact
  - id: name-card
    when: { detectors: [payment-card] }
    action: allow
  - id: block-secret
    when: { detectors: [secrets], min_risk: high }
    action: block
`;

export function compiledPolicy(yaml: string, nowMs = 0): CompiledPolicy {
  const loaded = loadPolicyText(yaml, 'test.yaml', { nowMs, parts: BUILT_IN_PARTS });
  if (!loaded.ok) throw new Error(`bad test policy: ${JSON.stringify(loaded.error)}`);
  return loaded.value.policy;
}

export interface InspectingBus extends MemoryBus {
  readonly clock: FakeClock;
  readonly inspection: ServerInspection;
  /** What inspection told telemetry. */
  readonly reports: readonly TelemetryEvent[];
}

export interface InspectingBusOptions {
  /** The `casil` section; enabled unless it says otherwise. */
  readonly casil?: Record<string, unknown>;
  readonly policies?: readonly CompiledPolicy[];
  readonly limits?: Record<string, unknown>;
}

export function createInspectingBus(options: InspectingBusOptions = {}): InspectingBus {
  const clock = new FakeClock();
  const config = {
    rooms: [{ match: '*', auto_create: true }],
    casil: { enabled: true, mode: 'enforce', default_decision: 'block', ...options.casil },
    ...(options.limits && { limits: options.limits }),
  };
  const reports: TelemetryEvent[] = [];
  const policies = options.policies ?? [compiledPolicy(HOUSE_POLICY)];
  const telemetry = { emit: (event: TelemetryEvent) => void reports.push(event) };
  const inspection = startInspection(configSchema.parse(config), policies, { clock, telemetry });
  const bus = createMemoryBus({ clock, config, inspection });
  return Object.assign(bus, { clock, inspection, reports });
}
