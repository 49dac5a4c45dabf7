/**
 * What a subscription asks for when it begins or continues, and what it makes of the answer: pure decisions over its
 * tracker, so that every way a recovery can end is tested without a network. [P1]
 */
import type { JoinResult, JoinedChannel as WireJoined } from '../protocol/generated/compact-schema.js';
import type { Position } from './options.js';
import type { GapReason, JoinedChannel } from './results.js';
import type { SubscriptionCore } from './subscription-core.js';

export interface ChannelPosition extends Position {
  readonly channel: string;
}

const FAILURES = [undefined, 'tail_lost', 'trimmed', 'epoch_fork', 'deleted'] as const;

export function toJoinedChannel(joined: WireJoined): JoinedChannel {
  const { channel, epoch, sequence, recovered } = joined;
  const failure = FAILURES[joined.failure];
  return { channel, epoch, sequence, recovered, ...(failure !== undefined && { failure }) };
}

/**
 * The first join of a subscription was answered.
 * @returns channels that must be read from their beginning.
 */
export function applyFirstJoin(
  subscription: SubscriptionCore,
  result: JoinResult,
  asked: { readonly recover: ReadonlyMap<string, Position>; readonly rewind: number },
): ChannelPosition[] {
  subscription.joined = result.channels.map(toJoinedChannel);
  subscription.listedAll = !result.truncated;
  if (!subscription.tracksPositions) return [];
  const born: ChannelPosition[] = [];
  for (const joined of subscription.joined) {
    const { channel, epoch, sequence } = joined;
    const from = asked.recover.get(channel);
    if (from !== undefined) {
      subscription.positions.set(channel, from);
      subscription.tracker.expectAfter(channel, from);
      born.push(...settleRecovery(subscription, joined));
    } else if (asked.rewind > 0) {
      const first = Math.max(0, sequence - asked.rewind);
      subscription.tracker.expectBetween(channel, { epoch, sequence: first }, sequence);
    } else {
      subscription.tracker.expectAfter(channel, { epoch, sequence });
      if (epoch !== 0) subscription.positions.set(channel, { epoch, sequence });
    }
  }
  return born;
}

/**
 * Where the least advanced of these subscriptions stand, so that one replay serves all of them. Channels that did not
 * exist yet have no position to ask for.
 */
export function recoverPositions(subscriptions: readonly SubscriptionCore[]): ChannelPosition[] {
  const lowest = new Map<string, ChannelPosition>();
  for (const subscription of subscriptions) {
    if (!subscription.tracksPositions) continue;
    for (const place of subscription.tracker.positions()) {
      if (place.epoch === 0) continue;
      const other = lowest.get(place.channel);
      if (other === undefined || (other.epoch === place.epoch && place.sequence < other.sequence)) {
        lowest.set(place.channel, place);
      }
    }
  }
  return [...lowest.values()];
}

/** Positions in one join of a pattern; the protocol's figure. */
const RECOVER_MAX = 256;
/** What a position takes on the wire beside its channel's name: tags, lengths, epoch and the longest sequence. */
const POSITION_BYTES = 24;

/** As many positions per join as the protocol and the server's WebSocket message allow. */
export function inParts(positions: readonly ChannelPosition[], bytesMax: number): ChannelPosition[][] {
  const parts: ChannelPosition[][] = [];
  let bytes = Infinity;
  for (const position of positions) {
    const part = parts.at(-1);
    bytes += position.channel.length + POSITION_BYTES;
    if (part === undefined || part.length >= RECOVER_MAX || bytes > bytesMax) {
      parts.push([position]);
      bytes = position.channel.length + POSITION_BYTES;
    } else {
      part.push(position);
    }
  }
  return parts;
}

/**
 * A later join was answered: continues, tells of what is lost, and answers the channels that were born meanwhile,
 * which must be read from their beginning.
 */
export function applyRejoin(
  subscription: SubscriptionCore,
  result: JoinResult,
  asked: ReadonlySet<string>,
): ChannelPosition[] {
  if (!subscription.tracksPositions) return [];
  const born: ChannelPosition[] = [];
  for (const joined of result.channels.map(toJoinedChannel)) {
    const { channel, epoch, sequence } = joined;
    if (asked.has(channel)) {
      born.push(...settleRecovery(subscription, joined));
      continue;
    }
    const known = subscription.tracker.position(channel);
    if (known !== null && known.epoch !== 0) continue;
    const sawAllBefore = known !== null || subscription.listedAll;
    if (sawAllBefore && epoch !== 0 && sequence > 0) {
      subscription.tracker.expectAfter(channel, { epoch, sequence: 0 });
      born.push({ channel, epoch, sequence: 0 });
    } else {
      subscription.tracker.expectAfter(channel, { epoch, sequence });
    }
  }
  return born;
}

/** The server would not replay: everything between here and its head is told as lost. */
export function applyPlainRejoin(subscription: SubscriptionCore, result: JoinResult): void {
  if (!subscription.tracksPositions) return;
  for (const { channel, epoch, sequence } of result.channels) {
    const known = subscription.tracker.position(channel);
    const missed = known === null || known.epoch !== epoch || known.sequence < sequence;
    subscription.resynced(channel);
    if (missed) {
      const from = known !== null && known.epoch === epoch ? known.sequence + 1 : 0;
      subscription.putGap({ channel, epoch, reason: 'not_recoverable', from, to: sequence });
    }
    subscription.tracker.expectAfter(channel, { epoch, sequence });
  }
}

const LOST: Readonly<Record<string, GapReason>> = {
  tail_lost: 'tail_lost',
  epoch_fork: 'epoch_fork',
  deleted: 'channel_deleted',
};

/**
 * After `trimmed` the server announces the gap itself and goes on. For the others the old position means nothing any
 * more: that is told as a gap, and what the channel holds of its new life has not been seen yet.
 */
function settleRecovery(subscription: SubscriptionCore, joined: JoinedChannel): ChannelPosition[] {
  const { channel, epoch, sequence, failure } = joined;
  subscription.resynced(channel);
  const reason = failure === undefined ? undefined : LOST[failure];
  if (joined.recovered || reason === undefined) return [];
  const isNewLife = reason !== 'tail_lost' && epoch !== 0;
  const start = { epoch, sequence: isNewLife ? 0 : sequence };
  subscription.putGap({ channel, epoch, reason, from: 0, to: start.sequence });
  subscription.tracker.expectAfter(channel, start);
  return isNewLife && sequence > 0 ? [{ channel, ...start }] : [];
}
