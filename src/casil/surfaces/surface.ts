/**
 * A surface is a run of bytes to look at: bytes of the message as they are, or decoded from them (JSON escapes, base64).
 * It knows which bytes of the message a match covers and how those can be masked. [C-SURF-1, C-SURF-2]
 */
import type { EnvelopeView } from '../../protocol/envelope-view.js';
import type { WorkBudget } from '../engine/work-budget.js';
import type { ContentForm, MessagePart } from '../vocabulary.js';

export interface Surface {
  readonly part: MessagePart;
  readonly form: ContentForm;
  readonly encoding: 'plain' | 'escaped' | 'base64';
  /** What to look at is bytes[from..to). For `plain` these are the message's own bytes. */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** False where the bus interprets the bytes: masking would change what the message does. */
  readonly maskable: boolean;
  /** First byte of the message a match starting at `at` covers, and the byte after the last one it covers when it ends there. */
  sourceStart(at: number): number;
  sourceEnd(at: number): number;
}

export interface SurfaceLimits {
  /** Payload bytes that are looked at; the rest of an oversize payload is not segmented. */
  readonly inspectBytesMax: number;
  /** Bytes of all decoded surfaces of one message together. */
  readonly decodeBytesMax: number;
  /** Surfaces of one message. */
  readonly surfacesMax: number;
}

export interface Segmentation {
  /** In the order of the message; those decoded from another follow it. Valid until the next message is segmented. */
  readonly surfaces: readonly Surface[];
  /**
   * JSON as it stands in the message, for rules about fields: `plain` surfaces of the form `json`. Those without escapes
   * are among `surfaces` too; those with escapes are not, because what was decoded from them is.
   */
  readonly documents: readonly Surface[];
  readonly payloadForm: ContentForm;
  /** A cap kept something from being looked at or decoded. */
  readonly truncated: boolean;
}

export interface Segmenter {
  /** @param view a scanned, valid envelope. Deterministic; spends about one unit per byte. */
  segment(view: EnvelopeView, limits: SurfaceLimits, work: WorkBudget): Segmentation;
}

/** A JSON value's place: `$.customer.emails[2]`. Keys that are no identifiers are quoted; at most 200 characters. */
export type JsonPath = string;
