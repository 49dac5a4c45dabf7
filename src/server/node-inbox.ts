/** What other nodes send to clients of this one. At most once: a client that is gone is a message that is gone. */
import { decodeDelivery } from '../pipeline/node-delivery.js';
import type { Router } from '../routing/router.js';
import type { NodeLink } from '../storage/node-link.js';

export function connectNodeInbox(nodeLink: NodeLink, router: Pick<Router, 'findClient'>): void {
  nodeLink.onMessage = (_fromNodeId, bytes) => {
    const delivery = decodeDelivery(bytes);
    if (delivery !== null) router.findClient(delivery.tenant, delivery.target)?.enqueueFrame(delivery.frame);
  };
}
