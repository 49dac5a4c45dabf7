/**
 * What the server says of its own, each as one complete Frame, ready to be queued beside others. Acks are written by
 * hand (ack-writer.ts) and history pages are joined from stored bytes (history-frame.ts); the rest is rare enough for
 * the generated codec.
 */
import { AckWriter } from './ack-writer.js';
import type { ChannelAddress } from './address.js';
import { wire } from './codec.js';
import type { Rejection } from './rejection.js';
import { appendToEnvelope } from './stamp.js';
import { PROTOCOL_MAJOR } from './version.js';

export { AckWriter };
export { historyResultFrame } from './history-frame.js';

/** What an error is about, as far as it is known. */
export interface ErrorContext {
  /** Id of the refused envelope. */
  readonly correlationId?: string;
  /** Its place in the Frame, from 0, where its id could not be read. */
  readonly envelopeIndex?: number;
  readonly room?: string;
  readonly channel?: string;
}

export type GapReasonName = Exclude<keyof typeof wire.GapReason, 'GAP_REASON_UNSPECIFIED'>;

export interface GapNotice {
  /** First and last missing sequence; 0 for EPOCH_CHANGED and CHANNEL_DELETED. */
  readonly from: number;
  readonly to: number;
  readonly reason: GapReasonName;
  /** Epoch of the hole; for EPOCH_CHANGED the new one. */
  readonly epoch: number;
}

export interface AckFields {
  readonly correlationId: string;
  /** 0 where there is no position; likewise the epoch. */
  readonly sequence: number;
  readonly epoch: number;
  readonly durability: wire.Durability;
  readonly duplicate: boolean;
  /** Serialized field `casil`, where the sender is to know what inspection did. */
  readonly casil?: Uint8Array | null;
}

/** One ack by itself; a tick's worth of them goes through AckWriter. */
export function ackFrame(ack: AckFields): Uint8Array {
  const { correlationId, sequence, epoch, durability, duplicate, casil = null } = ack;
  const frame = frameOf(wire.MessageType.ACK, { correlationId, ack: { sequence, epoch, durability, duplicate } });
  return casil === null ? frame : appendToEnvelope(frame, casil);
}

export function errorFrame(refused: Rejection, context: ErrorContext = {}): Uint8Array {
  const { code, name, message, retry, retryAfterMs, field, casil } = refused;
  const { envelopeIndex, ...envelope } = context;
  const error: wire.IError = { code, name, message, retry, retryAfterMs, field };
  if (envelopeIndex !== undefined) error.envelopeIndex = envelopeIndex;
  const frame = frameOf(wire.MessageType.ERROR, { ...envelope, error });
  return casil === null ? frame : appendToEnvelope(frame, casil);
}

export function gapFrame(address: Pick<ChannelAddress, 'room' | 'channel'>, gap: GapNotice): Uint8Array {
  const { from, to, epoch } = gap;
  return frameOf(wire.MessageType.SYSTEM, {
    room: address.room,
    channel: address.channel,
    gap: { from, to, epoch, reason: wire.GapReason[gap.reason] },
  });
}

/** @param goAway all times in milliseconds. */
export function goAwayFrame(goAway: {
  readonly reason: string;
  readonly deadlineMs: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}): Uint8Array {
  return frameOf(wire.MessageType.SYSTEM, { goAway: { ...goAway } });
}

/** The reply to hello. @param correlationId id of the hello's envelope. */
export function welcomeFrame(correlationId: string, welcome: wire.IWelcome): Uint8Array {
  return frameOf(wire.MessageType.COMMAND_RESULT, { correlationId, welcome });
}

/** The reply to a command. @param correlationId id of the command's envelope. */
export function commandResultFrame(correlationId: string, commandResult: wire.ICommandResult): Uint8Array {
  return frameOf(wire.MessageType.COMMAND_RESULT, { correlationId, commandResult });
}

/** @param left client ids. */
export function presenceFrame(
  address: Pick<ChannelAddress, 'room' | 'channel'>,
  joined: readonly wire.IMember[],
  left: readonly string[],
): Uint8Array {
  return frameOf(wire.MessageType.SYSTEM, {
    room: address.room,
    channel: address.channel,
    presenceEvent: { joined: [...joined], left: [...left] },
  });
}

function frameOf(type: wire.MessageType, fields: wire.IEnvelope): Uint8Array {
  return wire.Frame.encode({ envelopes: [{ version: PROTOCOL_MAJOR, type, ...fields }] }).finish();
}
