import { beforeEach, describe, expect, it } from 'vitest';
import { Strikes } from '../../../src/pipeline/strikes.js';
import { rejection } from '../../../src/protocol/rejection.js';
import { FakeClock } from '../../support/fake-clock.js';

const MALFORMED = rejection('MALFORMED_ENVELOPE');
const TOO_FAST = rejection('RATE_LIMITED');

let clock: FakeClock;
let strikes: Strikes;
beforeEach(() => {
  clock = new FakeClock();
  strikes = new Strikes({ malformedMax: 3, rateRefusals: 4 }, clock);
});

const add = (count: number, refused = MALFORMED) => Array.from({ length: count }, () => strikes.add(refused));

describe('strikes of a connection [P8] [T-LIM-2]', () => {
  it('tell once that malformed envelopes are one past their bound', () => {
    expect(add(6)).toEqual([null, null, null, 'malformed', null, null]);
  });

  it('tell each time so many were over their rate', () => {
    expect(add(8, TOO_FAST)).toEqual([null, null, null, 'rate', null, null, null, 'rate']);
  });

  it('count the two apart, and refusals of state not at all', () => {
    expect([...add(3), ...add(3, TOO_FAST), ...add(50, rejection('NOT_FOUND'))].every((told) => told === null)).toBe(
      true,
    );
    expect([...add(1), ...add(1, TOO_FAST)]).toEqual(['malformed', 'rate']);
  });

  it('begin anew after a minute', () => {
    add(3);
    add(3, TOO_FAST);
    clock.advance(60_001);
    expect([...add(3), ...add(3, TOO_FAST)].every((told) => told === null)).toBe(true);
  });
});
