/**
 * What operators learn about inspection: exact counts, an event for every message that was not simply let through, and
 * a warning about those who violate policies again and again. Names, sizes and codes; never content. A message in which
 * nothing was found costs its counts and nothing else. [C-TEL-1, C-DEC-2] [CON VII.6] [P9]
 */
import { wire } from '../../protocol/codec.js';
import type { Telemetry } from '../../telemetry/events.js';
import type { Inspection, InspectionFacts, InspectionListener } from '../inspection.js';
import type { Flag } from '../vocabulary.js';
import { BoundedCounts } from './bounded-counts.js';
import { nameOfError, placeOfError } from './error-place.js';
import { createEventGate } from './event-gate.js';
import { createTally, type TallySnapshot } from './tally.js';
import { createViolations, DIMENSIONS } from './violations.js';

export interface ReporterOptions {
  readonly telemetry: Telemetry;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly mode: 'monitor' | 'enforce';
  /** Those in use: their rules are counted by name, and events say which policies a rule is from. */
  readonly policies: readonly { readonly name: string; readonly rules: readonly { readonly id: string }[] }[];
  readonly violations: { readonly windowMs: number; readonly threshold: number; readonly entriesMax: number };
  /** Default 200. Counts are exact whatever is left out. */
  readonly eventsPerSecondMax?: number;
}

export interface ReporterFigures extends TallySnapshot {
  readonly mode: 'monitor' | 'enforce';
  readonly repeatedViolations: ReadonlyMap<string, number>;
  readonly eventsDropped: number;
}

export interface Reporter extends InspectionListener {
  /** Everything counted since the start; what telemetry calls CasilFigures. */
  figures(): ReporterFigures;
}

const EVENTS_PER_SECOND_MAX = 200;

/** Rules with a metric of their own. */
const RULE_IDS_MAX = 512;

/** Shares of the event rate: a flood of tags leaves room for blocks, a flood of blocks for warnings and failures. */
const SHARE_TAG = 0.5;
const SHARE_ACTION = 0.9;
const SHARE_WARNING = 1;

/** With one of these not all of the payload was looked at. */
const INCOMPLETE: ReadonlySet<Flag> = new Set(['oversize_payload', 'inspection_truncated', 'work_limit_reached']);

export function createReporter(options: ReporterOptions): Reporter {
  const { telemetry, clock, mode } = options;
  const policiesOfRules = groupPolicies(options.policies);
  const tally = createTally({ ruleIdsMax: RULE_IDS_MAX, ruleIds: [...policiesOfRules.keys()] });
  const repeatedViolations = new BoundedCounts(DIMENSIONS.length, DIMENSIONS);
  const violations = createViolations({ clock, ...options.violations });
  const gate = createEventGate({ clock, eventsPerSecondMax: options.eventsPerSecondMax ?? EVENTS_PER_SECOND_MAX });

  function admit(share: number): boolean {
    tellDropped();
    return gate.admit(share);
  }

  function tellDropped(): void {
    const count = gate.takeDropped();
    if (count > 0) telemetry.emit({ type: 'casil.events_dropped', count });
  }

  function watchRepetition({ tenant, room, channel, sender }: InspectionFacts): void {
    for (const repeated of violations.record({ tenant, sender: sender.subject, room, channel })) {
      repeatedViolations.add(repeated.dimension);
      if (!admit(SHARE_WARNING)) continue;
      const { windowMs } = options.violations;
      telemetry.emit({ type: 'casil.repeated_violations', ...repeated, clientId: sender.clientId, windowMs });
    }
  }

  function tellDecision(inspection: Inspection, facts: InspectionFacts): void {
    const { ruleIds } = inspection;
    telemetry.emit({
      type: 'casil.decision',
      tenant: facts.tenant,
      clientId: facts.sender.clientId,
      subject: facts.sender.subject,
      room: facts.room,
      channel: facts.channel,
      messageType: wire.MessageType[facts.messageType] ?? 'UNKNOWN',
      messageId: facts.messageId,
      mode,
      outcome: inspection.outcome,
      wouldBe: inspection.wouldBe,
      reasonCode: inspection.reason ?? '',
      kind: inspection.kind,
      riskLevel: inspection.risk,
      flags: inspection.flags,
      ruleIds,
      policies: [...new Set(ruleIds.flatMap((id) => policiesOfRules.get(id) ?? []))],
      part: inspection.part,
      bytes: facts.bytes,
      work: inspection.work,
      payloadState: isPayloadShowable(inspection) ? 'inspected' : 'omitted',
    });
  }

  return {
    inspected(inspection, facts) {
      tally.count(inspection, facts.bytes);
      if (inspection.wouldBe !== 'allow') {
        watchRepetition(facts);
        if (admit(SHARE_ACTION)) tellDecision(inspection, facts);
      } else if (isWorthTelling(inspection) && admit(SHARE_TAG)) {
        tellDecision(inspection, facts);
      }
    },
    failed(error, inspection, facts) {
      const { tenant, room, channel, sender, bytes } = facts;
      const outcome = inspection.outcome === 'block' ? 'block' : 'allow';
      tally.count(inspection, bytes);
      tally.countInternalError(outcome);
      if (!admit(SHARE_WARNING)) return;
      telemetry.emit({
        type: 'casil.internal_error',
        ...{ tenant, clientId: sender.clientId, room, channel, outcome },
        error: nameOfError(error),
        where: placeOfError(error),
      });
    },
    figures() {
      tellDropped();
      return {
        mode,
        ...tally.snapshot(),
        repeatedViolations: repeatedViolations.snapshot(),
        eventsDropped: gate.dropped,
      };
    },
  };
}

/**
 * Whether a message that is let through is worth an event. That a payload is opaque says what it is made of; that a rule
 * about all messages of a room matched says nothing about this one, unless the rule gives it a kind or a risk.
 */
function isWorthTelling({ reason, flags, kind, contentForm, risk }: Inspection): boolean {
  if (flags.some((flag) => flag !== 'opaque_payload')) return true;
  return reason !== null && (kind !== contentForm || risk !== 'low');
}

/** Operators may see what was looked at completely, and what no rule keeps from them. [C-RED-2] */
function isPayloadShowable({ observability, flags }: Inspection): boolean {
  return observability === 'as_message' && !flags.some((flag) => INCOMPLETE.has(flag));
}

function groupPolicies(policies: ReporterOptions['policies']): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, rules } of policies) {
    for (const { id } of rules) {
      const known = names.get(id);
      if (known === undefined) names.set(id, [name]);
      else known.push(name);
    }
  }
  return names;
}
