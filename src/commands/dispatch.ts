/**
 * The way of a command: decode, permission, run, one reply. Whatever a command does, its sender hears exactly one
 * answer and the operators hear how it went and how long it took. [S-CMD-1]
 */
import { InvariantError } from '../base/invariant.js';
import { wire } from '../protocol/codec.js';
import { rejection, type ErrorName, type Rejection } from '../protocol/rejection.js';
import { findCommand } from './catalogue.js';
import type { CommandContext, CommandReply } from './command.js';
import { identify } from './identity.js';

/** Stands for the command in telemetry where the body names none. */
const UNNAMED = 'unknown';

/**
 * @param body the serialized Command; the scanner has found it well-formed.
 * @param context its `reply` is used exactly once.
 */
export function dispatchCommand(body: Uint8Array, context: CommandContext): void {
  const { session, ports } = context;
  const startedMs = ports.clock.monotonicMs();
  const command = decodeCommand(body, context);
  const found = command?.command === undefined ? null : findCommand(command.command);

  const reply = new OnceReply(context.reply, {
    onAnswered(error) {
      ports.telemetry.emit({
        type: 'command.handled',
        clientId: session.clientId,
        tenant: session.principal.tenant,
        command: found?.name ?? UNNAMED,
        error,
        durationMs: ports.clock.monotonicMs() - startedMs,
      });
    },
    onBug(message) {
      reportBug(context, found?.name ?? UNNAMED, new InvariantError(message));
    },
  });

  if (command === null) return reply.reject(rejection('INTERNAL'));
  if (found === null) return reply.reject(rejection('MISSING_FIELD', 'command'));
  if (session.authorizer.expired()) return reply.reject(rejection('CREDENTIAL_EXPIRED'));
  // Said first and of everyone alike: who hears it knows that no other credential would help. [T-ACC-1]
  const disabled = ports.disabled.has(found.name);
  if (disabled || !session.authorizer.allowsCommand(found.name)) {
    const action = `command ${found.name}`;
    ports.telemetry.emit({ type: 'auth.denied', ...identify(session), action, room: '', channel: '' });
    return reply.reject(rejection(disabled ? 'COMMAND_DISABLED' : 'PERMISSION_DENIED'));
  }
  try {
    found.run({ ...context, reply }, command);
  } catch (error) {
    reportBug(context, found.name, asError(error));
    if (!reply.answered) reply.reject(rejection('INTERNAL'));
  }
}

/** Null when the decoder refuses what the scanner let through: a bug of ours, not of the client. */
function decodeCommand(body: Uint8Array, context: CommandContext): wire.Command | null {
  try {
    return wire.Command.decode(body);
  } catch (error) {
    reportBug(context, UNNAMED, asError(error));
    return null;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new InvariantError(String(error));
}

function reportBug({ ports }: CommandContext, command: string, error: Error): void {
  ports.telemetry.emit({ type: 'internal.error', where: `command ${command}`, error });
}

/** Lets the first answer through; a second one is our bug and must not reach the client. */
class OnceReply implements CommandReply {
  readonly #to: CommandReply;
  readonly #hooks: { onAnswered(error: ErrorName | null): void; onBug(message: string): void };
  answered = false;

  constructor(to: CommandReply, hooks: { onAnswered(error: ErrorName | null): void; onBug(message: string): void }) {
    this.#to = to;
    this.#hooks = hooks;
  }

  result(result: wire.CommandResult.$Properties): void {
    if (!this.#first()) return;
    this.#to.result(result);
    this.#hooks.onAnswered(null);
  }

  frame(frame: Uint8Array): void {
    if (!this.#first()) return;
    this.#to.frame(frame);
    this.#hooks.onAnswered(null);
  }

  reject(refused: Rejection): void {
    if (!this.#first()) return;
    this.#to.reject(refused);
    this.#hooks.onAnswered(refused.name);
  }

  #first(): boolean {
    if (this.answered) {
      this.#hooks.onBug('a second answer was dropped');
      return false;
    }
    this.answered = true;
    return true;
  }
}
