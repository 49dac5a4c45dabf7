import { Argument } from 'commander';
import type { Register } from '../command-list.js';
import { addGlobalOptions, describeCommand, globalOptionsOf } from '../global-options.js';

export const registerCompletion: Register = (program, launch) => {
  const command = program
    .command('completion')
    .summary('print a completion script')
    .description('Prints a script that completes subcommands, flags, rooms and contexts.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']));
  describeCommand(command, [
    'source <(arqonbus completion bash)',
    'arqonbus completion zsh > ~/.zfunc/_arqonbus',
    'arqonbus completion fish > ~/.config/fish/completions/arqonbus.fish',
  ]);
  command.action((shell: 'bash' | 'zsh' | 'fish') =>
    launch(globalOptionsOf(command), async ({ io }) => {
      const { completionScript } = await import('../completion/completion-script.js');
      await io.stdout.write(completionScript(shell, program));
      return 'ok';
    }),
  );

  // What the scripts call for words that only a running server or a file knows.
  const words = addGlobalOptions(program.command('__complete', { hidden: true }))
    .addArgument(new Argument('<kind>').choices(['rooms', 'contexts']))
    .argument('[prefix]', 'what was typed so far', '');
  words.action((kind: 'rooms' | 'contexts', prefix: string) =>
    launch(globalOptionsOf(words), async (context) => {
      const { completeWords } = await import('../completion/complete-words.js');
      return completeWords(context, kind, prefix);
    }),
  );
};
