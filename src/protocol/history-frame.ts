/**
 * A page of history without decoding it: HistoryResult.envelopes and Frame.envelopes have the same wire shape (field
 * 1, length-delimited), so stored Frames are copied in as they are. What was delivered is what is read back. [P2]
 */
import { wire } from './codec.js';
import type { LogEntry } from './entry.js';
import { varintBytes, writeVarint } from './varint.js';
import { PROTOCOL_MAJOR } from './version.js';

export interface HistoryPosition {
  /** There is more in the direction asked for. */
  readonly more: boolean;
  /** Current epoch. */
  readonly epoch: number;
  readonly headSequence: number;
  /** Oldest sequence still retained. */
  readonly firstSequence: number;
}

const FRAME_ENVELOPES_TAG = 0x0a;
/** CommandResult.history: field 11, length-delimited. */
const HISTORY_TAG = 0x5a;
/** Envelope.command_result: field 51, length-delimited: 51 << 3 | 2 = 410. */
const COMMAND_RESULT_TAG = [0x9a, 0x03] as const;

/** The reply to a history command. @param entries in the order asked for. */
export function historyResultFrame(
  correlationId: string,
  entries: readonly Pick<LogEntry, 'frameBytes' | 'copyFrame'>[],
  position: HistoryPosition,
): Buffer {
  const head = wire.Envelope.encode({
    version: PROTOCOL_MAJOR,
    type: wire.MessageType.COMMAND_RESULT,
    correlationId,
  }).finish();
  const tail = wire.HistoryResult.encode({ ...position }).finish();
  let entriesBytes = 0;
  for (const { frameBytes } of entries) entriesBytes += frameBytes;

  const historyBytes = entriesBytes + tail.length;
  const resultBytes = 1 + varintBytes(historyBytes) + historyBytes;
  const envelopeBytes = head.length + COMMAND_RESULT_TAG.length + varintBytes(resultBytes) + resultBytes;
  const page = Buffer.allocUnsafe(1 + varintBytes(envelopeBytes) + envelopeBytes);
  page[0] = FRAME_ENVELOPES_TAG;
  let pos = writeVarint(page, 1, envelopeBytes);
  page.set(head, pos);
  pos += head.length;
  page.set(COMMAND_RESULT_TAG, pos);
  pos = writeVarint(page, pos + COMMAND_RESULT_TAG.length, resultBytes);
  page[pos] = HISTORY_TAG;
  pos = writeVarint(page, pos + 1, historyBytes);
  for (const entry of entries) {
    entry.copyFrame(page, pos);
    pos += entry.frameBytes;
  }
  page.set(tail, pos);
  return page;
}
