/** Epochs of channels that were deleted, the newest ones, so that a returning client learns why its position is gone. */
const TOMBSTONES_MAX = 10_000;

export class Tombstones {
  /** In the order of deletion. */
  readonly #epochs = new Set<string>();

  add(channelKey: string, epoch: number): void {
    this.#epochs.add(`${channelKey}/${epoch}`);
    if (this.#epochs.size <= TOMBSTONES_MAX) return;
    for (const oldest of this.#epochs) {
      this.#epochs.delete(oldest);
      return;
    }
  }

  has(channelKey: string, epoch: number): boolean {
    return this.#epochs.has(`${channelKey}/${epoch}`);
  }
}
