import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';

export const registerStatus: Register = (program, launch) => {
  const command = program
    .command('status')
    .summary('check a running bus')
    .description('Looks at configuration, bus, storage, clock and admin API, with one fix for each that is not well.')
    .option('--ready', 'exit 1 unless the bus takes messages');
  describeCommand(command, [
    'arqonbus status',
    'arqonbus status --ready --timeout 5s',
    'arqonbus status --json',
    'arqonbus status --context prod',
  ]);
  command.action((flags: { ready?: boolean }) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runStatus } = await import('../status/run-status.js');
      return runStatus(context, { ready: flags.ready === true });
    }),
  );
};
