/** Typed listeners. What a listener throws never reaches the code that emits: it goes to `report`. */
export class Emitter<E extends { [K in keyof E]: (...args: never[]) => unknown }> {
  readonly #listeners = new Map<keyof E, Set<(...args: never[]) => unknown>>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Calls `fn` for every such event until the returned function is called. */
  on<K extends keyof E>(event: K, fn: E[K]): () => void {
    let listeners = this.#listeners.get(event);
    if (listeners === undefined) this.#listeners.set(event, (listeners = new Set()));
    const own = (...args: never[]): unknown => fn(...args);
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  has(event: keyof E): boolean {
    return (this.#listeners.get(event)?.size ?? 0) > 0;
  }

  emit<K extends keyof E>(event: K, ...args: Parameters<E[K]>): void {
    for (const fn of [...(this.#listeners.get(event) ?? [])]) {
      try {
        watch(fn(...args), this.#report);
      } catch (error) {
        this.#report(error);
      }
    }
  }

  /** Calls every listener; resolves when all promises they returned have settled, or at once if there were none. */
  emitAndWait<K extends keyof E>(event: K, ...args: Parameters<E[K]>): Promise<void> | undefined {
    const pending: PromiseLike<unknown>[] = [];
    for (const fn of [...(this.#listeners.get(event) ?? [])]) {
      try {
        const result = fn(...args);
        if (isPromiseLike(result)) pending.push(result.then(undefined, this.#report));
      } catch (error) {
        this.#report(error);
      }
    }
    return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
  }
}

function watch(result: unknown, report: (error: unknown) => void): void {
  if (isPromiseLike(result)) result.then(undefined, report);
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
