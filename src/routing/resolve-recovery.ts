/** Whether a position a client comes back with can be continued from, by the channel's epoch chain. [P1] [S-ROUTE-1] */
import type { ChannelHead } from '../protocol/log-shapes.js';
import type { RecoverFailureName } from './router.js';

/** A place in a channel: everything up to and including it is accounted for. */
export interface Cursor {
  readonly epoch: number;
  readonly sequence: number;
}

export interface Recovery {
  readonly failure: RecoverFailureName | null;
  /** Where delivery continues; null: at the head only. */
  readonly cursor: Cursor | null;
}

/** @param wasRemoved whether an epoch ended by deletion of the channel. */
export function resolveRecovery(head: ChannelHead, asked: Cursor, wasRemoved: (epoch: number) => boolean): Recovery {
  const [oldest] = head.chain;
  if (asked.epoch === 0 && asked.sequence === 0) {
    // The client joined before the channel existed: all of the channel's life is what it missed.
    if (oldest === undefined) return { failure: null, cursor: asked };
    return continueFrom(head, { epoch: oldest.epoch, sequence: oldest.firstSequence - 1 });
  }
  const index = head.chain.findIndex((link) => link.epoch === asked.epoch);
  const link = head.chain[index];
  if (link === undefined) return { failure: wasRemoved(asked.epoch) ? 'DELETED' : 'EPOCH_FORK', cursor: null };
  const next = head.chain[index + 1];
  const last = next === undefined ? head.sequence : next.firstSequence - 1;
  if (asked.sequence > last) return { failure: 'TAIL_LOST', cursor: null };
  // Sequence 0 means from the beginning of the epoch, wherever in the chain it begins.
  return continueFrom(head, { epoch: asked.epoch, sequence: Math.max(asked.sequence, link.firstSequence - 1) });
}

function continueFrom(head: ChannelHead, cursor: Cursor): Recovery {
  const trimmed = cursor.sequence + 1 < head.firstSequence && cursor.sequence < head.sequence;
  return { failure: trimmed ? 'RECOVER_TRIMMED' : null, cursor };
}
