/** What routing needs of a log: to watch it and to read it back. storage's ChannelLog has this shape. */
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../protocol/log-shapes.js';

export interface LogReader {
  read(request: ReadRequest, onPage: (page: ReadPage) => void): void;
  head(address: ChannelAddress, onHead: (head: ChannelHead) => void): void;
  wasRemoved(address: ChannelAddress, epoch: number): boolean;
  watch(address: ChannelAddress): void;
  unwatch(address: ChannelAddress): void;
  watchRoom(room: { tenant: string; room: string }): void;
  unwatchRoom(room: { tenant: string; room: string }): void;
  list(
    query: { tenant: string; room?: string; afterKey?: string; countMax: number },
    onPage: (page: { channels: readonly { address: ChannelAddress }[]; more: boolean }) => void,
  ): void;
}
