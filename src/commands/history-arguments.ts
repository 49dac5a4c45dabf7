/** The arguments of history as a range of the log. */
import { err, ok, type Result } from '../base/result.js';
import type { ReadRequest } from '../protocol/log-shapes.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { readAddress, readLimit, readPosition } from './arguments.js';
import type { CommandArguments } from './command.js';

export interface HistoryRequest {
  readonly read: Omit<ReadRequest, 'bytesMax'>;
  /** Epoch the client's position belongs to; 0 where it gave none. */
  readonly epoch: number;
}

/** Messages of a page where the client names no limit. The proto's figure. */
const LIMIT_DEFAULT = 50;

export function readHistoryArguments(
  tenant: string,
  args: CommandArguments<'history'>,
  limits: { readonly historyPageMax: number },
): Result<HistoryRequest, Rejection> {
  const address = readAddress('command.history', tenant, args);
  if (!address.ok) return address;
  const after = readPosition(args.afterSequence, 'command.history.after_sequence');
  if (!after.ok) return after;
  const since = readPosition(args.sinceMs, 'command.history.since_ms');
  if (!since.ok) return since;
  const until = readPosition(args.untilMs, 'command.history.until_ms');
  if (!until.ok) return until;
  const limit = readLimit(args.limit, 'command.history.limit', {
    byDefault: LIMIT_DEFAULT,
    max: limits.historyPageMax,
  });
  if (!limit.ok) return limit;

  const epoch = args.epoch ?? 0;
  if (after.value > 0 && epoch === 0) return err(rejection('INVALID_ARGUMENT', 'command.history.epoch'));
  if (until.value > 0 && until.value <= since.value) {
    return err(rejection('INVALID_ARGUMENT', 'command.history.until_ms'));
  }
  return ok({
    epoch,
    read: {
      address: address.value,
      ...range(after.value, args.reverse ?? false),
      countMax: limit.value,
      ...(since.value > 0 ? { sinceMs: since.value } : {}),
      ...(until.value > 0 ? { untilMs: until.value } : {}),
    },
  });
}

/** `after` itself is excluded; 0 means the end the direction begins at. */
function range(after: number, reverse: boolean): Pick<ReadRequest, 'from' | 'to' | 'direction'> {
  const last = Number.MAX_SAFE_INTEGER;
  if (!reverse) return { from: Math.min(after + 1, last), to: last, direction: 'forward' };
  return { from: 1, to: after === 0 ? last : after - 1, direction: 'reverse' };
}
