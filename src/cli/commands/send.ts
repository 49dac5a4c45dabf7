import { Option } from 'commander';
import type { Register } from '../command-list.js';
import { describeCommand, globalOptionsOf } from '../global-options.js';
import { countFlag, parseDurationFlag, parseHeaderFlag, parseRateFlag } from '../parse-values.js';

interface Flags {
  readonly header?: Record<string, string>;
  readonly jsonl?: string | true;
  readonly rate?: number;
  readonly repeat?: number;
  readonly to?: string;
  readonly request?: boolean;
  readonly replies?: number;
  readonly ttl?: number;
  readonly contentType?: string;
  readonly onError: 'stop' | 'continue';
  readonly dryRun?: boolean;
}

export const registerSend: Register = (program, launch) => {
  const command = program
    .command('send')
    .summary('send messages')
    .description('Sends one message, or every record of a JSON Lines input.')
    .argument('[address]', 'room:channel; not with --jsonl or --to')
    .argument('[body]', 'the payload; - or nothing reads standard input')
    .option('-H, --header <name=value>', 'a header; may be repeated', parseHeaderFlag)
    .option('--jsonl [file]', 'send the records of a file or of standard input')
    .option('--rate <rate>', 'at most so many per second, such as 50/s', parseRateFlag)
    .option('--repeat <count>', 'send it so many times', countFlag(1, 10_000_000))
    .option('--to <client>', 'send to one client; the first argument is then the body')
    .option('--request', 'send a request and print the reply')
    .option('--replies <count>', 'collect so many replies', countFlag(1, 10_000))
    .option('--ttl <duration>', 'time to live of the message', parseDurationFlag)
    .option('--content-type <type>', 'default: application/json or text/plain, as the body is')
    .addOption(new Option('--on-error <what>', 'after a refused record').choices(['stop', 'continue']).default('stop'))
    .option('--dry-run', 'check everything, send nothing');
  describeCommand(
    command,
    [
      `arqonbus send demo:hello '{"text":"hi"}'`,
      'echo hi | arqonbus send demo:hello',
      'arqonbus history demo:hello --json | arqonbus send --jsonl',
      `arqonbus send agents:summarize '{"url":"https://example.org"}' --request --timeout 30s`,
      'arqonbus send --to n1-k3j9x2 ping',
    ],
    'Exit status: 0 accepted, 1 refused, 65 bad input, 75 part of the records failed, 77 denied.',
  );
  command.action((address: string | undefined, body: string | undefined, flags: Flags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runSend } = await import('../send/run-send.js');
      return runSend(context, {
        positional: [address, body].filter((text) => text !== undefined),
        headers: flags.header ?? {},
        jsonl: flags.jsonl === undefined ? null : flags.jsonl === true ? '-' : flags.jsonl,
        rate: flags.rate ?? null,
        repeat: flags.repeat ?? 1,
        to: flags.to ?? null,
        request: flags.request === true,
        replies: flags.replies ?? null,
        ttlMs: flags.ttl ?? null,
        contentType: flags.contentType ?? null,
        onError: flags.onError,
        dryRun: flags.dryRun === true,
      });
    }),
  );
};
