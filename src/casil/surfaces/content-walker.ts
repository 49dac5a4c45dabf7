/** Adds the surfaces of bytes of unknown form: payloads, and the fields that applications invent. */
import type { ContentForm, MessagePart } from '../vocabulary.js';
import { contentFormOf, type Hint } from './content-form.js';
import type { SurfaceSink } from './surface-sink.js';
import { characterStart, isText } from './text.js';
import { WIRE_DEPTH_MAX, WireCursor } from './wire-walker.js';
import { NO_BYTES } from './no-bytes.js';

export class ContentWalker {
  readonly #sink: SurfaceSink;
  readonly #cursors = Array.from({ length: WIRE_DEPTH_MAX + 1 }, () => new WireCursor());
  #bytes: Buffer = NO_BYTES;
  #part: MessagePart = 'payload';
  /** Where the content that is walked lies. */
  #from = 0;
  #to = 0;
  #readTo = 0;
  /** Surfaces that other parts of the message may still need. */
  #reserved = 0;

  constructor(sink: SurfaceSink) {
    this.#sink = sink;
  }

  /**
   * Adds bytes[from..to), of which those from `readTo` on are not looked at. Returns the form.
   * @param reserved surfaces that are left to other parts; what needs more is added as one run.
   */
  add(
    bytes: Buffer,
    from: number,
    to: number,
    readTo: number,
    part: MessagePart,
    hint: Hint,
    reserved: number,
  ): ContentForm {
    this.#bytes = bytes;
    this.#part = part;
    this.#from = from;
    this.#to = to;
    this.#readTo = readTo < to ? characterStart(bytes, from, readTo) : to;
    this.#reserved = reserved;
    const form = contentFormOf(bytes, from, to, this.#readTo, hint);
    this.#addForm(from, to, form, 0);
    this.#bytes = NO_BYTES;
    return form;
  }

  /** Returns false when nothing more is to be added. */
  #addForm(from: number, to: number, form: ContentForm, depth: number): boolean {
    const end = Math.min(to, this.#readTo);
    if (form === 'protobuf') this.#addWhole(from, to, end, depth);
    if (form === 'protobuf' && depth <= WIRE_DEPTH_MAX) return this.#addFields(from, to, depth);
    if (form === 'protobuf') this.#sink.addRaw(from, end, from, to, this.#part);
    else this.#sink.add(from, end, this.#part, form, true);
    return !this.#sink.stopped;
  }

  /**
   * What reads as tags and lengths may do so by chance, or by intent to cut a secret in two: it is looked at as it
   * stands too. Where it is no text, masks keep to the values of its fields.
   */
  #addWhole(from: number, to: number, end: number, depth: number): void {
    if (isText(this.#bytes, from, end)) this.#sink.add(from, end, this.#part, 'text', true);
    else if (depth === 0) this.#sink.addRaw(from, end, from, to, this.#part);
  }

  /** Adds the length-delimited values of a message, one by one: numbers are not looked at. */
  #addFields(from: number, to: number, depth: number): boolean {
    const sink = this.#sink;
    const cursor = this.#cursors[depth] as WireCursor;
    cursor.reset(this.#bytes, from, to);
    while (cursor.next()) {
      const { start, end } = cursor;
      if (start >= this.#readTo) return false;
      if (!cursor.isBytes || start === end) continue;
      if (sink.room <= this.#reserved + 1) {
        sink.truncated = true;
        sink.addRaw(start, this.#readTo, this.#from, this.#to, this.#part);
        return false;
      }
      const readTo = Math.min(end, this.#readTo);
      if (!sink.spend(readTo - start)) return false;
      const form = contentFormOf(this.#bytes, start, end, readTo, 'none');
      if (!this.#addForm(start, end, form, depth + 1)) return false;
    }
    return true;
  }
}
