/**
 * Messages between nodes of one bus, at most once: direct messages, requests and replies, group hand-off, remote
 * disconnects. A lost message is a lost message; whoever needs an answer sets a deadline.
 *
 * Guarantees, each one a case of test/contract/node-link.ts:
 * - `send` to this node and `broadcast` reach this node's own `onMessage` too, in sending order.
 * - Bytes arrive whole and unchanged; the receiver may keep them.
 */
export interface NodeLink {
  readonly nodeId: string;
  /** `onDelivered` says whether the node is known; not whether it acted. */
  send(nodeId: string, bytes: Uint8Array, onDelivered: (reached: boolean) => void): void;
  broadcast(bytes: Uint8Array): void;
  /** Set once, by the server. */
  onMessage: (fromNodeId: string, bytes: Uint8Array) => void;
  close(onClosed: () => void): void;
}
