/**
 * The `arqonbus` command: hands the process to run.ts and sets the exit status. Ending by process.exit would lose what
 * a pipe has not taken yet; only a bug that nobody caught ends that way.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../base/clock.js';
import { exitStatus } from './exit-codes.js';
import { toOperatorError } from './failure.js';
import { problemText } from './output/problem-text.js';
import { chooseStyle } from './output/style.js';
import { runCli } from './run.js';

process.on('uncaughtException', (error) => {
  const plain = chooseStyle('never', { isTerminal: false }, {});
  for (const problem of toOperatorError(error).problems) writeSync(process.stderr.fd, problemText(problem, plain));
  process.exit(exitStatus('bug'));
});

process.exitCode = await runCli({
  argv: process.argv,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  clock: systemClock,
});
