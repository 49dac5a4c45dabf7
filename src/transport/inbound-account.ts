/** What one connection holds of the inbound budget, from its first byte until its receiver lets go of the last. */
import type { InboundBudget, InboundTenant } from './inbound-budget.js';
import { MessageBoundary } from './message-boundary.js';

export class InboundAccount {
  readonly #budget: InboundBudget;
  /** Of no connection: for the chunks that begin and end between messages, as nearly all do. */
  static #resting = new MessageBoundary();
  /** Only inside a message. */
  #boundary: MessageBoundary | null = null;
  /** `frozen`: the receiver takes nothing more but still holds what it has. */
  #state: 'counting' | 'frozen' | 'released' = 'counting';

  #tenant: InboundTenant;

  constructor(budget: InboundBudget) {
    this.#budget = budget;
    this.#tenant = budget.strangers;
  }

  /** Whose its bytes are: until it is told, those of nobody known. */
  get tenant(): InboundTenant {
    return this.#tenant;
  }

  get bytes(): number {
    return this.#state === 'released' ? 0 : this.#retainedBytes;
  }

  /** What it holds, and what comes, is this tenant's. Once at most. */
  assign(tenant: string): void {
    if (this.#state === 'released') return;
    this.#budget.adjust(this.#tenant, -this.#retainedBytes);
    this.#tenant = this.#budget.enter(tenant);
    this.#budget.adjust(this.#tenant, this.#retainedBytes);
  }

  /** Counts a chunk; may evict connections, this one included. */
  push(chunk: Uint8Array): void {
    if (this.#state !== 'counting') return;
    const boundary = this.#boundary ?? InboundAccount.#resting;
    const deltaBytes = boundary.push(chunk);
    if (boundary.retainedBytes === 0) {
      this.#boundary = null;
    } else if (this.#boundary === null) {
      this.#boundary = boundary;
      InboundAccount.#resting = new MessageBoundary();
    }
    this.#budget.adjust(this.#tenant, deltaBytes);
  }

  freeze(): void {
    if (this.#state === 'counting') this.#state = 'frozen';
  }

  release(): void {
    if (this.#state === 'released') return;
    this.#state = 'released';
    this.#budget.adjust(this.#tenant, -this.#retainedBytes);
    if (this.#tenant !== this.#budget.strangers) this.#budget.leave(this.#tenant);
  }

  get #retainedBytes(): number {
    return this.#boundary?.retainedBytes ?? 0;
  }
}
