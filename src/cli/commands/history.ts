import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { countFlag, parseCursorFlag, type Cursor } from '../parse-values.js';

interface Flags {
  readonly since?: string;
  readonly until?: string;
  readonly last: number;
  readonly after?: Cursor;
  readonly reverse?: boolean;
  readonly output?: string;
}

export const registerHistory: Register = (program, launch) => {
  const command = program
    .command('history')
    .summary("print a channel's past")
    .description('Prints retained messages of one channel, oldest first. Times are UTC.')
    .argument('<address>', 'room:channel')
    .option('--since <moment>', 'only messages since then: 5m, or an ISO time')
    .option('--until <moment>', 'only messages before then')
    .option('--last <count>', 'at most so many: the newest, or with --after the next', countFlag(1, 1_000_000), 50)
    .option('--after <cursor>', 'continue after this record', parseCursorFlag)
    .option('--reverse', 'newest first')
    .option('-o, --output <file>', 'write JSON Lines to a file, all of it or nothing');
  describeCommand(
    command,
    [
      'arqonbus history demo:hello',
      'arqonbus history demo:hello --since 1h --json',
      'arqonbus history demo:hello --last 100000 -o hello.jsonl',
      'arqonbus history demo:hello --after 3735928559.120',
    ],
    'Exit status: 0 also when the channel is empty, 1 when there is no such channel.',
  );
  command.action((address: string, flags: Flags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runHistory } = await import('../history/run-history.js');
      return runHistory(context, {
        address,
        since: flags.since ?? null,
        until: flags.until ?? null,
        last: flags.last,
        after: flags.after ?? null,
        reverse: flags.reverse === true,
        output: flags.output ?? null,
      });
    }),
  );
};
