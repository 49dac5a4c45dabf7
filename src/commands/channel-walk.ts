/**
 * Walking a tenant's channels page by page. Between pages the event loop gets a turn, so that a tenant with many
 * channels does not make the others wait while its own are listed. [P5, P7]
 */
import type { ChannelLog, ChannelSummary } from '../storage/channel-log.js';
import type { CommandPorts } from './command.js';

const PAGE_COUNT = 1000;

export type WalkQuery = Omit<Parameters<ChannelLog['list']>[0], 'countMax'>;

/**
 * @param visit returns false to stop
 * @param onEnd `complete` is false when `visit` stopped the walk
 */
export function walkChannels(
  { log, clock }: Pick<CommandPorts, 'log' | 'clock'>,
  query: WalkQuery,
  visit: (channel: ChannelSummary) => boolean,
  onEnd: (end: { complete: boolean }) => void,
): void {
  log.list({ ...query, countMax: PAGE_COUNT }, ({ channels, more }) => {
    for (const channel of channels) {
      if (!visit(channel)) return onEnd({ complete: false });
    }
    const last = channels.at(-1);
    if (!more || last === undefined) return onEnd({ complete: true });
    clock.setTimer(0, () => walkChannels({ log, clock }, { ...query, afterKey: last.address.key }, visit, onEnd));
  });
}
