/**
 * A queue group of one channel: each message goes to one member, at most once. Of the next few in turn the one with
 * the least queued gets it, so that work flows around a slow worker. [S-ROUTE-3]
 */
import { encodeGroupStamp } from '../protocol/stamp.js';
import type { Membership } from './membership.js';

/** How many members are compared per message: enough to pass by slow ones, few enough for groups of any size. */
const CANDIDATES_MAX = 8;

export class QueueGroup {
  readonly #members: Membership[] = [];
  #next = 0;

  /** The field that tells a member which group a message came through. */
  readonly stamp: Uint8Array;

  constructor(readonly name: string) {
    this.stamp = encodeGroupStamp(name);
  }

  get size(): number {
    return this.#members.length;
  }

  add(member: Membership): void {
    if (!this.#members.includes(member)) this.#members.push(member);
  }

  delete(member: Membership): void {
    const index = this.#members.indexOf(member);
    if (index >= 0) this.#members.splice(index, 1);
  }

  /** Null when no member is allowed. */
  pick(isAllowed: (member: Membership) => boolean = () => true): Membership | null {
    const count = this.#members.length;
    let best: Membership | null = null;
    let compared = 0;
    let bestOffset = 0;
    for (let offset = 0; offset < count && compared < CANDIDATES_MAX; offset += 1) {
      const member = this.#members[(this.#next + offset) % count];
      if (member === undefined || !isAllowed(member)) continue;
      compared += 1;
      if (best === null || member.subscriber.queuedBytes < best.subscriber.queuedBytes) {
        best = member;
        bestOffset = offset;
      }
    }
    if (best !== null) this.#next = (this.#next + bestOffset + 1) % count;
    return best;
  }
}
