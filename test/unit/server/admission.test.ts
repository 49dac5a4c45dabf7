import { describe, expect, it } from 'vitest';
import type { ConnectionRefusal } from '../../../src/limits/limiter.js';
import { createAdmission } from '../../../src/server/admission.js';

function answerTo(refused: ConnectionRefusal | null) {
  return createAdmission({ openConnection: () => refused, closeConnection: () => undefined }).open('10.0.0.1');
}

describe('what an address that may not connect is told [T-LIM-1] [T-LIM-2]', () => {
  it('is nothing where it may', () => {
    expect(answerTo(null)).toBeNull();
  });

  it.each([
    ['limits.connections_max', 503, 'busy', 5],
    ['limits.connections_per_address_max', 429, 'address_busy', 5],
    ['bans.duration', 429, 'banned', 2],
  ] as const)('%s: HTTP %i %s', (limit, status, reason, retryAfterSeconds) => {
    const answer = answerTo({ limit, retryAfterMs: 1500 });
    expect(answer).toMatchObject({ status, reason, retryAfterSeconds });
    if (limit !== 'bans.duration') expect(answer?.text).toContain(limit);
  });

  it('counts down what it counted', () => {
    const closed: string[] = [];
    const admission = createAdmission({ openConnection: () => null, closeConnection: (a) => void closed.push(a) });
    admission.close('10.0.0.1');
    expect(closed).toEqual(['10.0.0.1']);
  });
});
