/**
 * DIRECT, REQUEST and REPLY: no log, no sequence, at most once. A missing receiver is answered at once: NOT_FOUND for
 * a client, NO_RESPONDER for a channel nobody answers on. [S-ROUTE-4]
 */
import { channelAddress } from '../protocol/address.js';
import { wire } from '../protocol/codec.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { ackFrame, errorFrame } from '../protocol/server-frames.js';
import { stampUnsequenced } from '../protocol/stamp.js';
import { nodeOfClient } from './client-id.js';
import { encodeDelivery } from './node-delivery.js';
import type { PipelinePorts } from './ports.js';
import type { Session } from './session.js';

export interface DirectStep {
  /** Returns why the scanned envelope was refused, or null. */
  send(session: Session, view: EnvelopeView): Rejection | null;
}

const GRANT_BY_TYPE: Readonly<Record<number, string>> = {
  [wire.MessageType.DIRECT]: 'direct',
  [wire.MessageType.REQUEST]: 'request',
  [wire.MessageType.REPLY]: 'reply',
};

export function createDirectStep(ports: PipelinePorts): DirectStep {
  function sendToClient(session: Session, view: EnvelopeView, frame: Uint8Array): Rejection | null {
    const target = view.target();
    const local = ports.router.findClient(session.tenant, target);
    if (local !== null) {
      local.enqueueFrame(frame);
      acknowledge(session, view.wantAck ? view.id() : null);
      return null;
    }
    const nodeId = nodeOfClient(target);
    if (nodeId === null || nodeId === ports.facts.nodeId) return rejection('NOT_FOUND', 'target');

    const id = view.id();
    const wantAck = view.wantAck;
    ports.nodeLink.send(nodeId, encodeDelivery({ tenant: session.tenant, target, frame }), (reached) => {
      if (reached) acknowledge(session, wantAck ? id : null);
      else session.enqueueFrame(errorFrame(rejection('NOT_FOUND', 'target'), { correlationId: id }));
    });
    return null;
  }

  function sendToResponders(session: Session, view: EnvelopeView, frame: Uint8Array): Rejection | null {
    const room = view.room();
    const channel = view.channel();
    if (!session.authorizer.allows('publish', room, channel)) return rejection('NOT_FOUND', 'room');
    const address = channelAddress({ tenant: session.tenant, room, channel });
    const { delivered } = ports.router.deliverRequest(address, frame, session.clientId);
    if (delivered === 0) return rejection('NO_RESPONDER');
    acknowledge(session, view.wantAck ? view.id() : null);
    return null;
  }

  function acknowledge(session: Session, id: string | null): void {
    if (id === null) return;
    ports.counters.acksOut += 1;
    session.enqueueFrame(
      ackFrame({ correlationId: id, sequence: 0, epoch: 0, durability: wire.Durability.NONE, duplicate: false }),
    );
  }

  return {
    send(session, view) {
      const grant = GRANT_BY_TYPE[view.type];
      if (grant === undefined || !session.authorizer.allowsCommand(grant))
        return rejection('PERMISSION_DENIED', 'type');
      const frame = stampUnsequenced(view.bytes, view.start, view.end, session.senderStamp, ports.clock.nowMs());
      return view.targetEnd !== 0 ? sendToClient(session, view, frame) : sendToResponders(session, view, frame);
    },
  };
}
