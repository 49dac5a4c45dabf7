/**
 * Drops repeats across a change of epoch: a message whose fate was unknown when the log began a new life is stored
 * again under its old id, and a receiver that had it must not see it twice. Within one epoch the server sees to that;
 * there the same id may rightly come again after the dedupe window. [P4]
 */
export class RepeatFilter {
  readonly #epochs = new Map<string, number>();
  readonly #max: number;

  /** @param max messages remembered; the oldest are forgotten first. */
  constructor(max: number) {
    this.#max = max;
  }

  /** Remembers the message; true if it came before under another epoch. */
  isRepeat(message: { channel: string; subject: string; id: string; epoch: number }): boolean {
    // None of the parts holds a slash.
    const key = `${message.channel}/${message.id}/${message.subject}`;
    const before = this.#epochs.get(key);
    if (before !== undefined && before !== message.epoch) return true;
    this.#epochs.set(key, message.epoch);
    if (this.#epochs.size > this.#max) {
      for (const oldest of this.#epochs.keys()) {
        this.#epochs.delete(oldest);
        break;
      }
    }
    return false;
  }
}
