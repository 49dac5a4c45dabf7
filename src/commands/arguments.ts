/** Reading a command's arguments: each gives the value or the rejection that names its field. */
import { err, ok, type Result } from '../base/result.js';
import { channelAddress, isIdentifier, type ChannelAddress } from '../protocol/address.js';
import { readUint64, type Uint64Field } from '../protocol/codec.js';
import { rejection, type Rejection } from '../protocol/rejection.js';

/** Items of a listing where the client names no limit, and at most. */
const LIST_LIMIT_DEFAULT = 100;
const LIST_LIMIT_MAX = 1000;

type Optional<T> = T | null | undefined;

/** Room and channel of `command` (its dotted name, such as `command.leave`), in the session's tenant. */
export function readAddress(
  command: string,
  tenant: string,
  args: { room?: Optional<string>; channel?: Optional<string> },
): Result<ChannelAddress, Rejection> {
  const { room, channel } = args;
  if (!room || !isIdentifier(room)) return err(rejection('INVALID_IDENTIFIER', `${command}.room`));
  if (!channel || !isIdentifier(channel)) return err(rejection('INVALID_IDENTIFIER', `${command}.channel`));
  return ok(channelAddress({ tenant, room, channel }));
}

/** Where a listing continues: an identifier, or empty for its beginning. */
export function readAfter(after: Optional<string>, field: string): Result<string, Rejection> {
  if (!after) return ok('');
  return isIdentifier(after) ? ok(after) : err(rejection('INVALID_IDENTIFIER', field));
}

/** A count with a bound; 0 means `byDefault`. */
export function readLimit(
  limit: Optional<number>,
  field: string,
  bounds: { byDefault: number; max: number } = { byDefault: LIST_LIMIT_DEFAULT, max: LIST_LIMIT_MAX },
): Result<number, Rejection> {
  if (!limit) return ok(Math.min(bounds.byDefault, bounds.max));
  return limit <= bounds.max ? ok(limit) : err(rejection('INVALID_ARGUMENT', field));
}

/** A position or a time. Past 2^53 it is none of ours. */
export function readPosition(value: Uint64Field, field: string): Result<number, Rejection> {
  try {
    return ok(readUint64(value));
  } catch (error) {
    if (error instanceof RangeError) return err(rejection('INVALID_ARGUMENT', field));
    throw error;
  }
}
