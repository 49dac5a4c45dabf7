/** What an inspector is made from: policies, and the settings of the server or of a test run. */
import type { InspectionListener } from './inspection.js';
import type { AddressScope, CompiledPolicy, OversizeBehavior } from './policy/compiled-policy.js';

export interface InspectorLimits {
  /** Payload bytes looked at; likewise all other bytes of a message together. */
  readonly inspectBytesMax: number;
  readonly oversize: OversizeBehavior;
  /** Work units of one message. */
  readonly workMax: number;
  /** What happens to a message whose inspection runs out of work or of room for findings. */
  readonly workLimit: 'allow' | 'block';
  readonly findingsMax: number;
  /** Bytes decoded from escapes and base64, per message. */
  readonly decodeBytesMax: number;
}

export interface InspectorOptions {
  /** In the order of the configuration. */
  readonly policies: readonly CompiledPolicy[];
  readonly mode: 'monitor' | 'enforce';
  /** For internal errors only. */
  readonly defaultDecision: 'allow' | 'block';
  /** Of the server; each policy narrows it further. */
  readonly scope: AddressScope;
  readonly limits: InspectorLimits;
  /** Whether anyone may see metadata: exposed, persisted or both. */
  readonly metadata: boolean;
  /** For exceptions that expire; milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly listener: InspectionListener | null;
}
