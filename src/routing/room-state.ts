/** What routing knows of one room: who subscribed to many of its channels at once, and the channels it delivers. */
import { matchesChannel, type ChannelAddress } from '../protocol/address.js';
import type { FanOut } from './fan-out.js';
import type { Subscription } from './membership.js';

/** Channels whose match is remembered. */
const MATCHES_MAX = 4096;

export class RoomState {
  readonly #wildcards = new Set<Subscription>();
  readonly fanOuts = new Set<FanOut>();
  /** Whether any wildcard matches a channel: a busy channel nobody listens to must not cost a search per message. */
  readonly #matches = new Map<string, boolean>();

  constructor(
    readonly tenant: string,
    readonly room: string,
  ) {}

  get key(): string {
    return roomKey(this);
  }

  /** Those being joined included. */
  get wildcards(): ReadonlySet<Subscription> {
    return this.#wildcards;
  }

  get isEmpty(): boolean {
    return this.#wildcards.size === 0 && this.fanOuts.size === 0;
  }

  get isBeingJoined(): boolean {
    for (const { state } of this.#wildcards) if (state === 'joining') return true;
    return false;
  }

  add(subscription: Subscription): void {
    this.#wildcards.add(subscription);
    this.#matches.clear();
  }

  delete(subscription: Subscription): void {
    this.#wildcards.delete(subscription);
    this.#matches.clear();
  }

  hasMatch({ channel }: ChannelAddress): boolean {
    const known = this.#matches.get(channel);
    if (known !== undefined) return known;
    if (this.#matches.size >= MATCHES_MAX) this.#matches.clear();
    let found = false;
    for (const { pattern } of this.#wildcards) found ||= matchesChannel(pattern, channel);
    this.#matches.set(channel, found);
    return found;
  }
}

export function roomKey(room: { readonly tenant: string; readonly room: string }): string {
  return `${room.tenant}/${room.room}`;
}
