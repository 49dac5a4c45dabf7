/** Exact counts since the start, by name; names are bounded by whoever counts. */
export type CountsByName = ReadonlyMap<string, number>;

/** What content inspection counted since the server started. [C-TEL-1] */
export interface CasilFigures {
  readonly mode: string;
  /** Messages looked at; those of channels that no policy covers are not counted. */
  readonly inspected: number;
  /** What was done, and what enforcing would have done (the same in `enforce`). */
  readonly outcomes: CountsByName;
  readonly wouldBe: CountsByName;
  readonly kinds: CountsByName;
  readonly risks: CountsByName;
  readonly flags: CountsByName;
  readonly rules: CountsByName;
  readonly reasons: CountsByName;
  /** By what `default_decision` made of the message. */
  readonly internalErrors: CountsByName;
  /** By dimension: sender, room, channel. */
  readonly repeatedViolations: CountsByName;
  readonly eventsDropped: number;
  /** Bytes of the messages looked at. */
  readonly inspectedBytes: number;
  /** Deterministic units; about one byte looked at by one step. */
  readonly workUnits: number;
}
