/**
 * One random program of publishers, subscribers, cuts and reconnects over a memory log and a router, checked as it
 * runs: what each subscriber received adds up from its join position to the head, exactly once and in order, with
 * every hole announced; no hole is announced that could have been filled; the bytes are the log's. [P1] [P2]
 */
import type { JoinOutcome, JoinedChannel } from '../../src/routing/router.js';
import { DelayedLog } from './delayed-log.js';
import { address, draft, textOf } from './drafts.js';
import { BEFORE_EVERYTHING, PositionTracker, type Position } from './position-tracker.js';
import type { RecordingSubscriber } from './recording-subscriber.js';
import { type Received } from './recording-subscriber.js';
import type { Random } from './protocol/random.js';
import { RoutingBench } from './routing-bench.js';

const CHANNELS = ['a', 'b', 'eu.c', 'eu.d'] as const;
const TEXTS = [...CHANNELS, '*', 'eu.*'] as const;
const COUNT_MAX = 12;
const STEPS = 120;
/** Queue bounds: drains at once, small, smaller than one page of a replay. */
const QUEUES = [null, 2000, 300] as const;

export interface ProgramFigures {
  messages: number;
  gaps: number;
  cuts: number;
  recovered: number;
  failures: Record<string, number>;
}

class Actor {
  subscriber: RecordingSubscriber | null = null;
  readonly joined = new Set<string>();
  /** Of these, the ones whose join was answered: only they make a member. */
  readonly answered = new Set<string>();
  readonly trackers = new Map<string, PositionTracker>();
  /** Received and not yet looked at: lost when the connection is cut. */
  readonly unread: Received[] = [];
}

export class RecoveryProgram {
  readonly figures: ProgramFigures = { messages: 0, gaps: 0, cuts: 0, recovered: 0, failures: {} };
  readonly #random: Random;
  readonly #bench: RoutingBench;
  readonly #delayed: DelayedLog | null;
  readonly #actors = Array.from({ length: 3 }, () => new Actor());
  readonly #texts = new Map<string, string>();
  #published = 0;

  /** @param delayed answers of the log come later than asked. */
  constructor(random: Random, delayed: boolean) {
    this.#random = random;
    let reader: DelayedLog | null = null;
    this.#bench = new RoutingBench({
      router: { replayPageCount: 1 + random.below(5), batchBytesMax: random.pick([150, 400, 65_536]) },
      readerOf: (log) => {
        if (delayed) reader = new DelayedLog(log);
        return reader ?? log;
      },
    });
    this.#delayed = reader;
  }

  /** @throws Error at the first broken promise. */
  run(): void {
    for (let step = 0; step < STEPS; step += 1) {
      this.#step();
      for (const actor of this.#actors) if (this.#random.below(2) === 0) this.#look(actor);
    }
    this.#finish();
  }

  #step(): void {
    const actor = this.#random.pick(this.#actors);
    switch (this.#random.below(12)) {
      case 0:
        return this.#cut(actor);
      case 1:
      case 2:
        return actor.subscriber === null ? this.#reconnect(actor) : this.#joinSome(actor);
      case 3:
        return this.#leaveSome(actor);
      case 4:
        return this.#bench.tick();
      case 5:
        return actor.subscriber?.drain();
      case 6:
        return this.#bench.clock.advance(this.#random.below(400));
      case 7:
        return this.#random.below(4) === 0 ? this.#bench.remove(this.#random.pick(CHANNELS)) : undefined;
      case 8:
        for (let count = this.#random.below(4); count > 0; count -= 1) this.#delayed?.answerNext();
        return;
      default:
        for (let count = this.#random.below(7); count >= 0; count -= 1) this.#publish();
        if (this.#random.below(2) === 0) this.#bench.tick();
    }
  }

  #publish(): void {
    const channel = this.#random.pick(CHANNELS);
    // An id now and then repeats: it must not be delivered again.
    const isRepeat = this.#random.below(10) === 0;
    if (!isRepeat) this.#published += 1;
    const id = `id-${this.#published}`;
    const retention = { countMax: this.#random.below(8) === 0 ? 3 : COUNT_MAX };
    const ttlMs = this.#random.below(4) === 0 ? 300 : 0;
    this.#bench.log.append([draft(address(channel), { id, text: id, ttlMs, retention })], (_, outcome) => {
      if (outcome.status !== 'accepted') throw new Error('not accepted');
      if (!outcome.duplicate) this.#texts.set(`${channel}/${outcome.epoch}/${outcome.sequence}`, id);
    });
  }

  #connect(actor: Actor): RecordingSubscriber {
    const subscriber = this.#bench.client(this.#random.pick(QUEUES));
    actor.subscriber = subscriber;
    return subscriber;
  }

  #joinSome(actor: Actor): void {
    const text = this.#random.pick(TEXTS);
    // Two joins in flight over one channel would leave open which answer is the later one.
    if (actor.answered.size < actor.joined.size) return;
    if (!actor.joined.has(text)) this.#join(actor, text, false);
  }

  #join(actor: Actor, text: string, isReturning: boolean): void {
    const { subscriber } = actor;
    if (subscriber === null) return;
    const matching = [...actor.trackers.values()].filter(({ channel }) => matches(text, channel));
    const recover = isReturning ? matching.map(({ channel, position }) => ({ channel, ...position })) : [];
    actor.joined.add(text);
    const request = this.#bench.request(subscriber, text, {
      recover: text.includes('*') ? recover : recover.slice(0, 1),
    });
    this.#bench.router.join(request, (outcome) => {
      if (actor.subscriber === subscriber && outcome.ok) this.#joined(actor, text, outcome, recover, isReturning);
    });
  }

  #joined(
    actor: Actor,
    text: string,
    outcome: Extract<JoinOutcome, { ok: true }>,
    asked: readonly ({ channel: string } & Position)[],
    isReturning: boolean,
  ): void {
    // What was queued before the answer belongs to what the client knew before it.
    this.#collect(actor);
    this.#read(actor, actor.unread.length);
    actor.answered.add(text);
    for (const joined of outcome.channels) {
      const position = asked.find(({ channel }) => channel === joined.channel);
      if (position !== undefined) this.#judge(joined, position);
      // A member already, by another subscription: it goes on from where it is.
      if (position === undefined && !isReturning && actor.trackers.has(joined.channel)) continue;
      const isContinued = position !== undefined && (joined.recovered || joined.failure === 'RECOVER_TRIMMED');
      actor.trackers.set(joined.channel, new PositionTracker(joined.channel, isContinued ? position : joined));
    }
  }

  #judge(joined: JoinedChannel, asked: Position): void {
    const { failure, recovered, channel } = joined;
    if (recovered !== (failure === null)) throw new Error(`recovered ${recovered} with ${failure}`);
    if (recovered) this.figures.recovered += 1;
    else this.figures.failures[failure ?? ''] = (this.figures.failures[failure ?? ''] ?? 0) + 1;
    const wasRemoved = this.#bench.log.wasRemoved(address(channel), asked.epoch);
    const isHonest = failure === null || failure === 'RECOVER_TRIMMED' || (failure === 'DELETED' && wasRemoved);
    if (!isHonest) throw new Error(`${failure} for ${JSON.stringify(asked)}`);
  }

  #leaveSome(actor: Actor): void {
    const text = this.#random.pick(TEXTS);
    if (actor.subscriber === null || !actor.joined.has(text)) return;
    const refused = this.#bench.router.leave(actor.subscriber, 'chat', text);
    if (refused !== null) throw new Error(`leave: ${refused.name}`);
    this.#collect(actor);
    this.#read(actor, actor.unread.length);
    actor.joined.delete(text);
    actor.answered.delete(text);
    for (const channel of [...actor.trackers.keys()]) {
      if (![...actor.answered].some((each) => matches(each, channel))) actor.trackers.delete(channel);
    }
  }

  /** The connection dies: what was not read is lost with it. */
  #cut(actor: Actor): void {
    if (actor.subscriber === null) return;
    this.#look(actor);
    this.#bench.router.removeClient(actor.subscriber);
    actor.subscriber = null;
    actor.unread.length = 0;
    this.figures.cuts += 1;
  }

  #reconnect(actor: Actor): void {
    this.#connect(actor);
    const texts = [...actor.joined];
    // One text per channel asks for what was missed; more would ask for it twice.
    const exact = texts.filter((text) => !text.includes('*'));
    const chosen = texts.includes('*') ? ['*'] : texts.includes('eu.*') ? ['eu.*', ...exact.filter(isNotEu)] : exact;
    actor.joined.clear();
    actor.answered.clear();
    // Of a deleted channel there is no position to come back with: its next life is joined like a new channel.
    for (const { channel, deleted } of [...actor.trackers.values()]) if (deleted) actor.trackers.delete(channel);
    for (const text of chosen) this.#join(actor, text, true);
  }

  #collect(actor: Actor): void {
    if (actor.subscriber !== null) actor.unread.push(...actor.subscriber.take());
  }

  /** Reads some of what came. */
  #look(actor: Actor): void {
    this.#collect(actor);
    this.#read(actor, this.#random.below(actor.unread.length + 1));
  }

  #read(actor: Actor, count: number): void {
    for (const item of actor.unread.splice(0, count)) {
      if (item.kind === 'frame') throw new Error('an unexpected frame');
      let tracker = actor.trackers.get(item.channel);
      if (tracker === undefined) {
        // Not among the positions a wildcard join answered: it did not exist then.
        if (![...actor.joined].some((text) => matches(text, item.channel)))
          throw new Error(`${item.channel} not joined`);
        tracker = new PositionTracker(item.channel, BEFORE_EVERYTHING);
        actor.trackers.set(item.channel, tracker);
      }
      tracker.receive(item);
      if (item.kind === 'message') this.#checkText(item);
      else this.#checkGap(item);
    }
  }

  #checkText(item: Extract<Received, { kind: 'message' }>): void {
    this.figures.messages += 1;
    const expected = this.#texts.get(`${item.channel}/${item.epoch}/${item.sequence}`);
    if (item.text !== expected) throw new Error(`${JSON.stringify(item)} was published as ${expected}`);
  }

  /** What was said to be missing must not be readable: retention and expiry only ever take away. */
  #checkGap(item: Extract<Received, { kind: 'gap' }>): void {
    this.figures.gaps += 1;
    if (item.reason !== 'TRIMMED' && item.reason !== 'EXPIRED') return;
    const { from, to } = item;
    const range = { from, to, direction: 'forward' as const, countMax: 1, bytesMax: 1000 };
    this.#bench.log.read({ address: address(item.channel), ...range }, ({ entries, head }) => {
      if (head.epoch === item.epoch && entries[0] !== undefined) {
        throw new Error(`${JSON.stringify(item)} although ${textOf(entries[0])} can be read`);
      }
    });
  }

  #finish(): void {
    for (const actor of this.#actors) if (actor.subscriber === null) this.#reconnect(actor);
    // Each round lets every waiting callback through; replay pages are small, so it takes a few.
    for (let round = 0; round < 200; round += 1) {
      this.#delayed?.answerAll();
      this.#bench.tick();
      for (const actor of this.#actors) actor.subscriber?.drain();
    }
    for (const actor of this.#actors) {
      this.#collect(actor);
      this.#read(actor, actor.unread.length);
      for (const channel of CHANNELS) this.#checkComplete(actor, channel);
    }
    for (const actor of this.#actors) if (actor.subscriber !== null) this.#bench.router.removeClient(actor.subscriber);
    const { channels, subscriptions, replaying } = this.#bench.router.stats();
    if (channels + subscriptions + replaying > 0) throw new Error('the router kept something of nobody');
  }

  /** Whoever is subscribed ends at the head. */
  #checkComplete(actor: Actor, channel: string): void {
    if (![...actor.joined].some((text) => matches(text, channel))) return;
    this.#bench.log.head(address(channel), ({ epoch, sequence }) => {
      if (sequence === 0) return;
      const position = actor.trackers.get(channel)?.position;
      if (position?.epoch !== epoch || position.sequence !== sequence) {
        throw new Error(`${channel} ends at ${JSON.stringify(position)} and not at ${epoch}/${sequence}`);
      }
    });
  }
}

function matches(text: string, channel: string): boolean {
  return text === '*' || text === channel || (text === 'eu.*' && channel.startsWith('eu.'));
}

function isNotEu(text: string): boolean {
  return !text.startsWith('eu.');
}
