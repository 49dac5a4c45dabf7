/**
 * EVENT and TELEMETRY: decide, inspect, draft, append, acknowledge. Drafts of one WebSocket message are appended together;
 * their acks leave together. [P2, P3, P4, P9]
 */
import type { Inspection } from '../casil/inspection.js';
import { identify } from '../commands/identity.js';
import type { wire } from '../protocol/codec.js';
import type { AppendDraft, Retention } from '../protocol/entry.js';
import { channelAddress, type ChannelAddress } from '../protocol/address.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { AckWriter, ackFrame, errorFrame } from '../protocol/server-frames.js';
import type { AppendOutcome } from '../storage/channel-log.js';
import type { PipelinePorts } from './ports.js';
import { makeTarget, type PublishTarget } from './publish-target.js';
import { refuseBlocked } from './refuse-blocked.js';
import type { Session } from './session.js';

export interface PublishStep {
  /** Adds the scanned envelope to the drafts of this message. Returns why it was refused, or null. */
  add(session: Session, view: EnvelopeView): Rejection | null;
  /** Appends what was added. */
  commit(): void;
}

/** A draft that remembers whom to answer. */
class PublishDraft implements AppendDraft {
  readonly address: ChannelAddress;
  readonly retention: Retention;
  readonly mayCreate: boolean;
  readonly ttlMs: number;
  readonly subject: string;
  readonly senderStamp: Uint8Array;
  readonly casil: Uint8Array | null;
  /** Inspection found something the sender may want to know. */
  readonly remarked: boolean;
  readonly idStart: number;
  readonly idEnd: number;
  readonly source: Buffer;
  readonly start: number;
  readonly end: number;
  readonly wantAck: boolean;

  constructor(
    readonly session: Session,
    target: PublishTarget,
    view: EnvelopeView,
    inspection: Inspection,
  ) {
    this.address = target.address;
    this.retention = target.policy.retention;
    this.mayCreate = target.mayCreate;
    this.ttlMs = view.ttlMs === 0 ? target.policy.ttlMs : view.ttlMs;
    this.subject = session.principal.subject;
    this.senderStamp = session.senderStamp;
    this.casil = inspection.metadata;
    this.remarked = inspection.reason !== null;
    const { redacted } = inspection;
    // A masked copy has the length of what it replaces, and begins at 0.
    const shift = redacted === null ? 0 : view.start;
    this.source = redacted ?? view.bytes;
    this.idStart = view.idStart - shift;
    this.idEnd = view.idEnd - shift;
    this.start = view.start - shift;
    this.end = view.end - shift;
    this.wantAck = view.wantAck;
  }

  /** Made when asked for: most publishes are only hashed and acknowledged from their bytes. */
  get id(): string {
    return this.source.toString('latin1', this.idStart, this.idEnd);
  }
}

export function createPublishStep(ports: PipelinePorts): PublishStep {
  const acks = new AckWriter();
  let drafts: PublishDraft[] = [];
  /** While an append runs, acks gather in the writer; one that settles later (a remote store) leaves by itself. */
  let appending = false;

  function decide(session: Session, room: string, channel: string): PublishTarget {
    const policy = ports.roomPolicy(session.tenant, room);
    const mayPublish = session.authorizer.allows('publish', room, channel);
    const parts = { tenant: session.tenant, room, channel };
    if (!mayPublish) {
      ports.telemetry.emit({ type: 'auth.denied', ...identify(session), action: 'publish', room, channel });
    }
    const address = channelAddress(parts);
    return makeTarget(address, {
      policy,
      mayCreate: policy.autoCreate && session.authorizer.allows('create', room, channel),
      inspect: ports.inspector.inspectFor(parts),
      rate: mayPublish ? ports.limiter.rates.ofChannel(address.key, session) : null,
      refused: mayPublish ? durabilityRefusal(policy.minimumDurability) : rejection('NOT_FOUND'),
    });
  }

  function durabilityRefusal(minimum: wire.Durability): Rejection | null {
    return ports.log.durability < minimum ? rejection('DURABILITY_UNAVAILABLE') : null;
  }

  function settle(draft: PublishDraft, outcome: AppendOutcome): void {
    if (outcome.status === 'accepted') {
      if (outcome.duplicate) ports.counters.duplicates += 1;
      else ports.counters.published += 1;
      if (draft.wantAck) acknowledge(draft, outcome);
      return;
    }
    const refused = outcome.status === 'rejected' ? outcome.rejection : rejection('OUTCOME_UNKNOWN');
    ports.counters.rejected += 1;
    if (refused.name === 'LIMIT_EXCEEDED') ports.limiter.reportRefused(refused, draft.session);
    draft.session.enqueueFrame(errorFrame(refused, { correlationId: draft.id }));
    ports.telemetry.emit({
      type: 'message.rejected',
      clientId: draft.session.clientId,
      tenant: draft.session.tenant,
      connectionId: draft.session.connectionId,
      error: refused.name,
      field: refused.field,
    });
  }

  function acknowledge(draft: PublishDraft, outcome: AppendOutcome & { status: 'accepted' }): void {
    ports.counters.acksOut += 1;
    const { sequence, epoch, durability, duplicate } = outcome;
    const casil = draft.remarked && ports.exposeMetadata ? draft.casil : null;
    if (appending && casil === null) acks.append(draft, sequence, epoch, durability, duplicate);
    else
      draft.session.enqueueFrame(ackFrame({ correlationId: draft.id, sequence, epoch, durability, duplicate, casil }));
  }

  return {
    add(session, view) {
      const target = session.targets.resolve(view, (room, channel) => decide(session, room, channel));
      if (target.refused !== null) return target.refused;
      const overRate = target.rate === null ? null : target.rate.take(view.end - view.start);
      if (overRate !== null) return overRate;
      const inspection = target.inspect(view, session);
      if (inspection.outcome === 'block') return refuseBlocked(inspection, ports.exposeMetadata);
      drafts.push(new PublishDraft(session, target, view, inspection));
      return null;
    },

    commit() {
      const [first] = drafts;
      if (first === undefined) return;
      const batch = drafts;
      drafts = [];
      appending = true;
      // The log is handed our own drafts and gives them back, so the cast only restores what was passed in.
      ports.log.append(batch, (draft, outcome) => settle(draft as PublishDraft, outcome));
      appending = false;
      const frame = acks.take();
      // All drafts of a commit are of one connection: its message is being handled right now.
      if (frame !== null) first.session.enqueueFrame(frame);
    },
  };
}
