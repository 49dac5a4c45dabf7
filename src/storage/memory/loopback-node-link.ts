/** The link of a bus that is one node: everything comes back to it, in order, each message as a copy. */
import { Fifo } from '../../base/fifo.js';
import type { NodeLink } from '../node-link.js';

export function createLoopbackNodeLink(options: { nodeId: string }): NodeLink {
  const { nodeId } = options;
  const waiting = new Fifo<Uint8Array>();
  let delivering = false;
  let closed = false;

  function deliver(bytes: Uint8Array): void {
    // Not slice(): of a Buffer that would be a view.
    waiting.push(new Uint8Array(bytes));
    // A receiver may send in turn: its message waits until the one before it was received.
    if (delivering) return;
    delivering = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) link.onMessage(nodeId, next);
    } finally {
      delivering = false;
    }
  }

  const link: NodeLink = {
    nodeId,
    send(target, bytes, onDelivered) {
      const reached = !closed && target === nodeId;
      if (reached) deliver(bytes);
      onDelivered(reached);
    },
    broadcast(bytes) {
      if (!closed) deliver(bytes);
    },
    onMessage: () => undefined,
    close(onClosed) {
      closed = true;
      onClosed();
    },
  };
  return link;
}
