/** A log's callbacks as promises, so that suites do not depend on when a backend calls back. */
import type { ChannelAddress } from '../../src/protocol/address.js';
import type { AppendDraft } from '../../src/protocol/entry.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../../src/protocol/log-shapes.js';
import type { AppendOutcome, ChannelLog, ChannelSummary, CreateResult } from '../../src/storage/channel-log.js';

export type Accepted = Extract<AppendOutcome, { status: 'accepted' }>;

export function appendAll(log: ChannelLog, drafts: readonly AppendDraft[]): Promise<AppendOutcome[]> {
  return new Promise((resolve) => {
    const outcomes = new Map<AppendDraft, AppendOutcome>();
    log.append(drafts, (draft, outcome) => {
      if (outcomes.has(draft)) throw new Error('a draft was settled twice');
      outcomes.set(draft, outcome);
      if (outcomes.size === drafts.length) resolve(drafts.map((each) => outcomes.get(each) as AppendOutcome));
    });
  });
}

export async function appendOne(log: ChannelLog, draft: AppendDraft): Promise<AppendOutcome> {
  const [outcome] = await appendAll(log, [draft]);
  return outcome as AppendOutcome;
}

/** @throws when it was not accepted. */
export async function accept(log: ChannelLog, draft: AppendDraft): Promise<Accepted> {
  const outcome = await appendOne(log, draft);
  if (outcome.status !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function readPage(
  log: ChannelLog,
  request: Partial<ReadRequest> & { address: ChannelAddress },
): Promise<ReadPage> {
  const whole = { from: 1, to: Number.MAX_SAFE_INTEGER, countMax: 1000, bytesMax: 1_000_000 };
  return new Promise((resolve) => log.read({ direction: 'forward', ...whole, ...request }, resolve));
}

export function headOf(log: ChannelLog, address: ChannelAddress): Promise<ChannelHead> {
  return new Promise((resolve) => log.head(address, resolve));
}

export function create(log: ChannelLog, address: ChannelAddress): Promise<CreateResult> {
  return new Promise((resolve) => log.create(address, resolve));
}

export function remove(log: ChannelLog, address: ChannelAddress): Promise<{ removed: boolean }> {
  return new Promise((resolve) => log.remove(address, resolve));
}

export function list(
  log: ChannelLog,
  query: { tenant: string; room?: string; afterKey?: string; countMax: number },
): Promise<{ channels: readonly ChannelSummary[]; more: boolean }> {
  return new Promise((resolve) => log.list(query, resolve));
}
