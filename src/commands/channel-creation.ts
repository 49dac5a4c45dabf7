import type { ChannelAddress } from '../protocol/address.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import type { CommandPorts } from './command.js';

export interface Creation {
  readonly refused: Rejection | null;
  readonly created: boolean;
  readonly epoch: number;
}

/** Makes the channel exist. Permission is the caller's business; the log counts the tenant's channels. */
export function createWithinLimit(
  { log, server }: Pick<CommandPorts, 'log' | 'server'>,
  address: ChannelAddress,
  onDone: (creation: Creation) => void,
): void {
  log.create(address, ({ created, epoch, limit }) => {
    if (epoch === 0) {
      // A log that is closing creates nothing either; then the limit is not what the client should hear of.
      const refused =
        limit === undefined || server.draining() ? rejection('SHUTTING_DOWN') : rejection('LIMIT_EXCEEDED', limit);
      return onDone({ refused, created, epoch });
    }
    onDone({ refused: null, created, epoch });
  });
}
