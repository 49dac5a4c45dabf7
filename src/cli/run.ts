/**
 * One run of the command line: parse, run one subcommand, render what went wrong, answer an exit status. Everything
 * that touches the process comes in as an argument.
 */
import type { Readable, Writable } from 'node:stream';
import { CommanderError } from 'commander';
import type { Clock } from '../base/clock.js';
import type { CliIo, CommandContext, Env, GlobalOptions, Launch, SignalName } from './command-context.js';
import { exitStatus, type ExitName } from './exit-codes.js';
import { toOperatorError } from './failure.js';
import { describeInvocation } from './invocation.js';
import { operatorError } from './operator-error.js';
import { problemText } from './output/problem-text.js';
import { chooseStyle } from './output/style.js';
import { createTextSink } from './output/text-sink.js';
import { buildProgram } from './program.js';
import { createStop, stoppedExit, type SignalSource } from './stop.js';

export interface CliProcess {
  readonly argv: readonly string[];
  readonly env: Env;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly signals: SignalSource;
  readonly clock: Clock;
}

export async function runCli(host: CliProcess): Promise<number> {
  let onStdoutClosed: () => void = () => undefined;
  const io: CliIo = {
    stdin: host.stdin,
    stdout: createTextSink(host.stdout, { clock: host.clock, onClosed: () => onStdoutClosed() }),
    stderr: createTextSink(host.stderr, { clock: host.clock, optional: true }),
  };
  const invocation = describeInvocation(host.argv, host.env);
  let exit: ExitName = 'ok';

  const launch: Launch = async (globals, run, traits = {}) => {
    const handlesSignals = traits.handlesSignals === true;
    const stop = createStop(host.signals, host.clock, { timeoutMs: globals.timeoutMs, handlesSignals });
    onStdoutClosed = () => stop.stop('stdout-closed');
    stop.signal.addEventListener('abort', () => io.stdout.hurry(), { once: true });
    const context: CommandContext = {
      io,
      clock: host.clock,
      env: host.env,
      globals,
      signal: stop.signal,
      style: chooseStyle(globals.color, io.stdout, host.env),
      invocation,
      onSignal(fn) {
        const interrupt = () => hear('SIGINT');
        const terminate = () => hear('SIGTERM');
        function hear(name: SignalName): void {
          io.stdout.hurry();
          fn(name);
        }
        host.signals.on('SIGINT', interrupt);
        host.signals.on('SIGTERM', terminate);
        return () => {
          host.signals.off('SIGINT', interrupt);
          host.signals.off('SIGTERM', terminate);
        };
      },
      onHangup(fn) {
        host.signals.on('SIGHUP', fn);
        return () => host.signals.off('SIGHUP', fn);
      },
    };
    try {
      exit = await run(context);
      await io.stdout.flush();
      exit = stoppedExit(stop.signal) ?? exit;
    } catch (error) {
      exit = stoppedExit(stop.signal) ?? (await report(error, globals));
      if (exit === 'timeout') await report(operatorError('timeout', 'CLI009', 'no end within --timeout'), globals);
    } finally {
      stop.release();
      host.stdin.destroy();
    }
  };

  async function report(error: unknown, globals?: GlobalOptions): Promise<ExitName> {
    const failure = toOperatorError(error);
    const style = chooseStyle(globals?.color ?? 'auto', io.stderr, host.env);
    for (const problem of failure.problems) await io.stderr.write(problemText(problem, style, invocation));
    return failure.exit;
  }

  try {
    await buildProgram({ io, launch, invocation }).parseAsync([...host.argv]);
  } catch (error) {
    exit = error instanceof CommanderError ? exitOfParsing(error) : await report(error);
  }
  await io.stdout.flush();
  const { failure, closed } = io.stdout;
  if (failure !== null && exit === 'ok') exit = await report(failure);
  await io.stderr.flush();
  return exitStatus(closed && exit !== 'bug' ? 'ok' : exit);
}

/** Commander has written its message already: help is an answer, anything else is wrong usage. */
function exitOfParsing(error: CommanderError): ExitName {
  return error.exitCode === 0 ? 'ok' : 'usage';
}
