/**
 * Strikes that lead to a ban for a time: of an address before anyone is known there, of a subject after. A culprit with
 * `strikesMax` strikes within the window is banned; each further ban lasts twice as long as the one before, up to
 * a bound, and is forgotten once as much time without a ban has passed as the longest one takes. No timers: time is
 * looked at when someone asks. [T-LIM-2] [P8]
 *
 * Memory is bounded: addresses and subjects are remembered apart, so that a flood of addresses cannot push subjects
 * out, and those who are banned apart from those who only have strikes. Past the bound the oldest is forgotten.
 */
import type { Clock } from '../base/clock.js';
import { addressKey } from './address-key.js';
import { RecencyList, type RecencyNode } from './recency-list.js';

export interface BanRules {
  /** Strikes within the window; this many ban. 0: nobody is ever banned. */
  readonly strikesMax: number;
  readonly windowMs: number;
  readonly durationMs: number;
  readonly durationMaxMs: number;
  /** Addresses and subjects, each: with strikes, and banned. */
  readonly entriesMax: number;
}

export type Culprit =
  | { readonly what: 'address'; readonly address: string }
  | { readonly what: 'subject'; readonly tenant: string; readonly subject: string };

export interface Ban {
  readonly what: 'address' | 'subject';
  /** Empty for addresses. */
  readonly tenant: string;
  /** The address (of IPv6 its /64) or the subject. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
  readonly durationMs: number;
}

class Entry implements RecencyNode {
  older: Entry | null = null;
  younger: Entry | null = null;
  /** Number of the half window `current` counts strikes of. */
  half = 0;
  current = 0;
  previous = 0;
  bans = 0;
  /** The last one; over or not. */
  ban: Ban | null = null;
  /** End of the last ban by the monotonic clock. */
  endsAtMs = -Infinity;

  constructor(readonly key: string) {}
}

/** Those who are banned and those who have strikes, of one kind. */
interface Book {
  readonly suspects: RecencyList<Entry>;
  readonly banned: RecencyList<Entry>;
}

export class Bans {
  readonly #rules: BanRules;
  readonly #clock: Clock;
  readonly #books: { readonly [W in Culprit['what']]: Book } = {
    address: { suspects: new RecencyList(), banned: new RecencyList() },
    subject: { suspects: new RecencyList(), banned: new RecencyList() },
  };

  constructor(rules: BanRules, clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
  }

  /** @returns the ban this strike led to; null for most, and for who is banned already */
  strike(culprit: Culprit): Ban | null {
    const { strikesMax, windowMs } = this.#rules;
    if (strikesMax === 0) return null;
    const nowMs = this.#clock.monotonicMs();
    const book = this.#books[culprit.what];
    const key = keyOf(culprit);
    const banned = book.banned.get(key);
    if (banned !== undefined) {
      if (banned.endsAtMs > nowMs) return null;
      this.#release(book, banned);
    }
    const entry = this.#suspect(book, key);
    const half = Math.floor(nowMs / (windowMs / 2));
    if (entry.half !== half) {
      // The window slides in two halves: a strike counts for at least half a window and at most a whole one.
      entry.previous = entry.half === half - 1 ? entry.current : 0;
      entry.current = 0;
      entry.half = half;
    }
    entry.current += 1;
    return entry.current + entry.previous >= strikesMax ? this.#ban(book, entry, culprit, nowMs) : null;
  }

  /** 0 for who is not banned. */
  remainingMs(culprit: Culprit): number {
    const { banned } = this.#books[culprit.what];
    if (banned.size === 0) return 0;
    const entry = banned.get(keyOf(culprit));
    return entry === undefined ? 0 : Math.max(0, Math.ceil(entry.endsAtMs - this.#clock.monotonicMs()));
  }

  /** Everyone banned now; at most twice `entriesMax`. */
  list(): Ban[] {
    const nowMs = this.#clock.monotonicMs();
    const found: Ban[] = [];
    for (const { banned } of Object.values(this.#books)) {
      for (const { ban, endsAtMs } of banned.values()) if (ban !== null && endsAtMs > nowMs) found.push(ban);
    }
    return found;
  }

  /** Ends a ban and forgets the strikes and bans before it. @returns whether there was one */
  lift(culprit: Culprit): boolean {
    const { banned } = this.#books[culprit.what];
    const entry = banned.get(keyOf(culprit));
    if (entry === undefined) return false;
    banned.remove(entry);
    return entry.endsAtMs > this.#clock.monotonicMs();
  }

  /** Entries remembered. */
  get size(): number {
    const { address, subject } = this.#books;
    return address.suspects.size + address.banned.size + subject.suspects.size + subject.banned.size;
  }

  #suspect({ suspects }: Book, key: string): Entry {
    const known = suspects.get(key);
    if (known !== undefined) {
      suspects.touch(known);
      return known;
    }
    const entry = new Entry(key);
    this.#add(suspects, entry);
    return entry;
  }

  #ban(book: Book, entry: Entry, culprit: Culprit, nowMs: number): Ban {
    const { durationMs: firstMs, durationMaxMs } = this.#rules;
    if (nowMs - entry.endsAtMs > durationMaxMs) entry.bans = 0;
    // 2^30 times any duration is past any bound, and still a number.
    const durationMs = Math.min(durationMaxMs, firstMs * 2 ** Math.min(entry.bans, 30));
    const untilMs = this.#clock.nowMs() + durationMs;
    const ban = { ...placeOf(culprit), untilMs, durationMs };
    entry.bans += 1;
    entry.ban = ban;
    entry.endsAtMs = nowMs + durationMs;
    entry.current = 0;
    entry.previous = 0;
    book.suspects.remove(entry);
    this.#add(book.banned, entry);
    return ban;
  }

  /** A ban is over: its entry goes on as that of a suspect, so that the next ban is longer. */
  #release(book: Book, entry: Entry): void {
    book.banned.remove(entry);
    entry.ban = null;
    this.#add(book.suspects, entry);
  }

  #add(list: RecencyList<Entry>, entry: Entry): void {
    const { oldest } = list;
    if (oldest !== null && list.size >= this.#rules.entriesMax) list.remove(oldest);
    list.add(entry);
  }
}

/** A tenant's name holds no zero byte, so two tenants never share a key. [P7] */
function keyOf(culprit: Culprit): string {
  return culprit.what === 'address' ? addressKey(culprit.address) : `${culprit.tenant}\0${culprit.subject}`;
}

function placeOf(culprit: Culprit): Pick<Ban, 'what' | 'tenant' | 'name'> {
  return culprit.what === 'address'
    ? { what: 'address', tenant: '', name: addressKey(culprit.address) }
    : { what: 'subject', tenant: culprit.tenant, name: culprit.subject };
}
