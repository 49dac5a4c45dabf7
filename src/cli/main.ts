/**
 * The `arqonbus` command: hands the process to run.ts and sets the exit status. Ending by process.exit loses what a
 * pipe has not taken yet, so that is for two cases: a bug that nobody caught, and a reader that run.ts gave up on.
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
  try {
    for (const problem of toOperatorError(error).problems) writeSync(process.stderr.fd, problemText(problem, plain));
  } finally {
    // A stderr that cannot be written leaves the status as the only word.
    process.exit(exitStatus('bug'));
  }
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
// Left after the flush of run.ts: nobody reads it, and it would keep the process for ever.
if (process.stdout.writableLength + process.stderr.writableLength > 0) process.exit();
