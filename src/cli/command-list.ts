/** Every subcommand, in the order of the help. Adding one is one file and one line here. */
import type { Command } from 'commander';
import type { Launch } from './command-context.js';
import { registerBench } from './commands/bench.js';
import { registerCasil } from './commands/casil.js';
import { registerCompletion } from './commands/completion.js';
import { registerConfig } from './commands/config.js';
import { registerHistory } from './commands/history.js';
import { registerSend } from './commands/send.js';
import { registerServe } from './commands/serve.js';
import { registerStatus } from './commands/status.js';
import { registerTail } from './commands/tail.js';
import { registerToken } from './commands/token.js';
import { registerVersion } from './commands/version.js';

export type Register = (program: Command, launch: Launch) => void;

export const COMMANDS: readonly Register[] = [
  registerServe,
  registerConfig,
  registerCasil,
  registerSend,
  registerTail,
  registerHistory,
  registerStatus,
  registerBench,
  registerToken,
  registerVersion,
  registerCompletion,
];
