/** Every command of the bus, in the order `help` lists them. Registering one is a line here. */
import { channelInfo } from './channel-info.js';
import type { BusCommand, CommandField } from './command.js';
import { createChannel } from './create-channel.js';
import { deleteChannel } from './delete-channel.js';
import { createHelp } from './help.js';
import { history } from './history.js';
import { join } from './join.js';
import { leave } from './leave.js';
import { listChannels } from './list-channels.js';
import { listRooms } from './list-rooms.js';
import { ping } from './ping.js';
import { presence } from './presence.js';
import { refreshToken } from './refresh-token.js';
import { status } from './status.js';

export const COMMANDS: readonly BusCommand[] = [
  ping,
  status,
  join,
  leave,
  createChannel,
  deleteChannel,
  listRooms,
  listChannels,
  channelInfo,
  presence,
  history,
  refreshToken,
  createHelp(() => COMMANDS),
];

const byField = new Map(COMMANDS.map((command) => [command.field, command]));

/** Null for a member of the oneof that this server does not serve. */
export function findCommand(field: CommandField): BusCommand | null {
  return byField.get(field) ?? null;
}
