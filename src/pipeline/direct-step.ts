/**
 * DIRECT, REQUEST and REPLY: no log, no sequence, at most once. A missing receiver is answered at once: NOT_FOUND for
 * a client, NO_RESPONDER for a channel nobody answers on. [S-ROUTE-4] [P9]
 */
import type { Inspection } from '../casil/inspection.js';
import { identify } from '../commands/identity.js';
import { channelAddress } from '../protocol/address.js';
import { wire } from '../protocol/codec.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { ackFrame, errorFrame } from '../protocol/server-frames.js';
import { appendToEnvelope, stampUnsequenced } from '../protocol/stamp.js';
import { nodeOfClient } from './client-id.js';
import { encodeDelivery } from './node-delivery.js';
import type { PipelinePorts } from './ports.js';
import { refuseBlocked } from './refuse-blocked.js';
import type { Session } from './session.js';
import { createUnaddressedInspect } from './unaddressed-inspect.js';

export interface DirectStep {
  /** Returns why the scanned envelope was refused, or null. */
  send(session: Session, view: EnvelopeView): Rejection | null;
}

interface AckWanted {
  readonly correlationId: string;
  readonly casil: Uint8Array | null;
}

const GRANT_BY_TYPE: Readonly<Record<number, string>> = {
  [wire.MessageType.DIRECT]: 'direct',
  [wire.MessageType.REQUEST]: 'request',
  [wire.MessageType.REPLY]: 'reply',
};

export function createDirectStep(ports: PipelinePorts): DirectStep {
  const unaddressed = createUnaddressedInspect(ports.inspector);

  function sendToClient(
    session: Session,
    view: EnvelopeView,
    frame: Uint8Array,
    ack: AckWanted | null,
  ): Rejection | null {
    const target = view.target();
    const local = ports.router.findClient(session.tenant, target);
    if (local !== null) {
      local.enqueueFrame(frame);
      acknowledge(session, ack);
      return null;
    }
    const nodeId = nodeOfClient(target);
    if (nodeId === null || nodeId === ports.facts.nodeId) return rejection('NOT_FOUND', 'target');

    const correlationId = view.id();
    ports.nodeLink.send(nodeId, encodeDelivery({ tenant: session.tenant, target, frame }), (reached) => {
      if (reached) acknowledge(session, ack);
      else session.enqueueFrame(errorFrame(rejection('NOT_FOUND', 'target'), { correlationId }));
    });
    return null;
  }

  function sendToResponders(
    session: Session,
    view: EnvelopeView,
    frame: Uint8Array,
    ack: AckWanted | null,
  ): Rejection | null {
    const room = view.room();
    const channel = view.channel();
    const address = channelAddress({ tenant: session.tenant, room, channel });
    const { delivered } = ports.router.deliverRequest(address, frame, session.clientId);
    if (delivered === 0) return rejection('NO_RESPONDER');
    acknowledge(session, ack);
    return null;
  }

  function acknowledge(session: Session, ack: AckWanted | null): void {
    if (ack === null) return;
    ports.counters.acksOut += 1;
    session.enqueueFrame(
      ackFrame({ ...ack, sequence: 0, epoch: 0, durability: wire.Durability.NONE, duplicate: false }),
    );
  }

  function deny(
    session: Session,
    action: string,
    place: { readonly room: string; readonly channel: string },
    refused: Rejection,
  ): Rejection {
    ports.telemetry.emit({ type: 'auth.denied', ...identify(session), action, ...place });
    return refused;
  }

  function inspect(session: Session, view: EnvelopeView): Inspection {
    const { tenant } = session;
    if (view.roomEnd === 0 && view.channelEnd === 0) return unaddressed(tenant)(view, session);
    return ports.inspector.inspectFor({ tenant, room: view.room(), channel: view.channel() })(view, session);
  }

  function stamp(session: Session, view: EnvelopeView, { redacted, metadata }: Inspection): Uint8Array {
    const nowMs = ports.clock.nowMs();
    const frame =
      redacted === null
        ? stampUnsequenced(view.bytes, view.start, view.end, session.senderStamp, nowMs)
        : stampUnsequenced(redacted, 0, redacted.length, session.senderStamp, nowMs);
    return ports.exposeMetadata && metadata !== null ? appendToEnvelope(frame, metadata) : frame;
  }

  function ackOf(view: EnvelopeView, { reason, metadata }: Inspection): AckWanted {
    const remarked = ports.exposeMetadata && reason !== null;
    return { correlationId: view.id(), casil: remarked ? metadata : null };
  }

  return {
    send(session, view) {
      const grant = GRANT_BY_TYPE[view.type];
      const disabled = grant !== undefined && ports.commands.disabled.has(grant);
      if (grant === undefined || disabled || !session.authorizer.allowsCommand(grant)) {
        const refused = rejection(disabled ? 'COMMAND_DISABLED' : 'PERMISSION_DENIED', 'type');
        return deny(session, grant ?? '', { room: '', channel: '' }, refused);
      }
      const toClient = view.targetEnd !== 0;
      if (!toClient && !session.authorizer.allows('publish', view.room(), view.channel())) {
        // What a channel nobody answers on gets, so that nothing can be learnt by asking. [T-TEN-1] [P7]
        return deny(session, grant, { room: view.room(), channel: view.channel() }, rejection('NO_RESPONDER'));
      }
      const inspection = inspect(session, view);
      if (inspection.outcome === 'block') return refuseBlocked(inspection, ports.exposeMetadata);
      const frame = stamp(session, view, inspection);
      const ack = view.wantAck ? ackOf(view, inspection) : null;
      return toClient ? sendToClient(session, view, frame, ack) : sendToResponders(session, view, frame, ack);
    },
  };
}
