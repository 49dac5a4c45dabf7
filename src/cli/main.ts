/** The `arqonbus` command: hands the process to run.ts and sets the exit status. Never calls process.exit: a pipe would lose data. */
import { systemClock } from '../base/clock.js';
import { runCli } from './run.js';

process.exitCode = await runCli({
  argv: process.argv,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  clock: systemClock,
});
