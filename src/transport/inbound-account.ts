/** What one connection holds of the inbound budget, from its first byte until its receiver lets go of the last. */
import type { InboundBudget } from './inbound-budget.js';
import { MessageBoundary } from './message-boundary.js';

export class InboundAccount {
  readonly #budget: InboundBudget;
  readonly #boundary = new MessageBoundary();
  /** `frozen`: the receiver takes nothing more but still holds what it has. */
  #state: 'counting' | 'frozen' | 'released' = 'counting';

  constructor(budget: InboundBudget) {
    this.#budget = budget;
  }

  get bytes(): number {
    return this.#state === 'released' ? 0 : this.#boundary.retainedBytes;
  }

  /** Counts a chunk; may evict connections, this one included. */
  push(chunk: Uint8Array): void {
    if (this.#state === 'counting') this.#budget.adjust(this.#boundary.push(chunk));
  }

  freeze(): void {
    if (this.#state === 'counting') this.#state = 'frozen';
  }

  release(): void {
    if (this.#state === 'released') return;
    this.#state = 'released';
    this.#budget.adjust(-this.#boundary.retainedBytes);
  }
}
