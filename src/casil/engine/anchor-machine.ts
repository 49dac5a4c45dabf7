/**
 * Little machines that each find anchors of one sort, byte after byte. The anchor automaton runs several side by side
 * and is then written down as one table. Only used while building.
 */
export interface AnchorMachine {
  /** States there are, or more. */
  readonly states: number;
  /** The state to start in where what stands before is not known: from it, nothing is found that is not there. */
  readonly unknown: number;
  /** Bytes after which the state started from `unknown` is the one that knowing would have led to. */
  readonly memoryBytes: number;
  /** The state after this one and a byte; 0 is the start. */
  next(state: number, byte: number): number;
  /** Anchors that end in this state, by the index they were given with. */
  endsIn(state: number): readonly number[];
  /** Bytes with equal names are alike to this machine, in every state. */
  nameOf(byte: number): string;
}
