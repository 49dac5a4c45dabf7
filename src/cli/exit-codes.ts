/** What the exit status of every subcommand means. docs/cli.md shows this table. [S-CLI-1] */
export const EXIT_CODES = {
  ok: { status: 0, meaning: 'it worked' },
  no: { status: 1, meaning: 'it ran, and the answer is "no": refused, not valid, not ready, not there' },
  usage: { status: 64, meaning: 'the command line is wrong' },
  data: { status: 65, meaning: 'the input is wrong: a body, a record or a file cannot be used' },
  missing: { status: 66, meaning: 'an input file is missing or unreadable' },
  unreachable: { status: 69, meaning: 'the server cannot be reached, or a port is in use' },
  bug: { status: 70, meaning: 'a bug of this program' },
  retry: { status: 75, meaning: 'it failed for now, or only in part; trying again may help' },
  denied: { status: 77, meaning: 'the credential is missing, wrong or not allowed to do this' },
  config: { status: 78, meaning: 'the configuration is not valid' },
  timeout: { status: 124, meaning: '--timeout or --wait ran out' },
  interrupted: { status: 130, meaning: 'ended by SIGINT (Ctrl-C)' },
  terminated: { status: 143, meaning: 'ended by SIGTERM' },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

export function exitStatus(name: ExitName): number {
  return EXIT_CODES[name].status;
}
