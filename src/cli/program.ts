/** The commander program: the list of subcommands and how usage errors look. Behaviour loads when it is needed. */
import { Command } from 'commander';
import type { CliIo, Launch } from './command-context.js';
import { COMMANDS } from './command-list.js';
import { usageError } from './operator-error.js';
import { problemText } from './output/problem-text.js';
import { chooseStyle } from './output/style.js';
import type { TextSink } from './output/text-sink.js';

export interface ProgramHost {
  readonly io: CliIo;
  readonly launch: Launch;
  /** How this program was started. */
  readonly invocation: string;
}

export function buildProgram({ io, launch, invocation }: ProgramHost): Command {
  const program = new Command('arqonbus')
    .description('A small, sharp, Protobuf-first WebSocket message bus for multi-agent systems.')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText(
      'before',
      [
        'Examples:',
        '  $ arqonbus serve --dev',
        '  $ arqonbus tail demo --as-client --payload',
        '  $ arqonbus send demo:hello \'{"text":"hi"}\'',
        '  $ arqonbus history demo:hello --last 10',
        '',
      ].join('\n'),
    );
  for (const register of COMMANDS) register(program, launch);
  for (const command of [program, ...program.commands.flatMap((child) => [child, ...child.commands])]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => writeUnawaited(io.stdout, text),
      writeErr: (text) => writeUnawaited(io.stderr, text),
      outputError: (text, write) => write(usageText(text, command, invocation)),
    });
  }
  return program;
}

/** Commander does not wait for what it writes; whether it could be written is looked at when the run ends. */
function writeUnawaited(sink: TextSink, text: string): void {
  sink.write(text).catch(() => sink.failure);
}

/** Commander's message in the form of every other error. */
function usageText(text: string, command: Command, invocation: string): string {
  const [first = '', ...hints] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const path: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) path.unshift(at.name());
  const error = usageError(first, [`${path.join(' ')} --help`]);
  const style = chooseStyle('never', { isTerminal: false }, {});
  const hint = hints.join(' ').replace(/^\((.*)\)$/, '$1');
  return error.problems.map((problem) => problemText({ ...problem, hint }, style, invocation)).join('');
}
