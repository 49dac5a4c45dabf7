/** What ArqonBus is meant to reach: ratios of its cost to a peer's, from one run on one machine. */
import type { PeerName } from './peers/peers.js';

export interface Goal {
  readonly workload: string;
  /** Whose cost is judged; ArqonBus as its operators run it, unless another is named. */
  readonly subject?: PeerName;
  readonly peer: PeerName;
  readonly ratioMax: number;
  /** A miss fails the bench. The others are reported. */
  readonly required?: boolean;
}

export const goals: readonly Goal[] = [
  { workload: 'fan-out-w16', peer: 'nats', ratioMax: 0.33 },
  { workload: 'fan-out-w16', peer: 'socket.io', ratioMax: 0.08 },
  { workload: 'fan-out-w16', peer: 'batched-c', ratioMax: 1.4 },
  { workload: 'fan-out-w64', peer: 'nats', ratioMax: 0.2 },
  { workload: 'fan-out-w64', peer: 'batched-c', ratioMax: 1.4 },
  { workload: 'fan-out-w1', peer: 'nats', ratioMax: 0.65 },
  { workload: 'fan-out-w1', peer: 'socket.io', ratioMax: 0.6 },
  { workload: 'rooms-chat', peer: 'nats', ratioMax: 0.4 },
  { workload: 'rooms-chat', peer: 'socket.io', ratioMax: 0.15 },
  { workload: 'channels', peer: 'nats', ratioMax: 0.3 },
  { workload: 'one-to-one', peer: 'nats', ratioMax: 0.9 },
  { workload: 'one-to-one', peer: 'socket.io', ratioMax: 0.12 },
  { workload: 'publish-ack', peer: 'nats', ratioMax: 0.9 },
  { workload: 'publish-ack', peer: 'socket.io', ratioMax: 0.08 },
  { workload: 'idle', peer: 'nats', ratioMax: 0.3 },
  { workload: 'idle', peer: 'socket.io', ratioMax: 0.6 },
  { workload: 'casil-rooms-256', subject: 'casil-disabled', peer: 'casil-absent', ratioMax: 1 / 0.99 },
  { workload: 'casil-publish-256', subject: 'casil-disabled', peer: 'casil-absent', ratioMax: 1 / 0.99 },
  { workload: 'casil-rooms-256', subject: 'casil-enforce', peer: 'casil-absent', ratioMax: 1 / 0.85 },
  { workload: 'casil-rooms-4k', subject: 'casil-enforce', peer: 'casil-absent', ratioMax: 1 / 0.6 },
  // The floor under everything: cheaper than the fastest peer where a bus earns its keep.
  { workload: 'fan-out-w16', peer: 'nats', ratioMax: 1, required: true },
  { workload: 'rooms', peer: 'nats', ratioMax: 1, required: true },
  { workload: 'rooms-chat', peer: 'nats', ratioMax: 1, required: true },
];

/** 99th percentile of the time from a message's due moment to its delivery, at half load and on the floor workload. */
export const latencyP99MaxUs = 5000;
