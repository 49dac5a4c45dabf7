/**
 * Content inspection outside a server: the same chain over the same policies, for middleware at the edge that refuses or
 * masks messages before they reach the bus. Published as `arqonbus/casil`. [C-CHAIN-1] [CON III.4]
 *
 *     const loaded = loadPolicies({ names: [{ name: 'block-secrets', place: null }], baseDir: '.', nowMs: Date.now(), limits });
 *     const inspect = createInspector(options).inspectFor({ tenant, room, channel });
 *     const view = readEnvelope(bytes, { payloadBytesMax: 65_536 });
 *     if (view.ok) inspect(view.value, { clientId, subject });
 */
import { err, ok, type Result } from '../base/result.js';
import { scanEnvelope } from '../protocol/envelope-scanner.js';
import { EnvelopeView } from '../protocol/envelope-view.js';
import type { Rejection } from '../protocol/rejection.js';

export { createInspector, type InspectorLimits, type InspectorOptions } from './inspector.js';
export type { Inspect, Inspection, InspectionFacts, InspectionListener, Inspector, SenderFacts } from './inspection.js';
export { compileAddressScope } from './policy/address-scope.js';
export type { AddressScope, CompiledPolicy, OversizeBehavior } from './policy/compiled-policy.js';
export { loadPolicies, type LoadedPolicies, type LoadPoliciesRequest } from './policy/load-policies.js';
export type { Action, ContentForm, Flag, MessagePart, Outcome, Reason, Risk } from './vocabulary.js';

/** One serialized Envelope as a client sent it, checked as the bus checks it. The view stands on the same bytes. */
export function readEnvelope(
  bytes: Buffer,
  limits: { readonly payloadBytesMax: number },
): Result<EnvelopeView, Rejection> {
  const view = new EnvelopeView();
  const refused = scanEnvelope(bytes, 0, bytes.length, limits, view);
  return refused === null ? ok(view) : err(refused);
}
