/**
 * A log whose entries show what inspection said of them: live ones as they are heard, older ones as they are read.
 * The server puts it between the log and everyone who delivers when clients may see metadata; whether history keeps
 * any is the log's own setting. [C-META-1]
 */
import type { ChannelAddress } from '../protocol/address.js';
import type { wire } from '../protocol/codec.js';
import type { AppendDraft, LogEntry } from '../protocol/entry.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../protocol/log-shapes.js';
import { tagEntry, tagPage } from '../protocol/tagged-entry.js';
import type { AppendOutcome, ChannelLog, ChannelSummary, CreateResult, LogStats } from './channel-log.js';

export class ExposedLog implements ChannelLog {
  onEntry: (entry: LogEntry) => void = () => undefined;
  readonly durability: wire.Durability;
  readonly #log: ChannelLog;

  /** Takes over the log's `onEntry`. */
  constructor(log: ChannelLog) {
    this.#log = log;
    this.durability = log.durability;
    log.onEntry = (entry) => this.onEntry(tagEntry(entry));
  }

  append(batch: readonly AppendDraft[], onSettled: (draft: AppendDraft, outcome: AppendOutcome) => void): void {
    this.#log.append(batch, onSettled);
  }

  read(request: ReadRequest, onPage: (page: ReadPage) => void): void {
    this.#log.read(request, (page) => onPage(tagPage(page)));
  }

  head(address: ChannelAddress, onHead: (head: ChannelHead) => void): void {
    this.#log.head(address, onHead);
  }

  create(address: ChannelAddress, onDone: (result: CreateResult) => void): void {
    this.#log.create(address, onDone);
  }

  remove(address: ChannelAddress, onDone: (result: { removed: boolean }) => void): void {
    this.#log.remove(address, onDone);
  }

  wasRemoved(address: ChannelAddress, epoch: number): boolean {
    return this.#log.wasRemoved(address, epoch);
  }

  list(
    query: { tenant: string; room?: string; afterKey?: string; countMax: number },
    onPage: (page: { channels: readonly ChannelSummary[]; more: boolean }) => void,
  ): void {
    this.#log.list(query, onPage);
  }

  channelCount(tenant: string): number {
    return this.#log.channelCount(tenant);
  }

  watch(address: ChannelAddress): void {
    this.#log.watch(address);
  }

  unwatch(address: ChannelAddress): void {
    this.#log.unwatch(address);
  }

  watchRoom(room: { tenant: string; room: string }): void {
    this.#log.watchRoom(room);
  }

  unwatchRoom(room: { tenant: string; room: string }): void {
    this.#log.unwatchRoom(room);
  }

  stats(): LogStats {
    return this.#log.stats();
  }

  close(onClosed: () => void): void {
    this.#log.close(onClosed);
  }
}
