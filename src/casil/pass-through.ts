/** Inspection that is off, or that no policy asks for here: one shared answer, made once. [C-CHAIN-2] */
import type { Inspect, Inspection, Inspector } from './inspection.js';

export const NOT_INSPECTED: Inspection = Object.freeze({
  outcome: 'allow',
  wouldBe: 'allow',
  reason: null,
  kind: '',
  risk: 'low',
  flags: Object.freeze([]),
  ruleIds: Object.freeze([]),
  contentForm: 'empty',
  redacted: null,
  metadata: null,
  observability: 'as_message',
  part: '',
  work: 0,
});

export const passThrough: Inspect = () => NOT_INSPECTED;

/** The inspector of a bus without inspection. */
export const passThroughInspector: Inspector = { inspectFor: () => passThrough };
