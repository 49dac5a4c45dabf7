import { describe, expect, it } from 'vitest';
import { defineTokens } from '../../../../src/casil/engine/define-token.js';
import { MatchLedger } from '../../../../src/casil/engine/match-ledger.js';
import type { OnMatch } from '../../../../src/casil/engine/scanner.js';
import { ACCESS_KEY, DOTTED } from './representative-formats.js';

const detectors = defineTokens([ACCESS_KEY, DOTTED]);

/** Adds spans of the first detector in this order and returns what is told. */
function told(spans: readonly (readonly [number, number])[]): string[] {
  const ledger = new MatchLedger(detectors);
  const heard: string[] = [];
  const onMatch: OnMatch = (detector, match) => heard.push(`${detector.id} ${match.start}-${match.end}`) > 0;
  ledger.begin();
  ledger.memoFor(0, 0, 1);
  for (const [start, end] of spans) ledger.add(0, { start, end, verified: false }, onMatch);
  ledger.finish(onMatch);
  return heard.map((line) => line.replace('access-key ', ''));
}

describe('the ledger of matches', () => {
  it('tells of overlapping matches the longest, of equals the first', () => {
    expect(
      told([
        [0, 5],
        [3, 12],
        [11, 14],
      ]),
    ).toEqual(['3-12']);
    expect(
      told([
        [0, 5],
        [3, 8],
      ]),
    ).toEqual(['0-5']);
    expect(
      told([
        [2, 5],
        [0, 9],
      ]),
    ).toEqual(['0-9']);
  });

  it('tells matches that touch apart', () => {
    expect(
      told([
        [0, 5],
        [5, 8],
      ]),
    ).toEqual(['0-5', '5-8']);
  });

  it('tells a match found late before the one that waits, if it begins after what was told', () => {
    expect(
      told([
        [20, 25],
        [3, 8],
      ]),
    ).toEqual(['3-8', '20-25']);
    expect(
      told([
        [0, 5],
        [20, 25],
        [3, 8],
        [6, 9],
      ]),
    ).toEqual(['0-5', '6-9', '20-25']);
  });

  it('gives no memo for a look inside the match that waits', () => {
    const ledger = new MatchLedger(detectors);
    ledger.begin();
    expect(ledger.memoFor(0, 2, 4)).not.toBeNull();
    ledger.add(0, { start: 2, end: 8, verified: false }, () => true);
    expect(ledger.memoFor(0, 2, 8)).toBeNull();
    expect(ledger.memoFor(0, 4, 9)).not.toBeNull();
    expect(ledger.memoFor(0, 1, 8)).not.toBeNull();
    expect(ledger.memoFor(1, 4, 6)).not.toBeNull();
    ledger.add(0, { start: 20, end: 30, verified: false }, () => true);
    expect(ledger.memoFor(0, 4, 6)).not.toBeNull();
    expect(ledger.memoFor(0, 24, 26)).toBeNull();
    ledger.begin();
    expect(ledger.memoFor(0, 24, 26)).not.toBeNull();
  });

  it('gives each detector one memo a scan, cleared at its first hit', () => {
    const ledger = new MatchLedger(detectors);
    ledger.begin();
    const memo = ledger.memoFor(1, 0, 2);
    if (memo === null) throw new Error('nothing waits yet');
    memo.triedTo = 7;
    expect(ledger.memoFor(1, 0, 2)).toBe(memo);
    expect(memo.triedTo).toBe(7);
    expect(ledger.memoFor(0, 0, 2)).not.toBe(memo);
    ledger.begin();
    expect(ledger.memoFor(1, 0, 2)?.triedTo).toBe(0);
  });

  it('tells nobody who has heard enough', () => {
    const ledger = new MatchLedger(detectors);
    ledger.begin();
    let heard = 0;
    const enough: OnMatch = () => {
      heard++;
      return false;
    };
    ledger.memoFor(0, 0, 1);
    ledger.memoFor(1, 0, 1);
    ledger.add(0, { start: 0, end: 4, verified: false }, enough);
    ledger.add(1, { start: 0, end: 4, verified: false }, enough);
    ledger.finish(enough);
    expect(heard).toBe(1);
  });
});
