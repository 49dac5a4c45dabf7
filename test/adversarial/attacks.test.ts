/** The campaign of test/long in short. How long things take is its business alone: here others share the machine. */
import { expect, it } from 'vitest';
import { ATTACK_NAMES } from '../support/attacks/attack.js';
import { run } from '../long/attacks.js';

const COUNT = 200;

it('[T-LIM-1] [T-LIM-2] [T-AUTH-6] [P8] no attack ends the server, takes its memory or goes unseen, and healthy clients miss nothing', async () => {
  const { encounters } = await run({
    count: COUNT,
    seed: 1,
    durationMs: 2_000,
    samples: 100,
    timed: false,
    report: () => undefined,
  });
  expect(encounters.map(({ attack }) => attack)).toEqual(ATTACK_NAMES);
  const figuresOf = Object.fromEntries(encounters.map(({ attack, figures }) => [attack, figures]));
  // Who only held on was let go of, who went too far was told. With which codes floods are cut off is for the server's
  // metrics to say, which the campaign asks: who never stops sending may be reset before reading any.
  expect(figuresOf['header-slowloris']).toMatchObject({ sockets: COUNT, open: 0 });
  expect(figuresOf['silent-upgrades']).toMatchObject({ sockets: COUNT, open: 0, closed_4500: COUNT });
  expect(figuresOf['message-flood']?.['rateLimited']).toBeGreaterThan(0);
  expect(figuresOf['message-flood']?.['retryAfterMsMin']).toBeGreaterThan(0);
  expect(figuresOf['connect-flood']).toMatchObject({ accepted: COUNT / 2, turnedAway: COUNT / 2, unanswered: 0 });
  expect(figuresOf['reconnect-storm']).toMatchObject({ recovered: COUNT * 2.5, open: COUNT * 2.5 });
});
