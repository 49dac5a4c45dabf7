/** Who is listened to: counted watches of channels and rooms, whether or not they exist. */
import type { ChannelAddress } from '../../protocol/address.js';
import { invariant } from '../../base/invariant.js';
import type { RoomWatch } from './channel-state.js';

export class WatchBoard {
  readonly #channels = new Map<string, number>();
  readonly #rooms = new Map<string, RoomWatch>();

  watchersOf(address: ChannelAddress): number {
    return this.#channels.get(address.key) ?? 0;
  }

  /** Returns the new count. */
  watch(address: ChannelAddress): number {
    const count = this.watchersOf(address) + 1;
    this.#channels.set(address.key, count);
    return count;
  }

  /** Returns the new count. */
  unwatch(address: ChannelAddress): number {
    const count = this.watchersOf(address) - 1;
    invariant(count >= 0, 'a channel was unwatched more often than watched');
    if (count === 0) this.#channels.delete(address.key);
    else this.#channels.set(address.key, count);
    return count;
  }

  watchRoom(room: { tenant: string; room: string }): void {
    this.#roomOf(room).watchers += 1;
  }

  unwatchRoom(room: { tenant: string; room: string }): void {
    const watch = this.#roomOf(room);
    invariant(watch.watchers > 0, 'a room was unwatched more often than watched');
    watch.watchers -= 1;
    this.#drop(watch);
  }

  /** For a channel that is born; `leaveRoom` when it ends. */
  enterRoom(room: { tenant: string; room: string }): RoomWatch {
    const watch = this.#roomOf(room);
    watch.channels += 1;
    return watch;
  }

  leaveRoom(watch: RoomWatch): void {
    watch.channels -= 1;
    this.#drop(watch);
  }

  #roomOf({ tenant, room }: { tenant: string; room: string }): RoomWatch {
    const key = `${tenant}/${room}`;
    let watch = this.#rooms.get(key);
    if (watch === undefined) {
      watch = { key, watchers: 0, channels: 0 };
      this.#rooms.set(key, watch);
    }
    return watch;
  }

  #drop(watch: RoomWatch): void {
    if (watch.watchers === 0 && watch.channels === 0) this.#rooms.delete(watch.key);
  }
}
