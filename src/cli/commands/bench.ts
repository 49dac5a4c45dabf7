import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { countFlag, parseDurationFlag, parseRateFlag } from '../parse-values.js';

interface Flags {
  readonly subscribers: number;
  readonly publishers: number;
  readonly size: number;
  readonly rate: number;
  readonly duration: number;
}

export const registerBench: Register = (program, launch) => {
  const command = program
    .command('bench')
    .summary('measure a bus under load')
    .description(
      'Publishes at a fixed rate, whether or not the bus keeps up, and measures from the moment each message was due: ' +
        'a bus that stalls cannot hide it.',
    )
    .option('--subscribers <count>', 'connections that receive everything', countFlag(1, 1000), 10)
    .option('--publishers <count>', 'connections that send', countFlag(1, 100), 1)
    .option('--size <bytes>', 'payload of each message', countFlag(16, 16_777_216), 128)
    .option('--rate <rate>', 'messages per second, all publishers together', parseRateFlag, 1000)
    .option('--duration <duration>', 'how long to publish', parseDurationFlag, 10_000);
  describeCommand(
    command,
    [
      'arqonbus bench',
      'arqonbus bench --subscribers 100 --rate 5000/s --duration 30s',
      'arqonbus bench --publishers 4 --size 1024 --json',
    ],
    'Exit status: 0 when every message arrived everywhere, 1 when some did not.',
  );
  command.action(({ subscribers, publishers, size, rate, duration }: Flags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runBench } = await import('../bench/run-bench.js');
      return runBench(context, { subscribers, publishers, sizeBytes: size, rate, durationMs: duration });
    }),
  );
};
