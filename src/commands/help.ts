import { defineCommand, type BusCommand } from './command.js';

/** @param listCommands asked when the command runs: the catalogue holds this command too. */
export function createHelp(listCommands: () => readonly BusCommand[]): BusCommand {
  return defineCommand({
    field: 'help',
    summary: 'Commands of this server, and which of them this session may send.',
    run({ session, ports, reply }) {
      const enabled = listCommands().filter(({ name }) => !ports.disabled.has(name));
      const commands = enabled.map(({ name, summary }) => ({
        name,
        summary,
        allowed: session.authorizer.allowsCommand(name),
      }));
      reply.result({ help: { commands } });
    },
  });
}
