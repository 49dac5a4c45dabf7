/** A log reader whose answers come when a test lets them, in the order of the questions: what Redis will be like. */
import type { LogReader } from '../../src/routing/log-reader.js';

export class DelayedLog implements LogReader {
  #answers: (() => void)[] = [];
  readonly #log: LogReader;

  constructor(log: LogReader) {
    this.#log = log;
  }

  get waiting(): number {
    return this.#answers.length;
  }

  /** Lets the oldest answer through: what the log said when it was asked. False when none was waiting. */
  answerNext(): boolean {
    const answer = this.#answers.shift();
    answer?.();
    return answer !== undefined;
  }

  answerAll(): void {
    while (this.answerNext());
  }

  read: LogReader['read'] = (request, onPage) => {
    this.#log.read(request, (page) => this.#answers.push(() => onPage(page)));
  };

  head: LogReader['head'] = (address, onHead) => {
    this.#log.head(address, (head) => this.#answers.push(() => onHead(head)));
  };

  list: LogReader['list'] = (query, onPage) => {
    this.#log.list(query, (page) => this.#answers.push(() => onPage(page)));
  };

  wasRemoved: LogReader['wasRemoved'] = (address, epoch) => this.#log.wasRemoved(address, epoch);
  watch: LogReader['watch'] = (address) => this.#log.watch(address);
  unwatch: LogReader['unwatch'] = (address) => this.#log.unwatch(address);
  watchRoom: LogReader['watchRoom'] = (room) => this.#log.watchRoom(room);
  unwatchRoom: LogReader['unwatchRoom'] = (room) => this.#log.unwatchRoom(room);
}
