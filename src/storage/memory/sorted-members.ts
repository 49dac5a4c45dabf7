/** Members of one channel: by id for changes, in the order of ids for pages. Sorted when asked for, not when changed. */
import type { RosterMember } from '../roster.js';

export class SortedMembers {
  readonly #byId = new Map<string, RosterMember>();
  #sorted: RosterMember[] | null = null;

  get size(): number {
    return this.#byId.size;
  }

  /** False when it is a member already. */
  add(member: RosterMember): boolean {
    if (this.#byId.has(member.clientId)) return false;
    this.#byId.set(member.clientId, member);
    this.#sorted = null;
    return true;
  }

  /** False when it was none. */
  delete(clientId: string): boolean {
    if (!this.#byId.delete(clientId)) return false;
    this.#sorted = null;
    return true;
  }

  page(afterClientId: string, countMax: number): { members: RosterMember[]; more: boolean } {
    this.#sorted ??= [...this.#byId.values()].sort((a, b) => (a.clientId < b.clientId ? -1 : 1));
    const sorted = this.#sorted;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const member = sorted[middle];
      if (member !== undefined && member.clientId <= afterClientId) low = middle + 1;
      else high = middle;
    }
    return { members: sorted.slice(low, low + countMax), more: sorted.length > low + countMax };
  }
}
