/**
 * What a bus command is. Each command is one file that decodes nothing, knows no socket and answers exactly once;
 * what is common to all (decoding, permission, timing, the one reply) is dispatch.ts. To add one: its file, its line
 * in catalogue.ts, its test. [S-CMD-1]
 */
import type { Authenticator } from '../auth/authenticator.js';
import type { Authorizer } from '../auth/authorize.js';
import type { Principal } from '../auth/principal.js';
import type { Clock } from '../base/clock.js';
import { invariant } from '../base/invariant.js';
import type { wire } from '../protocol/codec.js';
import type { Rejection } from '../protocol/rejection.js';
import type { ResolveRoomPolicy } from '../routing/room-policy.js';
import type { Router } from '../routing/router.js';
import type { Subscriber } from '../routing/subscriber.js';
import type { ChannelLog } from '../storage/channel-log.js';
import type { Roster, RosterMember } from '../storage/roster.js';
import type { Telemetry } from '../telemetry/events.js';

/** The session a command came from. */
export interface CommandSession {
  readonly clientId: string;
  readonly remoteAddress: string;
  readonly principal: Principal;
  readonly authorizer: Authorizer;
  readonly subscriber: Subscriber;
  readonly member: RosterMember;
  /** Later commands and messages are judged by the new one. Safe after the connection closed. */
  replacePrincipal(principal: Principal): void;
}

export interface CommandLimits {
  readonly subscriptionsPerConnectionMax: number;
  /** Messages in one history page or rewind. */
  readonly historyPageMax: number;
  /** Bytes of one reply. */
  readonly frameBytesMax: number;
  /** Time an authenticator has for a refresh, milliseconds. */
  readonly refreshTimeoutMs: number;
}

/** What the server says about itself to clients. */
export interface ServerInfo {
  readonly version: string;
  readonly nodeId: string;
  /** By the clock's monotonicMs. */
  readonly startedAtMonotonicMs: number;
  draining(): boolean;
}

/** What commands work with; one object per server. */
export interface CommandPorts {
  readonly log: ChannelLog;
  readonly roster: Roster;
  readonly router: Router;
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  readonly roomPolicy: ResolveRoomPolicy;
  readonly limits: CommandLimits;
  readonly server: ServerInfo;
  readonly telemetry: Telemetry;
  /** Names an operator switched off, `direct`, `request` and `reply` included. [T-ACC-1] */
  readonly disabled: ReadonlySet<string>;
}

/** Where the one answer of a command goes. Queues at once: what is queued later on the connection comes after it. */
export interface CommandReply {
  result(result: wire.CommandResult.$Properties): void;
  /** A complete Frame with the command's correlation id in it. */
  frame(frame: Uint8Array): void;
  reject(rejection: Rejection): void;
}

export interface CommandContext {
  /** Id of the command's envelope. */
  readonly correlationId: string;
  readonly session: CommandSession;
  readonly ports: CommandPorts;
  readonly reply: CommandReply;
}

/** Member of the `command` oneof in the proto. */
export type CommandField = NonNullable<wire.Command['command']>;
export type CommandArguments<F extends CommandField> = NonNullable<wire.Command.$Properties[F]>;

export interface BusCommand {
  /** As grants and people write it: the proto's name of the field. Also the permission it needs. */
  readonly name: string;
  /** One line, for `help`. */
  readonly summary: string;
  readonly field: CommandField;
  /** Answers once, now or later. Must be handed a command whose oneof is `field`. */
  run(context: CommandContext, command: wire.Command.$Properties): void;
}

/** Makes a command from its field and a function over that field's arguments. */
export function defineCommand<F extends CommandField>(definition: {
  readonly field: F;
  readonly summary: string;
  run(context: CommandContext, args: CommandArguments<F>): void;
}): BusCommand {
  const { field, summary } = definition;
  return {
    name: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    summary,
    field,
    run(context, command) {
      const args = command[field];
      invariant(args !== null && args !== undefined, `a command without ${field} was handed to ${field}`);
      definition.run(context, args);
    },
  };
}
