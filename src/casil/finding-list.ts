/** The findings of one message, bounded. One function hears of all of them, so that scanning a surface makes none. */
import type { FindingSource, MatchRange } from './engine/detector.js';
import type { Finding } from './inspection.js';
import type { Surface } from './surfaces/surface.js';

export class FindingList {
  #findings: Finding[] = [];
  #full = false;
  /** What is being looked at. */
  surface: Surface | null = null;

  /** @param sources what is of interest; all else that is found is passed over, and takes no room. */
  constructor(
    readonly countMax: number,
    readonly sources: ReadonlySet<FindingSource>,
  ) {}

  /** There was more than there is room for. */
  get full(): boolean {
    return this.#full;
  }

  /** Hands over what was found, and starts anew. */
  take(): readonly Finding[] {
    const findings = this.#findings;
    if (findings.length > 0) this.#findings = [];
    this.#full = false;
    this.surface = null;
    return findings;
  }

  readonly add = (source: FindingSource, { start, end, verified }: Readonly<MatchRange>): boolean => {
    if (this.surface === null) return false;
    if (!this.sources.has(source)) return true;
    this.#full = this.#findings.length >= this.countMax;
    if (!this.#full) this.#findings.push({ source, surface: this.surface, start, end, verified });
    return !this.#full;
  };
}
