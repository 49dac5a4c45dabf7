/**
 * What of a message is looked at: every byte a client wrote except version, type, address, numbers and credentials, as
 * runs that know where they came from and whether they may be masked. [C-SURF-1]
 *
 * The envelope is walked again instead of being remembered field by field: it costs little and keeps the scanner free of
 * inspection. What the runs contain is decoded in surface-sink.ts; what is found in them is others' business.
 */
import type { EnvelopeView } from '../../protocol/envelope-view.js';
import { COMMAND_RULES, EMBEDDING_RULES, HELLO_RULES } from '../../protocol/generated/nested-rules.js';
import type { NestedRules } from '../../protocol/nested-validator.js';
import { varintEnd, varintValue } from '../../protocol/varint.js';
import type { WorkBudget } from '../engine/work-budget.js';
import type { ContentForm, MessagePart } from '../vocabulary.js';
import { hintOf, isJson } from './content-form.js';
import { ContentWalker } from './content-walker.js';
import { SurfaceSink } from './surface-sink.js';
import type { Segmentation, Segmenter, SurfaceLimits } from './surface.js';
import { characterStart } from './text.js';
import { NO_BYTES } from './no-bytes.js';

/** Surfaces that the other parts need at most: 5 ids, content type, 32 headers, 64 capabilities, intent, model. */
const OTHER_SURFACES = 136;
/** Credentials are never looked at: `hello.token`, `command.refresh_token`. */
const HELLO_TOKEN = 6;
const REFRESH_TOKEN = 12;
const NO_FIELD = 0;

const WIRE_VARINT = 0;
const WIRE_FIXED64 = 1;
const WIRE_BYTES = 2;

/** Reuses all it makes: one per process is enough, and its surfaces are valid until the next message. */
export function createSegmenter(): Segmenter {
  return new EnvelopeSegmenter();
}

class EnvelopeSegmenter implements Segmenter {
  readonly #sink = new SurfaceSink();
  readonly #content = new ContentWalker(this.#sink);
  #bytes: Buffer = NO_BYTES;
  #payloadBytesMax = 0;
  /** Bytes of the other parts that may still be looked at. */
  #otherBytesLeft = 0;
  #reserved = 0;

  segment(view: EnvelopeView, limits: SurfaceLimits, work: WorkBudget): Segmentation {
    const sink = this.#sink;
    sink.begin(view.bytes, limits, work);
    this.#bytes = view.bytes;
    this.#payloadBytesMax = limits.inspectBytesMax;
    this.#otherBytesLeft = limits.inspectBytesMax;
    this.#reserved = Math.min(OTHER_SURFACES, limits.surfacesMax >> 1);
    const payloadForm = this.#walk(view);
    sink.finish();
    this.#bytes = NO_BYTES;
    return { surfaces: sink.surfaces, documents: sink.documents, payloadForm, truncated: sink.truncated };
  }

  #walk(view: EnvelopeView): ContentForm {
    const bytes = this.#bytes;
    const end = view.end;
    let payloadForm: ContentForm = 'empty';
    let pos = view.start;
    while (pos < end) {
      const valueStart = varintEnd(bytes, pos, end);
      if (valueStart < 0) break;
      const tag = varintValue(bytes, pos, valueStart);
      const wireType = tag % 8;
      if (wireType !== WIRE_BYTES) {
        pos = wireType === WIRE_VARINT ? varintEnd(bytes, valueStart, end) : valueStart + fixedBytes(wireType);
        if (pos < 0) break;
        continue;
      }
      const contentStart = varintEnd(bytes, valueStart, end);
      if (contentStart < 0) break;
      const contentEnd = contentStart + varintValue(bytes, valueStart, contentStart);
      if (contentEnd > end) break;
      pos = contentEnd;
      if ((tag - WIRE_BYTES) / 8 === 6) payloadForm = this.#addPayload(view, contentStart, contentEnd);
      else this.#addField((tag - WIRE_BYTES) / 8, contentStart, contentEnd);
    }
    return payloadForm;
  }

  #addPayload(view: EnvelopeView, from: number, to: number): ContentForm {
    const readTo = Math.min(to, from + this.#payloadBytesMax);
    if (readTo < to) this.#sink.truncated = true;
    const hint = hintOf(this.#bytes, view.contentTypeStart, view.contentTypeEnd);
    return this.#content.add(this.#bytes, from, to, readTo, 'payload', hint, this.#reserved);
  }

  #addField(number: number, from: number, to: number): void {
    switch (number) {
      case 3:
      case 9:
      case 16:
      case 17:
      case 20:
        return this.#addText(from, to, 'ids', false);
      case 4:
      case 5:
        return;
      case 7:
        return this.#addText(from, to, 'content_type', true);
      case 8:
        return this.#addHeader(from, to);
      case 40:
      case 41:
        return this.#addText(from, to, 'hooks', true);
      case 42:
        // The vector's values are floats: whatever is found in them is there by chance.
        return this.#addNested(from, to, EMBEDDING_RULES, 'hooks', true, NO_FIELD);
      case 48:
        return this.#addNested(from, to, HELLO_RULES, 'hooks', true, HELLO_TOKEN);
      case 50:
        return this.#addNested(from, to, COMMAND_RULES, 'command', false, REFRESH_TOKEN);
      default: {
        const readTo = this.#otherEnd(from, to);
        if (readTo > from) this.#content.add(this.#bytes, from, to, readTo, 'unknown', 'none', this.#reserved >> 1);
      }
    }
  }

  /** A key is an identifier and unique, which a masked one might not be: the envelope would become malformed. */
  #addHeader(from: number, to: number): void {
    const bytes = this.#bytes;
    let pos = from;
    while (pos < to) {
      const start = varintEnd(bytes, pos + 1, to);
      if (start < 0) return;
      const end = start + varintValue(bytes, pos + 1, start);
      if (end > to) return;
      this.#addText(start, end, 'headers', (bytes[pos] as number) >>> 3 !== 1);
      pos = end;
    }
  }

  /** Adds the strings of a body by its schema, which the scanner has checked it against. */
  #addNested(
    from: number,
    to: number,
    rules: NestedRules,
    part: MessagePart,
    maskable: boolean,
    credential: number,
  ): void {
    const bytes = this.#bytes;
    let pos = from;
    while (pos < to) {
      const valueStart = varintEnd(bytes, pos, to);
      const tag = valueStart < 0 ? 0 : varintValue(bytes, pos, valueStart);
      const field = rules.fields[tag >>> 3] ?? null;
      if (field === null) return;
      if (field.kind === 'fixed32') {
        pos = valueStart + fixedBytes(5);
        continue;
      }
      const start = varintEnd(bytes, valueStart, to);
      if (start < 0) return;
      const end = field.kind === 'varint' ? start : start + varintValue(bytes, valueStart, start);
      if (end > to) return;
      pos = end;
      if (tag >>> 3 === credential) continue;
      if (field.message !== null) this.#addNested(start, end, field.message, part, maskable, NO_FIELD);
      else if (field.kind === 'string') this.#addText(start, end, part, maskable);
    }
  }

  /** Adds a string of the envelope: JSON or text. */
  #addText(from: number, to: number, part: MessagePart, maskable: boolean): void {
    const readTo = this.#otherEnd(from, to);
    if (readTo <= from) return;
    this.#sink.add(from, readTo, part, isJson(this.#bytes, from, readTo, false) ? 'json' : 'text', maskable);
  }

  /** Where looking at one of the other parts has to end. */
  #otherEnd(from: number, to: number): number {
    const readTo = Math.min(to, from + this.#otherBytesLeft);
    this.#otherBytesLeft -= readTo - from;
    if (readTo === to) return to;
    this.#sink.truncated = true;
    return characterStart(this.#bytes, from, readTo);
  }
}

function fixedBytes(wireType: number): number {
  return wireType === WIRE_FIXED64 ? 8 : 4;
}
