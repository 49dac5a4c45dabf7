/** What is measured. `full` sizes are the ones the goals speak of; `quick` ones prove that the harness works. */
import { benignJson } from './casil/benign-json.js';
import type { PeerName } from './peers/peers.js';
import { circlesOf, idleOf, publishersOnly, roomsOf, type Shape, teamsOf } from './shape.js';

export type WorkloadKind = 'throughput' | 'latency' | 'idle';

export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly kind: WorkloadKind;
  readonly shape: Shape;
  /** Publishes in flight per publisher. */
  readonly window: number;
  /** What a publisher may send at once goes into one WebSocket message, where the protocol can. */
  readonly packed: boolean;
  /** A publish is done when its ack is there, and the ack is what is counted. */
  readonly ack: boolean;
  /** Servers that are compared on it, where those are not the usual ones. */
  readonly peers?: readonly PeerName[];
  /** The whole payload around the generator's mark; filler where absent. Same length for every mark. */
  readonly content?: (mark: string) => string;
  /** Latency only: publishes per second, or the workload whose measured rate is halved. */
  readonly rate?: { readonly perSecond: number } | { readonly halfOf: string };
}

/** ArqonBus with content inspection taken out, off, watching and acting. [C-BENCH-1] */
export const casilPeers = ['casil-absent', 'casil-disabled', 'casil-monitor', 'casil-enforce'] as const;

/** Application bytes of one message. */
export const payloadBytes = 128;

/** One of each kind is enough to prove the harness; starting servers is what takes the time. */
const leftOutOfQuick = [
  'fan-out-w64',
  'idle-joined',
  'fan-out-latency',
  'pairs-latency',
  'casil-rooms-4k',
  'casil-publish-256',
  'casil-publish-4k',
];

export function listWorkloads(size: 'full' | 'quick'): Workload[] {
  const all = describeWorkloads(size);
  return size === 'full' ? all : all.filter(({ name }) => !leftOutOfQuick.includes(name));
}

function describeWorkloads(size: 'full' | 'quick'): Workload[] {
  const full = size === 'full';
  const fanOut = full ? roomsOf(1, 1000) : roomsOf(1, 20);
  const rooms = full ? roomsOf(100, 10) : roomsOf(4, 5);
  const pairs = full ? roomsOf(10, 1) : roomsOf(3, 1);
  const circles = full ? circlesOf(500, 10) : circlesOf(4, 3);
  const throughput = { kind: 'throughput', window: 16, packed: false, ack: false } as const;
  const latency = { ...throughput, kind: 'latency' } as const;
  const members = full ? 1000 : 20;
  const idle = { ...throughput, kind: 'idle' } as const;
  const idleConnections = full ? 10_000 : 50;
  return [
    { ...throughput, name: 'fan-out-w1', title: `fan-out 1->${members}, 1 in flight`, shape: fanOut, window: 1 },
    { ...throughput, name: 'fan-out-w16', title: `fan-out 1->${members}, 16 in flight`, shape: fanOut },
    { ...throughput, name: 'fan-out-w64', title: `fan-out 1->${members}, 64 in flight`, shape: fanOut, window: 64 },
    {
      ...throughput,
      name: 'rooms',
      title: `${full ? '100 rooms x 10' : '4 rooms x 5'}, one publisher per room, 16 in flight`,
      shape: rooms,
    },
    {
      ...throughput,
      name: 'rooms-chat',
      title: `${full ? '100 rooms x 10' : '4 rooms x 5'}, every member publishes, 1 in flight`,
      shape: full ? circlesOf(100, 10) : circlesOf(4, 5),
      window: 1,
    },
    {
      ...throughput,
      name: 'channels',
      title: '16 channels per connection, 1 in flight',
      shape: full ? teamsOf(20, 16) : teamsOf(2, 4),
      window: 1,
    },
    { ...throughput, name: 'one-to-one', title: 'one-to-one, 16 in flight, packed', shape: pairs, packed: true },
    {
      ...throughput,
      name: 'publish-ack',
      title: 'publish with ack, 16 in flight, packed',
      shape: publishersOnly(full ? 10 : 3),
      packed: true,
      ack: true,
    },
    ...casilWorkloads(rooms, publishersOnly(full ? 10 : 3)),
    { ...idle, name: 'idle', title: `idle, ${idleConnections} connections`, shape: idleOf(idleConnections, 0) },
    { ...idle, name: 'idle-joined', title: `idle, each in one channel`, shape: idleOf(idleConnections, 1) },
    { ...latency, name: 'rooms-latency', title: 'rooms at half load', shape: rooms, rate: { halfOf: 'rooms' } },
    {
      ...latency,
      name: 'fan-out-latency',
      title: 'fan-out at half load',
      shape: fanOut,
      rate: { halfOf: 'fan-out-w16' },
    },
    {
      ...latency,
      name: 'pairs-latency',
      title: 'one-to-one at half load',
      shape: pairs,
      rate: { halfOf: 'one-to-one' },
    },
    {
      ...latency,
      name: 'floor',
      title: full ? '5,000 connections, 10,000 msg/s in, 100,000 out' : '12 connections, 300 msg/s',
      shape: circles,
      rate: { perSecond: full ? 10_000 : 300 },
    },
  ];
}

/** Ordinary JSON of two sizes, where a publish is delivered to ten and where it is delivered to nobody. */
function casilWorkloads(rooms: Shape, publishers: Shape): Workload[] {
  const common = { kind: 'throughput', window: 16, peers: casilPeers } as const;
  return [
    { size: '256', bytes: 256, title: '256 B of JSON' },
    { size: '4k', bytes: 4096, title: '4 KiB of JSON' },
  ].flatMap(({ size, bytes, title }): Workload[] => {
    const content = (mark: string): string => benignJson(mark, bytes);
    return [
      {
        ...common,
        name: `casil-rooms-${size}`,
        title: `inspection: rooms, ${title}`,
        shape: rooms,
        packed: false,
        ack: false,
        content,
      },
      {
        ...common,
        name: `casil-publish-${size}`,
        title: `inspection: publish with ack, nobody listening, ${title}`,
        shape: publishers,
        packed: true,
        ack: true,
        content,
      },
    ];
  });
}
