/** Runs detectors over bytes and over messages, as the chain does, and tells who found what. */
import { wire } from '../../../../src/protocol/codec.js';
import { EnvelopeView, scanEnvelope } from '../../../../src/protocol/envelope-scanner.js';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import type { Detector } from '../../../../src/casil/engine/detector.js';
import type { Scanner } from '../../../../src/casil/engine/scanner.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { createSegmenter } from '../../../../src/casil/surfaces/create-segmenter.js';

const LIMITS = { inspectBytesMax: 65_536, decodeBytesMax: 262_144, surfacesMax: 1_024 };
const WORK_UNITS = 50_000_000;

export interface Sighting {
  readonly id: string;
  /** What was found, in latin1. */
  readonly text: string;
  /** A checksum held. */
  readonly verified: boolean;
}

export class Lookout {
  readonly #scanner: Scanner;
  readonly #segmenter = createSegmenter();
  readonly #view = new EnvelopeView();
  readonly #work = new WorkBudget();

  constructor(detectors: readonly Detector[]) {
    this.#scanner = createScanner(detectors);
  }

  /** In the bytes as they are. */
  inBytes(bytes: Buffer): Sighting[] {
    this.#work.reset(WORK_UNITS);
    return this.#scan(bytes, 0, bytes.length);
  }

  /** In the surfaces of an event with this payload. */
  inMessage(payload: Buffer): Sighting[] {
    const message = {
      version: 1,
      type: wire.MessageType.EVENT,
      id: 'AZrsT0aBcDeFgHiJkLmNoP',
      room: 'lab',
      channel: 'chat',
    };
    const bytes = Buffer.from(wire.Envelope.encode({ ...message, payload }).finish());
    const padded = Buffer.concat([Buffer.from([0]), bytes]);
    const refused = scanEnvelope(padded, 1, padded.length, { payloadBytesMax: 1 << 20 }, this.#view);
    if (refused !== null) throw new Error(`the envelope was refused: ${refused.name} ${refused.field}`);
    this.#work.reset(WORK_UNITS);
    const { surfaces } = this.#segmenter.segment(this.#view, LIMITS, this.#work);
    return surfaces.flatMap((surface) => this.#scan(surface.bytes, surface.from, surface.to));
  }

  #scan(bytes: Uint8Array, from: number, to: number): Sighting[] {
    const found: Sighting[] = [];
    this.#scanner.scan(bytes, from, to, this.#work, (detector, match) => {
      const text = Buffer.from(bytes.subarray(match.start, match.end)).toString('latin1');
      found.push({ id: detector.id, text, verified: match.verified });
      return true;
    });
    if (this.#work.exhausted) throw new Error('the work budget was too small for a test');
    return found;
  }
}
