import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { countFlag, parseDurationFlag, parseRateFlag } from '../parse-values.js';

interface Flags {
  readonly asClient?: boolean;
  readonly grep?: string;
  readonly highlight?: string;
  readonly last?: number;
  readonly since?: string;
  readonly number?: number;
  readonly wait?: number;
  readonly format?: string;
  readonly payload?: boolean;
  readonly rate?: number;
  readonly reconnect: boolean;
}

export const registerTail: Register = (program, launch) => {
  const command = program
    .command('tail')
    .summary('follow messages')
    .description('Follows channels as they get messages. Times are UTC.')
    .argument('<address...>', 'room, room:*, room:prefix.* or room:channel')
    .option('--as-client', 'join as an ordinary client (the only way in this version)')
    .option('--grep <regexp>', 'only messages whose payload matches')
    .option('--highlight <regexp>', 'mark matches')
    .option('--last <count>', 'begin with the last messages of each channel', countFlag(1, 10_000))
    .option('--since <moment>', 'begin with retained messages since then: 5m, or an ISO time')
    .option('-n, --number <count>', 'end after so many messages', countFlag(1, 1_000_000_000))
    .option('--wait <duration>', 'end if nothing came for so long; exit 124 if nothing came at all', parseDurationFlag)
    .option('--format <template>', 'one line each, such as "{ts} {room}:{channel} {payload}"')
    .option('--payload', 'show payloads')
    .option('--rate <rate>', 'show at most so many per second; the rest is counted', parseRateFlag)
    .option('--no-reconnect', 'end when the connection is lost');
  describeCommand(
    command,
    [
      'arqonbus tail demo --as-client --payload',
      'arqonbus tail orders:eu.* support --as-client --last 10',
      'arqonbus tail demo:hello --as-client --json --payload -n 1 --wait 5s',
      'arqonbus tail demo --as-client --format "{ts} {sender} {payload}"',
    ],
    'Exit status: 0 when -n is reached or the reader has gone, 124 when --wait ran out with nothing received.',
  );
  command.action((addresses: string[], flags: Flags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runTail } = await import('../tail/run-tail.js');
      return runTail(context, {
        addresses,
        asClient: flags.asClient === true,
        grep: flags.grep ?? null,
        highlight: flags.highlight ?? null,
        last: flags.last ?? null,
        since: flags.since ?? null,
        count: flags.number ?? null,
        waitMs: flags.wait ?? null,
        format: flags.format ?? null,
        payload: flags.payload === true,
        rate: flags.rate ?? null,
        reconnect: flags.reconnect,
      });
    }),
  );
};
