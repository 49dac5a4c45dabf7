/** Completion scripts, made from the commander program, so that they always know every subcommand and flag. */
import type { Command } from 'commander';

export type Shell = 'bash' | 'zsh' | 'fish';

interface Words {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly string[];
  readonly subcommands: readonly Words[];
}

/** Subcommands whose first argument is an address. */
const WITH_ADDRESS = ['send', 'tail', 'history'];

export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.filter((command) => command.name() !== '__complete').map(wordsOf);
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      return `#compdef arqonbus\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case 'fish':
      return fishScript(commands);
  }
}

function wordsOf(command: Command): Words {
  return {
    name: command.name(),
    summary: command.summary(),
    flags: [...command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : [])), '--help'],
    subcommands: command.commands.map(wordsOf),
  };
}

function bashScript(commands: readonly Words[]): string {
  const cases = commands.flatMap((command) => [
    caseLine(command.name, [...command.flags, ...command.subcommands.map(({ name }) => name)]),
    ...command.subcommands.map((child) => caseLine(`${command.name} ${child.name}`, child.flags)),
  ]);
  const groups = commands
    .filter(({ subcommands }) => subcommands.length > 0)
    .map(({ name }) => name)
    .join('|');
  return `# Completion of arqonbus for bash; works in zsh through bashcompinit.
_arqonbus() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if [ "$previous" = "--context" ]; then
    COMPREPLY=($(compgen -W "$(arqonbus __complete contexts "$current" 2>/dev/null)" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -le 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help" -- "$current"))
    return
  fi
  case "$command" in ${groups}) if [ "$COMP_CWORD" -gt 2 ]; then command="$command \${COMP_WORDS[2]}"; fi ;; esac
  case "$command" in
${cases.join('\n')}
  esac
  case "$command:$current" in
    *:-*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    ${WITH_ADDRESS.map((name) => `${name}:*`).join('|')}) COMPREPLY=($(compgen -W "$(arqonbus __complete rooms "$current" 2>/dev/null)" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -W "$words" -- "$current")) ;;
  esac
}
complete -F _arqonbus arqonbus
`;
}

function caseLine(name: string, words: readonly string[]): string {
  return `    "${name}") words="${words.join(' ')}" ;;`;
}

function fishScript(commands: readonly Words[]): string {
  const lines = ['# Completion of arqonbus for fish.', 'complete -c arqonbus -f'];
  for (const { name, summary, flags, subcommands } of commands) {
    lines.push(`complete -c arqonbus -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`);
    for (const flag of flags) lines.push(fishFlag(name, flag));
    for (const child of subcommands) {
      lines.push(
        `complete -c arqonbus -n '__fish_seen_subcommand_from ${name}' -a ${child.name} -d ${quoted(child.summary)}`,
      );
    }
  }
  for (const name of WITH_ADDRESS) {
    lines.push(
      `complete -c arqonbus -n '__fish_seen_subcommand_from ${name}' -a '(arqonbus __complete rooms 2>/dev/null)'`,
    );
  }
  lines.push(`complete -c arqonbus -l context -x -a '(arqonbus __complete contexts 2>/dev/null)'`);
  return `${lines.join('\n')}\n`;
}

function fishFlag(command: string, flag: string): string {
  return `complete -c arqonbus -n '__fish_seen_subcommand_from ${command}' -l ${flag.replace(/^--/, '')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
