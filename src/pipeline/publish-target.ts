/**
 * Where a session's publishes go: the address, the room's policy and the decision whether it may, made once per
 * (session, channel) and kept, so that the second message costs a byte comparison. [S-TRANS-3]
 */
import type { Inspect } from '../casil/inspection.js';
import type { ChannelRate } from '../limits/rate-limiter.js';
import type { ChannelAddress } from '../protocol/address.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import type { Rejection } from '../protocol/rejection.js';
import type { RoomPolicy } from '../routing/room-policy.js';

export interface PublishTarget {
  readonly address: ChannelAddress;
  readonly policy: RoomPolicy;
  readonly mayCreate: boolean;
  /** Content inspection for this channel. */
  readonly inspect: Inspect;
  /** How fast the session's subject may publish here; null where that is not limited. */
  readonly rate: ChannelRate | null;
  /** Why the session may not publish here; null if it may. */
  readonly refused: Rejection | null;
}

/** Sessions that publish to more channels than this decide again; the bound keeps a session small. [P8] */
const TARGETS_MAX = 1024;

export class PublishTargets {
  #byName = new Map<string, PublishTarget>();
  #lastRoom = '';
  #lastChannel = '';
  #last: PublishTarget | null = null;

  /** @param decide makes the target of a channel this session has not published to yet. */
  resolve(view: EnvelopeView, decide: (room: string, channel: string) => PublishTarget): PublishTarget {
    const last = this.#last;
    if (
      last !== null &&
      equalsAscii(view.bytes, view.roomStart, view.roomEnd, this.#lastRoom) &&
      equalsAscii(view.bytes, view.channelStart, view.channelEnd, this.#lastChannel)
    ) {
      return last;
    }

    const room = view.room();
    const channel = view.channel();
    const name = `${room}/${channel}`;
    let target = this.#byName.get(name);
    if (target === undefined) {
      if (this.#byName.size >= TARGETS_MAX) this.#byName.clear();
      target = decide(room, channel);
      this.#byName.set(name, target);
    }
    this.#lastRoom = room;
    this.#lastChannel = channel;
    this.#last = target;
    return target;
  }

  clear(): void {
    this.#byName.clear();
    this.#last = null;
  }
}

/** For a dozen bytes a loop is several times faster than making the string or calling Buffer.compare. */
function equalsAscii(bytes: Buffer, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

export function makeTarget(address: ChannelAddress, decision: Omit<PublishTarget, 'address'>): PublishTarget {
  return { address, ...decision };
}
