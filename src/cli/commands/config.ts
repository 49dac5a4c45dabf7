import { type Command } from 'commander';
import type { Register } from '../command-list.js';
import type { Launch } from '../command-context.js';
import { describeCommand, describeGroup, globalOptionsOf } from '../global-options.js';

export const registerConfig: Register = (program, launch) => {
  const config = program.command('config').summary('check, show or write a configuration').helpCommand(false);
  config.description('Works on the configuration of the server with the same loader as serve.');
  describeGroup(config, [
    'arqonbus config init',
    'arqonbus config validate arqonbus.yaml --strict',
    'arqonbus config show --sources',
  ]);
  registerValidate(config, launch);
  registerShow(config, launch);
  registerInit(config, launch);
};

function registerValidate(parent: Command, launch: Launch): void {
  const command = parent
    .command('validate')
    .summary('check a configuration')
    .description('Reports every problem of a configuration at once, each with its place.')
    .argument('[file]', 'the file; - is standard input; default as for serve')
    .option('--strict', 'warnings fail too')
    .option('--offline', 'ask nothing over the network (nothing does yet: memory storage needs no network)');
  describeCommand(
    command,
    [
      'arqonbus config validate',
      'arqonbus config validate /etc/arqonbus.yaml --strict',
      'cat arqonbus.yaml | arqonbus config validate -',
      'arqonbus config validate --json',
    ],
    'Exit status: 0 valid, 1 not valid, 66 no such file.',
  );
  command.action((file: string | undefined, options: { strict?: boolean }) =>
    launch(globalOptionsOf(command), async (context) => {
      const { validateConfig } = await import('../config/validate-config.js');
      return validateConfig(context, { strict: options.strict === true, ...(file !== undefined && { file }) });
    }),
  );
}

function registerShow(parent: Command, launch: Launch): void {
  const command = parent
    .command('show')
    .summary('print the effective configuration')
    .description('Prints every value that is in effect: from flags, the environment, the file, or the defaults.')
    .argument('[path]', 'a section or key, such as limits or server.port')
    .option('--sources', 'name where each value came from')
    .option('--defaults', 'show the defaults alone');
  describeCommand(command, [
    'arqonbus config show',
    'arqonbus config show limits --sources',
    'arqonbus config show server.port',
    'arqonbus config show --defaults --json',
  ]);
  command.action((path: string | undefined, options: { sources?: boolean; defaults?: boolean }) =>
    launch(globalOptionsOf(command), async (context) => {
      const { showConfig } = await import('../config/show-config.js');
      const { sources = false, defaults = false } = options;
      return showConfig(context, { path: path ?? '', sources, defaults });
    }),
  );
}

function registerInit(parent: Command, launch: Launch): void {
  const command = parent
    .command('init')
    .summary('write a commented configuration')
    .description('Writes a file with every key, its meaning and its default. Never overwrites.')
    .argument('[file]', 'the file to write; - is standard output', 'arqonbus.yaml');
  describeCommand(command, [
    'arqonbus config init',
    'arqonbus config init /etc/arqonbus.yaml',
    'arqonbus config init - | less',
  ]);
  command.action((file: string) =>
    launch(globalOptionsOf(command), async (context) => {
      const { initConfig } = await import('../config/init-config.js');
      return initConfig(context, file);
    }),
  );
}
