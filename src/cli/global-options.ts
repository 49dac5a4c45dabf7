/** Flags that every subcommand takes. None takes the value of a secret: a file or the environment does. */
import { Option, type Command } from 'commander';
import type { GlobalOptions } from './command-context.js';
import { parseDurationFlag } from './parse-values.js';
import type { ColorChoice } from './output/style.js';

const GROUP = 'Common options:';

/** Gives a subcommand its examples, which open the help, and the common flags, which end it. */
export function describeCommand(command: Command, examples: readonly string[], exitNote = ''): void {
  addGlobalOptions(describeGroup(command, examples));
  if (exitNote !== '') command.addHelpText('after', `\n${exitNote}`);
}

/** Examples for a command that only has subcommands. */
export function describeGroup(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ ${example}`);
  return command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`);
}

export function addGlobalOptions(command: Command): Command {
  const options = [
    new Option('-c, --config <file>', 'configuration file; - is standard input'),
    new Option('--url <url>', 'the bus (ARQONBUS_URL)'),
    new Option('--admin-url <url>', 'the admin API (ARQONBUS_ADMIN_URL)'),
    new Option('--context <name>', 'context to take both and their tokens from (ARQONBUS_CONTEXT)'),
    new Option('--token-file <file>', 'file with the credential (or ARQONBUS_TOKEN)'),
    new Option('--json', 'print JSON Lines'),
    new Option('--fields <names>', 'only these fields of each record, comma separated'),
    new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'),
    new Option('-q, --quiet', 'no progress, no notes'),
    new Option('-v, --verbose', 'say more on stderr'),
    new Option('--timeout <duration>', 'give up after this; exit 124').argParser(parseDurationFlag),
    new Option('--no-input', 'never read standard input'),
  ];
  for (const option of options) command.addOption(option.helpGroup(GROUP));
  return command;
}

export function globalOptionsOf(command: Command): GlobalOptions {
  const options = command.opts<Record<string, unknown>>();
  const text = (name: string) => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const named = (name: 'config' | 'url' | 'adminUrl' | 'context' | 'tokenFile') => {
    const value = text(name);
    return value === undefined ? {} : { [name]: value };
  };
  const timeout = options['timeout'];
  return {
    ...named('config'),
    ...named('url'),
    ...named('adminUrl'),
    ...named('context'),
    ...named('tokenFile'),
    json: options['json'] === true,
    fields:
      text('fields')
        ?.split(',')
        .map((field) => field.trim()) ?? null,
    color: (text('color') ?? 'auto') as ColorChoice,
    quiet: options['quiet'] === true,
    verbose: options['verbose'] === true,
    timeoutMs: typeof timeout === 'number' ? timeout : null,
    input: options['input'] !== false,
  };
}
