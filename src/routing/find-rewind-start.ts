/** Finds where the last N retained messages of a channel begin, reading backwards in bounded pages. */
import type { ChannelAddress } from '../protocol/address.js';
import type { LogEntry } from '../protocol/entry.js';
import type { ReadPage } from '../protocol/log-shapes.js';
import type { Cursor } from './resolve-recovery.js';
import type { RoutingPorts } from './routing-ports.js';

/** @param head where the channel stands; the answer when nothing is retained. */
export function findRewindStart(
  ports: Pick<RoutingPorts, 'log' | 'options'>,
  address: ChannelAddress,
  wanted: { readonly count: number; readonly head: Cursor },
  onStart: (start: Cursor) => void,
): void {
  const { log, options } = ports;
  let remaining = wanted.count;
  let oldest: LogEntry | null = null;
  let answered: ReadPage | null = null;
  let reading = false;

  function finish(): void {
    onStart(oldest === null ? wanted.head : { epoch: oldest.epoch, sequence: oldest.sequence - 1 });
  }

  /** Returns whether there is more to read. */
  function take(page: ReadPage): boolean {
    // A new life of the channel has nothing to do with the head we started from.
    if (!page.head.chain.some((link) => link.epoch === wanted.head.epoch)) return false;
    oldest = page.entries.at(-1) ?? oldest;
    remaining -= page.entries.length;
    return page.more && remaining > 0 && page.entries.length > 0;
  }

  function read(): void {
    answered = null;
    reading = true;
    log.read(
      {
        address,
        from: 1,
        to: (oldest?.sequence ?? wanted.head.sequence + 1) - 1,
        direction: 'reverse',
        countMax: Math.min(remaining, options.replayPageCount),
        bytesMax: options.replayPageBytes,
      },
      (page) => {
        answered = page;
        if (!reading) run();
      },
    );
    reading = false;
  }

  /** A loop, so that a log that answers at once does not deepen the stack. */
  function run(): void {
    while (answered !== null) {
      if (!take(answered)) {
        finish();
        return;
      }
      read();
    }
  }

  read();
  run();
}
