/** What a subcommand gets beside its own options. Parsing flags and behaving are apart: tests make one of these. */
import type { Readable } from 'node:stream';
import type { Clock } from '../base/clock.js';
import type { ExitName } from './exit-codes.js';
import type { Style, ColorChoice } from './output/style.js';
import type { TextSink } from './output/text-sink.js';

export interface GlobalOptions {
  readonly config?: string;
  readonly url?: string;
  readonly adminUrl?: string;
  readonly context?: string;
  readonly tokenFile?: string;
  readonly json: boolean;
  readonly fields: readonly string[] | null;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly timeoutMs: number | null;
  /** false with --no-input: standard input is never read. */
  readonly input: boolean;
}

export interface CliIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: TextSink;
  readonly stderr: TextSink;
}

export type Env = Readonly<Record<string, string | undefined>>;

export type SignalName = 'SIGINT' | 'SIGTERM';

/** Why a command was asked to end early. */
export type StopReason = 'interrupted' | 'terminated' | 'timeout' | 'stdout-closed';

export interface CommandContext {
  readonly io: CliIo;
  readonly clock: Clock;
  readonly env: Env;
  readonly globals: GlobalOptions;
  /** Aborted with a StopReason when the command should end. */
  readonly signal: AbortSignal;
  /** Hears signals itself; for commands that end in an orderly way of their own. The result ends that. */
  onSignal(fn: (name: SignalName) => void): () => void;
  /** Hears SIGHUP, which ends nothing then: read again what may change. The result ends that. */
  onHangup(fn: () => void): () => void;
  readonly style: Style;
  /** How this program was started, such as `node bin/arqonbus.js`. */
  readonly invocation: string;
}

export type CommandRun = (context: CommandContext) => Promise<ExitName>;

/** Runs a subcommand with its parsed global options. */
export type Launch = (
  globals: GlobalOptions,
  run: CommandRun,
  traits?: { /** The command ends by itself on signals. */ readonly handlesSignals?: boolean },
) => Promise<void>;
