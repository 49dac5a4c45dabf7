/** One draft into one channel: seen before, in conflict, or sealed with the next position. [P2] [P4] */
import { contentHash } from '../../protocol/content-hash.js';
import { wire } from '../../protocol/codec.js';
import type { AppendDraft, LogEntry } from '../../protocol/entry.js';
import { rejection } from '../../protocol/rejection.js';
import { sealEntry, type SealedEntry } from '../../protocol/sealed-entry.js';
import type { AppendOutcome } from '../channel-log.js';
import type { ChannelState } from './channel-state.js';
import type { DedupeWindow } from './dedupe-window.js';
import { IdHash } from './id-hash.js';
import type { RetainedBudget } from './retained-budget.js';
import type { SubjectIds } from './subject-ids.js';

const ID_CONFLICT: AppendOutcome = { status: 'rejected', rejection: rejection('ID_CONFLICT', 'id') };

export class Appender {
  /** What the last append sequenced; null where nothing new was. */
  entry: LogEntry | null = null;
  readonly #dedupe: DedupeWindow;
  readonly #budget: RetainedBudget;
  readonly #coarse: { readonly nowMs: number };
  readonly #id = new IdHash();
  readonly #persistCasil: boolean;

  /** @param coarse a clock that never goes back and is cheap to read. */
  constructor(
    dedupe: DedupeWindow,
    budget: RetainedBudget,
    coarse: { readonly nowMs: number },
    options: { readonly persistCasil: boolean },
  ) {
    this.#persistCasil = options.persistCasil;
    this.#dedupe = dedupe;
    this.#budget = budget;
    this.#coarse = coarse;
  }

  append(channel: ChannelState, draft: AppendDraft, nowMs: number): AppendOutcome {
    this.entry = null;
    const coarseMs = this.#coarse.nowMs;
    const content = contentHash(draft.source, draft.start, draft.end);
    this.#id.of(draft.source, draft.idStart, draft.idEnd);
    const ids = this.#idsOf(channel, draft.subject, coarseMs);
    const slot = ids.find(this.#id);
    if (slot >= 0) return ids.found.contentHashAt(slot) === content ? repeated(channel, ids, slot) : ID_CONFLICT;

    const sequence = channel.sequence + 1;
    const timestampMs = Math.max(nowMs, channel.lastTimestampMs);
    const entry = sealEntry(draft, sequence, channel.epoch, timestampMs);
    channel.sequence = sequence;
    channel.lastTimestampMs = timestampMs;
    channel.lastAppendMs = coarseMs;
    channel.retention = draft.retention;
    this.#dedupe.remember(ids, this.#id, sequence, timestampMs, content, coarseMs);
    const durability = this.#budget.push(channel, this.#retained(entry))
      ? wire.Durability.MEMORY
      : wire.Durability.NONE;
    this.entry = entry;
    return { status: 'accepted', sequence, epoch: channel.epoch, timestampMs, durability, duplicate: false };
  }

  /** Live subscribers may see what inspection said even where history does not keep it. */
  #retained(entry: SealedEntry): LogEntry {
    return entry.casil === null || this.#persistCasil ? entry : entry.withoutCasil();
  }

  #idsOf(channel: ChannelState, subject: string, coarseMs: number): SubjectIds {
    const last = channel.lastIds;
    if (last !== null && last.listed && last.subject === subject) return last;
    const ids = this.#dedupe.tableOf(channel, subject, coarseMs);
    channel.lastIds = ids;
    return ids;
  }
}

function repeated(channel: ChannelState, ids: SubjectIds, slot: number): AppendOutcome {
  const sequence = ids.found.sequenceAt(slot);
  return {
    status: 'accepted',
    sequence,
    epoch: channel.epoch,
    timestampMs: ids.found.timestampAt(slot),
    durability: sequence >= channel.firstSequence ? wire.Durability.MEMORY : wire.Durability.NONE,
    duplicate: true,
  };
}
