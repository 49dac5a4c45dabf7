/**
 * Finds runs of digits whose previous byte is no letter or digit: their start, once they are long enough, or, where an
 * anchor says what follows, the whole run and the byte after it.
 */
import type { AnchorMachine } from './anchor-machine.js';
import { byteSet } from './byte-sets.js';

export interface IndexedRun {
  readonly index: number;
  readonly digits: number;
  /** The run is exactly that long and one of these bytes follows it; empty where that does not count. */
  readonly before: string;
}

const AFTER_OTHER = 0;
const AFTER_ALNUM = 1;
/** After `n` digits of a run the state is this plus `n`. */
const IN_RUN = 1;

export function createDigitRunMachine(runs: readonly IndexedRun[]): AnchorMachine {
  const digitsMax = Math.max(0, ...runs.map((run) => run.digits));
  const alnum = byteSet('alnum');
  const digit = byteSet('digits');
  const closing = [...new Set(runs.flatMap((run) => [...run.before]))];
  const closerOf = Int16Array.from({ length: 256 }, (_, byte) => closing.indexOf(String.fromCharCode(byte)));
  const endedBy = (digits: number, closer: number) =>
    runs.filter((run) => run.digits === digits && run.before.includes(closing[closer] ?? ' '));
  /** After a run and the byte that closes it; the run's length and the byte tell which anchors ended. */
  const closed = (digits: number, closer: number) => IN_RUN + digitsMax + 1 + (digits - 1) * closing.length + closer;

  const afterOther = (state: number, byte: number): number => {
    const digits = state - IN_RUN;
    const closer = closerOf[byte] ?? -1;
    const closes = digits >= 1 && digits <= digitsMax && closer >= 0 && endedBy(digits, closer).length > 0;
    return closes ? closed(digits, closer) : AFTER_OTHER;
  };
  const next = (state: number, byte: number): number => {
    if (digitsMax === 0) return AFTER_OTHER;
    if (alnum[byte] === 0) return afterOther(state, byte);
    if (digit[byte] === 0 || state === AFTER_ALNUM) return AFTER_ALNUM;
    const inRun = state > IN_RUN && state <= IN_RUN + digitsMax;
    if (!inRun) return IN_RUN + 1;
    return state < IN_RUN + digitsMax ? state + 1 : AFTER_ALNUM;
  };
  const endsIn = (state: number): number[] => {
    const digits = state - IN_RUN;
    if (digits < 1) return [];
    if (digits <= digitsMax) {
      return runs.filter((run) => run.before === '' && run.digits === digits).map((run) => run.index);
    }
    const ended = digits - digitsMax - 1;
    const run = Math.floor(ended / closing.length) + 1;
    return endedBy(run, ended % closing.length).map((one) => one.index);
  };
  const nameOf = (byte: number): string => {
    if (digitsMax === 0) return '';
    if (alnum[byte] === 1) return digit[byte] === 1 ? 'digit' : 'letter';
    return `${closerOf[byte]}`;
  };
  return {
    states: closed(digitsMax + 1, 0),
    unknown: digitsMax === 0 ? AFTER_OTHER : AFTER_ALNUM,
    // A run that is not longer than any anchor, the byte before it and the one after.
    memoryBytes: digitsMax === 0 ? 0 : digitsMax + 2,
    next,
    endsIn,
    nameOf,
  };
}
