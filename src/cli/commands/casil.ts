import { Option, type Command } from 'commander';
import type { Launch } from '../command-context.js';
import type { Register } from '../command-list.js';
import { describeCommand, describeGroup, globalOptionsOf } from '../global-options.js';
import { countFlag } from '../parse-values.js';
import type { ReportFormat } from '../casil/report/report-formats.js';

export const registerCasil: Register = (program, launch) => {
  const casil = program.command('casil').summary('test and explain policies').helpCommand(false);
  casil.description('Runs content inspection without a server: the same that serve runs.');
  describeGroup(casil, [
    'arqonbus casil test-policy policies/tests',
    'arqonbus casil explain message.json --policy block-secrets',
    'arqonbus casil explain traffic.jsonl --policy new.yaml --against old.yaml',
  ]);
  registerTestPolicy(casil, launch);
  registerExplain(casil, launch);
};

interface TestFlags {
  readonly policy?: string[];
  readonly run?: string;
  readonly format?: ReportFormat;
  readonly coverage?: boolean;
  readonly coverageThreshold?: number;
  readonly maxWork?: number;
  readonly watch?: boolean;
}

const FORMATS: readonly ReportFormat[] = ['human', 'json', 'junit', 'tap', 'github'];

function registerTestPolicy(parent: Command, launch: Launch): void {
  const command = parent
    .command('test-policy')
    .summary('run the test cases of policies')
    .description(
      'Runs cases (a message, and what must be decided about it) against their policies. A rule is covered when it ' +
        'fires in a case. It wants a near miss too: a case that names it in near, or that holds a near miss of a ' +
        'detector it looks at, and in which it stays silent.',
    )
    .argument('[cases...]', 'files of cases, folders of them, or - for standard input')
    .option('--policy <policy>', 'test this policy instead of the one the cases name; may be repeated', collect)
    .option('--run <regexp>', 'only cases whose name matches')
    .addOption(new Option('--format <format>', 'default: human').choices(FORMATS))
    .option('--coverage', 'tell for each rule whether it was hit and nearly missed')
    .option('--coverage-threshold <percent>', 'fail if fewer of the rules fired', countFlag(0, 100))
    .option('--max-work <units>', 'a case that costs more work units fails', countFlag(0, 1_000_000_000))
    .option('--watch', 'run again whenever cases or policies change');
  describeCommand(
    command,
    [
      'arqonbus casil test-policy policies/tests',
      'arqonbus casil test-policy cases.yaml --policy new.yaml --coverage',
      'arqonbus casil test-policy cases --format junit > report.xml',
      'arqonbus casil test-policy cases --run "e-mail" --watch',
    ],
    'Exit status: 0 all passed, 1 a case failed or none was run, 65 cases unreadable, 66 no such file, ' +
      '78 a policy does not compile.',
  );
  command.action((files: string[], flags: TestFlags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runTestPolicy } = await import('../casil/test-policy.js');
      return runTestPolicy(context, {
        files,
        policies: flags.policy ?? [],
        run: flags.run ?? null,
        format: flags.format ?? null,
        coverage: flags.coverage === true,
        coverageThreshold: flags.coverageThreshold ?? null,
        workMax: flags.maxWork ?? null,
        watch: flags.watch === true,
      });
    }),
  );
}

interface ExplainFlags {
  readonly policy?: string[];
  readonly against?: string[];
  readonly room?: string;
  readonly channel?: string;
  readonly sender?: string;
  readonly run?: string;
  readonly maxFlips?: number;
  readonly showPayload?: boolean;
}

function registerExplain(parent: Command, launch: Launch): void {
  const command = parent
    .command('explain')
    .summary('say why a message is allowed, masked or blocked')
    .description(
      'Prints what inspection does with one message, step by step, its content masked. With --against, counts how ' +
        'many recorded messages two policies decide differently.',
    )
    .argument(
      '[file]',
      'a record of tail or history, a case, or with --room and --channel a payload; - is standard input',
    )
    .option('--policy <policy>', 'a policy: a path, or the name of a shipped one; may be repeated', collect)
    .option('--against <policy>', 'compare with this policy over JSON Lines of records; may be repeated', collect)
    .option('--max-flips <count>', 'with --against: exit 1 if more outcomes differ', countFlag(0, 1_000_000_000))
    .option('--room <room>', 'the input is a payload sent to this room')
    .option('--channel <channel>', 'and to this channel')
    .option('--sender <subject>', 'who sends it')
    .option('--run <regexp>', 'of a file of cases, the one whose name matches')
    .option('--show-payload', 'show what was found');
  describeCommand(
    command,
    [
      'arqonbus history support:chat --last 1 --json | arqonbus casil explain --policy block-secrets',
      'echo "my text" | arqonbus casil explain - --room support --channel chat --policy policy.yaml',
      'arqonbus casil explain cases.yaml --run "e-mail"',
      'arqonbus casil explain traffic.jsonl --policy new.yaml --against old.yaml --max-flips 0',
    ],
    'Exit status: 0 explained, 1 more flips than --max-flips, 65 input unreadable, 66 no such file, ' +
      '78 a policy does not compile.',
  );
  command.action((file: string | undefined, flags: ExplainFlags) =>
    launch(globalOptionsOf(command), async (context) => {
      const { runExplain } = await import('../casil/explain.js');
      return runExplain(context, {
        file: file ?? '-',
        policies: flags.policy ?? [],
        against: flags.against ?? [],
        maxFlips: flags.maxFlips ?? null,
        room: flags.room ?? null,
        channel: flags.channel ?? null,
        sender: flags.sender ?? null,
        run: flags.run ?? null,
        showPayload: flags.showPayload === true,
      });
    }),
  );
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
