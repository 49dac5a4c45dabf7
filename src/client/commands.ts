/** The commands of the bus as calls: what goes into each, and its result in plain values. */
import { decodeCompact } from '../protocol/compact-decode.js';
import type { CompactDraft } from '../protocol/compact-encode.js';
import type { Command, CommandResult } from '../protocol/generated/compact-schema.js';
import { exactAddress, roomName } from './addresses.js';
import { ConnectionError } from './errors.js';
import { Message, type ReplyPort } from './message.js';
import type { HistoryQuery, PageQuery } from './options.js';
import { present } from './present.js';
import {
  durabilityWord,
  toMember,
  type ChannelInfo,
  type ChannelsPage,
  type CommandHelp,
  type HistoryPage,
  type PresencePage,
  type RoomsPage,
  type ServerStatus,
} from './results.js';

export type CommandName = keyof Command;

/** Sends one command and answers the result of the same name. */
export interface CommandPort {
  call<N extends CommandName>(
    name: N,
    args: CompactDraft<NonNullable<Command[N]>>,
    options?: { readonly repeatable?: boolean },
  ): Promise<NonNullable<CommandResult[N]>>;
}

export async function readPresence(port: CommandPort, address: string, query: PageQuery): Promise<PresencePage> {
  const result = await port.call('presence', { ...exactAddress(address), ...query });
  return { ...present(result), members: result.members.map(toMember) };
}

export async function readHistory(
  port: CommandPort,
  replyPort: ReplyPort,
  address: string,
  query: HistoryQuery,
): Promise<HistoryPage> {
  const { after, ...rest } = query;
  const position = after === undefined ? {} : { afterSequence: after.sequence, epoch: after.epoch };
  const result = await port.call('history', { ...exactAddress(address), ...position, ...rest });
  const messages = result.envelopes.map((bytes) => readStored(bytes, replyPort));
  const { more, epoch, headSequence, firstSequence } = result;
  const last = messages.at(-1);
  const next = more && last !== undefined ? { next: { epoch: last.epoch, sequence: last.sequence } } : {};
  return { messages, more, epoch, headSequence, firstSequence, ...next };
}

function readStored(bytes: Uint8Array, replyPort: ReplyPort): Message {
  try {
    return new Message(decodeCompact('Envelope', bytes), replyPort);
  } catch (cause) {
    throw new ConnectionError('PROTOCOL', 'a stored message could not be read', { cause });
  }
}

export async function readChannelInfo(port: CommandPort, address: string): Promise<ChannelInfo> {
  const result = await port.call('channelInfo', exactAddress(address));
  return { ...present(result), durability: durabilityWord(result.durability) };
}

export async function readRooms(port: CommandPort, query: PageQuery): Promise<RoomsPage> {
  const { rooms, more } = await port.call('listRooms', query);
  return { rooms: rooms.map(present), more };
}

export async function readChannels(port: CommandPort, room: string, query: PageQuery): Promise<ChannelsPage> {
  const { channels, more } = await port.call('listChannels', { room: roomName(room), ...query });
  return { channels: channels.map(present), more };
}

export async function createChannel(port: CommandPort, address: string): Promise<{ readonly epoch: number }> {
  const { epoch } = await port.call('createChannel', exactAddress(address), { repeatable: false });
  return { epoch };
}

export async function deleteChannel(port: CommandPort, address: string): Promise<void> {
  await port.call('deleteChannel', exactAddress(address), { repeatable: false });
}

export async function readStatus(port: CommandPort): Promise<ServerStatus> {
  const result = await port.call('status', {});
  return { ...present(result), durability: durabilityWord(result.durability) };
}

export async function readHelp(port: CommandPort): Promise<readonly CommandHelp[]> {
  const { commands } = await port.call('help', {});
  return commands.map(present);
}
