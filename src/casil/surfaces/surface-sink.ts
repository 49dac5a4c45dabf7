/**
 * Turns runs of the message into surfaces: decodes JSON escapes and base64 and keeps the bounds of one message. Percent
 * encoding of URLs is not decoded: credentials in URLs rarely contain what it encodes. [C-SURF-2]
 */
import type { WorkBudget } from '../engine/work-budget.js';
import type { ContentForm, MessagePart } from '../vocabulary.js';
import { Base64Run, decodeBase64, findBase64Run } from './base64.js';
import { contentFormOf } from './content-form.js';
import { Base64Map, EscapeMap, type PositionMap } from './position-map.js';
import { Pool } from './pool.js';
import { SurfaceRun } from './surface-run.js';
import type { Surface, SurfaceLimits } from './surface.js';
import { looksReadable, SAMPLE_BYTES } from './text.js';
import { unescape } from './unescape.js';
import { NO_BYTES } from './no-bytes.js';

const BACKSLASH = 0x5c;
/** From here on making a view and searching it is faster than a loop. */
const NATIVE_SEARCH_BYTES_MIN = 512;
/** Bytes from a run's start to the end of the buffer, at most, per byte of the run. */
const TAIL_RATIO_MAX = 4;

export class SurfaceSink {
  readonly surfaces: Surface[] = [];
  readonly documents: Surface[] = [];
  truncated = false;
  /** The budget is spent: nothing more is added. */
  stopped = false;
  #message: Buffer = NO_BYTES;
  #limits: SurfaceLimits = { inspectBytesMax: 0, decodeBytesMax: 0, surfacesMax: 0 };
  #work: WorkBudget | null = null;
  /** Decoded bytes of this message; those of a larger one are replaced, never overwritten. */
  #decoded: Buffer = NO_BYTES;
  #decodedBytes = 0;
  #surfacesCount = 0;
  #documentsCount = 0;
  readonly #sample = Buffer.alloc(SAMPLE_BYTES);
  readonly #base64 = new Base64Run();
  readonly #runs = new Pool(() => new SurfaceRun(), forgetRun);
  readonly #escapeMaps = new Pool(() => new EscapeMap(), forgetMap);
  readonly #base64Maps = new Pool(() => new Base64Map(), forgetBase64Map);

  begin(message: Buffer, limits: SurfaceLimits, work: WorkBudget): void {
    this.#runs.release();
    this.#escapeMaps.release();
    this.#base64Maps.release();
    this.#message = message;
    this.#limits = limits;
    this.#work = work;
    this.#decodedBytes = 0;
    this.#surfacesCount = 0;
    this.#documentsCount = 0;
    this.truncated = false;
    this.stopped = false;
  }

  finish(): void {
    if (this.surfaces.length > this.#surfacesCount) this.surfaces.length = this.#surfacesCount;
    if (this.documents.length > this.#documentsCount) this.documents.length = this.#documentsCount;
    this.#message = NO_BYTES;
    this.#work = null;
  }

  /** Surfaces that may still be added. */
  get room(): number {
    return this.#limits.surfacesMax - this.#surfacesCount;
  }

  /** Takes work for `units` bytes; false when there is none left, and from then on. */
  spend(units: number): boolean {
    if (this.stopped) return false;
    if (this.#work !== null && this.#work.spend(units)) return true;
    this.stopped = true;
    this.truncated = true;
    return false;
  }

  /** Adds the message's bytes [from..to), which are of this form, and what can be decoded from them. */
  add(from: number, to: number, part: MessagePart, form: ContentForm, maskable: boolean): void {
    if (from >= to || !this.spend(to - from)) return;
    const bytes = this.#message;
    // Other bytes may hold backslashes by chance, and nobody would read them as escapes.
    const hasEscapes = (form === 'json' || form === 'text') && hasByte(bytes, from, to, BACKSLASH);
    const root = hasEscapes ? this.#runs.take() : this.#takeSurface();
    if (root === null) return;
    this.#fill(root, from, to, part, form, maskable);
    if (form === 'json') {
      this.documents[this.#documentsCount] = root;
      this.#documentsCount += 1;
    }
    if (hasEscapes) this.#addUnescaped(root);
    else this.#addBase64(root);
  }

  /** Adds the bytes [from..to) of a Protobuf message [rootFrom..rootTo) as they are, tags and all. */
  addRaw(from: number, to: number, rootFrom: number, rootTo: number, part: MessagePart): void {
    const surface = from < to && this.spend(to - from) ? this.#takeSurface() : null;
    if (surface === null) return;
    this.#fill(surface, from, to, part, 'protobuf', true);
    surface.rootFrom = rootFrom;
    surface.rootTo = rootTo;
  }

  #fill(surface: SurfaceRun, from: number, to: number, part: MessagePart, form: ContentForm, maskable: boolean): void {
    surface.part = part;
    surface.form = form;
    surface.encoding = 'plain';
    surface.bytes = this.#message;
    surface.from = from;
    surface.to = to;
    surface.maskable = maskable;
    surface.map = null;
    surface.message = this.#message;
    surface.rootFrom = from;
    surface.rootTo = to;
    surface.rootForm = form;
  }

  /** Adds what a run with escapes stands for; past the decoding bound the rest of it as it is. */
  #addUnescaped(root: SurfaceRun): void {
    const bytesMax = this.#limits.decodeBytesMax - this.#decodedBytes;
    const cut = Math.min(root.to, root.from + Math.max(0, bytesMax));
    if (cut > root.from) {
      const surface = this.spend(cut - root.from) ? this.#takeSurface() : null;
      if (surface === null) return;
      copyRun(root, surface);
      surface.encoding = 'escaped';
      this.#reserve(cut - root.from);
      this.#unescape(surface, root.bytes, root.from, cut, null);
      this.#decodedBytes = surface.to;
      this.#addBase64(surface);
    }
    if (cut === root.to) return;
    this.truncated = true;
    const rest = this.#takeSurface();
    if (rest === null) return;
    copyRun(root, rest);
    // The end of a document is none.
    rest.form = 'text';
    rest.from = cut;
  }

  /** Unescapes up to two levels, so that JSON in a JSON string is read as its receiver reads it. */
  #unescape(surface: SurfaceRun, source: Buffer, from: number, to: number, parent: PositionMap | null): void {
    const target = this.#decoded;
    const at = source === target ? from : this.#decodedBytes;
    const map = this.#escapeMaps.take();
    map.begin(at, from, parent);
    const once = unescape(source, from, to, target, at, map);
    surface.bytes = target;
    surface.from = at;
    surface.to = once.end;
    surface.map = map;
    if (!once.hasBackslash || !this.spend(once.end - at)) return;
    const second = this.#escapeMaps.take();
    second.begin(at, at, map);
    surface.to = unescape(target, at, once.end, target, at, second).end;
    surface.map = second;
  }

  /** Adds what base64 inside a surface decodes to, one level deep, where it looks like something to read. */
  #addBase64(surface: SurfaceRun): void {
    const run = this.#base64;
    const { bytes, to } = surface;
    let pos = surface.from;
    while (findBase64Run(bytes, pos, to, run)) {
      pos = run.end;
      if (!this.spend(Math.min(SAMPLE_BYTES, run.decodedBytes))) return;
      const sampleEnd = decodeBase64(bytes, run, this.#sample, 0, SAMPLE_BYTES);
      if (!looksReadable(this.#sample, 0, sampleEnd)) continue;
      const bytesMax = this.#limits.decodeBytesMax - this.#decodedBytes;
      if (run.decodedBytes > bytesMax) this.truncated = true;
      if (bytesMax <= 0) return;
      if (!this.#addDecoded(surface, run, bytesMax)) return;
    }
  }

  #addDecoded(parent: SurfaceRun, run: Base64Run, bytesMax: number): boolean {
    const length = Math.min(run.decodedBytes, bytesMax);
    const surface = this.spend(length) ? this.#takeSurface() : null;
    if (surface === null) return false;
    copyRun(parent, surface);
    this.#reserve(length);
    const at = this.#decodedBytes;
    const end = decodeBase64(parent.bytes, run, this.#decoded, at, length);
    this.#decodedBytes = end;
    const map = this.#base64Maps.take();
    map.parent = parent.map;
    map.parentBytes = parent.bytes;
    map.parentFrom = run.start;
    map.from = at;
    map.charsCount = run.chars - ((run.chars & 3) === 1 ? 1 : 0) + run.padding;
    map.lineChars = run.lineChars;
    map.breakBytes = run.breakBytes;
    surface.form = contentFormOf(this.#decoded, at, end, end, 'none');
    surface.encoding = 'base64';
    surface.bytes = this.#decoded;
    surface.from = at;
    surface.to = end;
    surface.map = map;
    const isReadAsText = surface.form === 'json' || surface.form === 'text';
    if (isReadAsText && hasByte(this.#decoded, at, end, BACKSLASH) && this.spend(length)) {
      this.#unescape(surface, this.#decoded, at, end, map);
    }
    return true;
  }

  /** Makes room for decoded bytes. Surfaces made before keep the buffer they were decoded to. */
  #reserve(length: number): void {
    if (this.#decodedBytes + length <= this.#decoded.length) return;
    const size = Math.max(this.#decodedBytes + length, Math.min(2 * this.#decoded.length, this.#limits.decodeBytesMax));
    // Positions go on where they were: what lies before them in the new buffer is never read.
    this.#decoded = Buffer.allocUnsafeSlow(size);
  }

  #takeSurface(): SurfaceRun | null {
    if (this.#surfacesCount >= this.#limits.surfacesMax) {
      this.truncated = true;
      return null;
    }
    const surface = this.#runs.take();
    this.surfaces[this.#surfacesCount] = surface;
    this.#surfacesCount += 1;
    return surface;
  }
}

function copyRun(from: SurfaceRun, to: SurfaceRun): void {
  to.part = from.part;
  to.form = from.form;
  to.encoding = from.encoding;
  to.bytes = from.bytes;
  to.from = from.from;
  to.to = from.to;
  to.maskable = from.maskable;
  to.map = from.map;
  to.message = from.message;
  to.rootFrom = from.rootFrom;
  to.rootTo = from.rootTo;
  to.rootForm = from.rootForm;
}

function hasByte(bytes: Buffer, from: number, to: number, wanted: number): boolean {
  // A native search has no end; it is worth it where little follows, and a view of the run where that is long.
  if (bytes.length - from <= TAIL_RATIO_MAX * (to - from)) {
    const at = bytes.indexOf(wanted, from);
    return at >= 0 && at < to;
  }
  if (to - from >= NATIVE_SEARCH_BYTES_MIN) return bytes.subarray(from, to).includes(wanted);
  for (let index = from; index < to; index += 1) if (bytes[index] === wanted) return true;
  return false;
}

function forgetRun(run: SurfaceRun): void {
  run.bytes = NO_BYTES;
  run.message = NO_BYTES;
  run.map = null;
}

function forgetMap(map: EscapeMap): void {
  map.parent = null;
}

function forgetBase64Map(map: Base64Map): void {
  map.parent = null;
  map.parentBytes = NO_BYTES;
}
