/** The arguments of join, read and checked against each other. */
import { err, ok, type Result } from '../base/result.js';
import { isIdentifier, matchesChannel, parseChannelPattern, type ChannelPattern } from '../protocol/address.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import type { JoinRequest } from '../routing/router.js';
import { readPosition } from './arguments.js';
import type { CommandArguments } from './command.js';

export type JoinArguments = Omit<JoinRequest, 'subscriber'>;

/** Positions in one join of a pattern. The proto's figure. */
const RECOVER_MAX = 256;

export function readJoinArguments(
  args: CommandArguments<'join'>,
  limits: { readonly rewindMax: number },
): Result<JoinArguments, Rejection> {
  const { room, channel: channelText, rewind, group } = args;
  if (!room || !isIdentifier(room)) return err(rejection('INVALID_IDENTIFIER', 'command.join.room'));
  const pattern = channelText ? parseChannelPattern(channelText) : null;
  if (!channelText || pattern === null) return err(rejection('INVALID_IDENTIFIER', 'command.join.channel'));

  const recover = readRecover(args.recover ?? [], pattern);
  if (!recover.ok) return recover;
  if (rewind && (rewind > limits.rewindMax || recover.value.length > 0)) {
    return err(rejection('INVALID_ARGUMENT', 'command.join.rewind'));
  }
  const misgrouped = group ? findGroupProblem({ group, pattern, recovers: recover.value.length > 0, rewind }) : null;
  if (misgrouped !== null) return err(misgrouped);

  return ok({
    room,
    channelText,
    pattern,
    recover: recover.value,
    rewind: rewind ?? 0,
    group: group ?? '',
    responder: args.responder ?? false,
  });
}

/** A group shares what comes: it holds one channel, and nobody in it owns the past. [S-ROUTE-3] */
function findGroupProblem(join: {
  group: string;
  pattern: ChannelPattern;
  recovers: boolean;
  rewind: number | null | undefined;
}): Rejection | null {
  if (!isIdentifier(join.group)) return rejection('INVALID_IDENTIFIER', 'command.join.group');
  if (join.pattern.kind !== 'exact') return rejection('INVALID_ARGUMENT', 'command.join.group');
  if (join.recovers) return rejection('INVALID_ARGUMENT', 'command.join.recover');
  return join.rewind ? rejection('INVALID_ARGUMENT', 'command.join.rewind') : null;
}

type Positions = NonNullable<CommandArguments<'join'>['recover']>;

function readRecover(positions: Positions, pattern: ChannelPattern): Result<JoinRequest['recover'], Rejection> {
  const field = 'command.join.recover';
  if (positions.length > (pattern.kind === 'exact' ? 1 : RECOVER_MAX)) return err(rejection('INVALID_ARGUMENT', field));

  const read = new Map<string, JoinRequest['recover'][number]>();
  for (const { channel, epoch, sequence } of positions) {
    if (!channel || !isIdentifier(channel)) return err(rejection('INVALID_IDENTIFIER', `${field}.channel`));
    if (!matchesChannel(pattern, channel) || read.has(channel)) {
      return err(rejection('INVALID_ARGUMENT', `${field}.channel`));
    }
    if (!epoch) return err(rejection('INVALID_ARGUMENT', `${field}.epoch`));
    const last = readPosition(sequence, `${field}.sequence`);
    if (!last.ok) return last;
    read.set(channel, { channel, epoch, sequence: last.value });
  }
  return ok([...read.values()]);
}
