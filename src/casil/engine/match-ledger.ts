/**
 * Keeps the matches of one scan until it is sure about them: of overlapping matches of one detector only the longest is
 * told (of equals the first), and per detector they are told in the order of their start. One match per detector waits;
 * nothing is allocated while scanning.
 */
import type { Detector, MatchRange } from './detector.js';
import { RunMemo } from './run-memo.js';
import type { OnMatch } from './scanner.js';

const NONE = -1;

export class MatchLedger {
  readonly #detectors: readonly Detector[];
  readonly #memos: readonly RunMemo[];
  /** Detectors that had a hit in this scan, in the order of their first. */
  readonly #opened: Int32Array;
  #openedCount = 0;
  readonly #isOpen: Uint8Array;
  /** The match that waits, per detector; NONE where there is none. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #verified: Uint8Array;
  /** The end of the last match that was told, per detector. */
  readonly #toldTo: Int32Array;
  readonly #told: MatchRange = { start: 0, end: 0, verified: false };

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#memos = detectors.map(() => new RunMemo());
    this.#opened = new Int32Array(detectors.length);
    this.#isOpen = new Uint8Array(detectors.length);
    this.#starts = new Int32Array(detectors.length);
    this.#ends = new Int32Array(detectors.length);
    this.#verified = new Uint8Array(detectors.length);
    this.#toldTo = new Int32Array(detectors.length);
  }

  /** Forgets the scan before; costs what that one touched. */
  begin(): void {
    for (let nth = 0; nth < this.#openedCount; nth++) this.#isOpen[this.#opened[nth] as number] = 0;
    this.#openedCount = 0;
  }

  /**
   * The detector's memo of this scan for a look at the anchor [start, end); null where that lies inside the match that
   * waits, for looking there could only tell a part of it again.
   */
  memoFor(detector: number, start: number, end: number): RunMemo | null {
    const memo = this.#memos[detector] as RunMemo;
    if (this.#isOpen[detector] === 0) {
      this.#isOpen[detector] = 1;
      this.#opened[this.#openedCount++] = detector;
      this.#starts[detector] = NONE;
      this.#ends[detector] = NONE;
      this.#toldTo[detector] = NONE;
      memo.clear();
    } else if (end <= (this.#ends[detector] as number) && start >= (this.#starts[detector] as number)) {
      return null;
    }
    return memo;
  }

  /** Takes a match of an opened detector. Returns false when the listener has enough. */
  add(detector: number, match: MatchRange, onMatch: OnMatch): boolean {
    const { start, end } = match;
    const waitingStart = this.#starts[detector] as number;
    const waitingEnd = this.#ends[detector] as number;
    if (start < (this.#toldTo[detector] as number)) return true;
    if (waitingStart === NONE) {
      this.#wait(detector, match);
      return true;
    }
    if (start >= waitingEnd) {
      const goesOn = this.#tell(detector, onMatch);
      this.#wait(detector, match);
      return goesOn;
    }
    if (end <= waitingStart) {
      this.#toldTo[detector] = end;
      return onMatch(this.#detectors[detector] as Detector, match);
    }
    if (end - start > waitingEnd - waitingStart) this.#wait(detector, match);
    return true;
  }

  /** Tells what still waits, in the order in which detectors had their first hit. */
  finish(onMatch: OnMatch): void {
    for (let nth = 0; nth < this.#openedCount; nth++) {
      const detector = this.#opened[nth] as number;
      if (this.#starts[detector] !== NONE && !this.#tell(detector, onMatch)) return;
    }
  }

  #wait(detector: number, match: MatchRange): void {
    this.#starts[detector] = match.start;
    this.#ends[detector] = match.end;
    this.#verified[detector] = match.verified ? 1 : 0;
  }

  #tell(detector: number, onMatch: OnMatch): boolean {
    this.#told.start = this.#starts[detector] as number;
    this.#told.end = this.#ends[detector] as number;
    this.#told.verified = this.#verified[detector] === 1;
    this.#starts[detector] = NONE;
    this.#ends[detector] = NONE;
    this.#toldTo[detector] = this.#told.end;
    return onMatch(this.#detectors[detector] as Detector, this.#told);
  }
}
