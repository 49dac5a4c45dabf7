/** Who listens where and who publishes: a traffic pattern, free of any protocol. */
export interface Shape {
  readonly connections: number;
  /** Per connection, the channels it has joined. */
  readonly subscriptions: readonly (readonly number[])[];
  readonly publishers: readonly { readonly connection: number; readonly channel: number }[];
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** `rooms` rooms of `members` subscribers each, and per room one more connection that only publishes. */
export function roomsOf(rooms: number, members: number): Shape {
  const listeners = range(rooms * members).map((index) => [index % rooms]);
  return {
    connections: listeners.length + rooms,
    subscriptions: [...listeners, ...range(rooms).map(() => [])],
    publishers: range(rooms).map((room) => ({ connection: listeners.length + room, channel: room })),
  };
}

/** Teams whose members each have a channel of their own that the whole team has joined. */
export function teamsOf(teams: number, members: number): Shape {
  const connections = teams * members;
  return {
    connections,
    subscriptions: range(connections).map((index) => {
      const first = Math.floor(index / members) * members;
      return range(members).map((member) => first + member);
    }),
    publishers: range(connections).map((index) => ({ connection: index, channel: index })),
  };
}

/** Rooms in which every member publishes and hears everybody, itself included. */
export function circlesOf(rooms: number, members: number): Shape {
  const connections = rooms * members;
  return {
    connections,
    subscriptions: range(connections).map((index) => [index % rooms]),
    publishers: range(connections).map((index) => ({ connection: index, channel: index % rooms })),
  };
}

/** Publishers with nobody to hear them. */
export function publishersOnly(count: number): Shape {
  return {
    connections: count,
    subscriptions: range(count).map(() => []),
    publishers: range(count).map((index) => ({ connection: index, channel: index })),
  };
}

/** Connections that do nothing; each has joined `channels` channels of ten members. */
export function idleOf(connections: number, channels: 0 | 1): Shape {
  return {
    connections,
    subscriptions: range(connections).map((index) => (channels === 0 ? [] : [Math.floor(index / 10)])),
    publishers: [],
  };
}

/** Deliveries that one publish on this channel causes. */
export function receiversPerChannel(shape: Shape): Map<number, number> {
  const receivers = new Map<number, number>();
  for (const channels of shape.subscriptions) {
    for (const channel of channels) receivers.set(channel, (receivers.get(channel) ?? 0) + 1);
  }
  return receivers;
}
