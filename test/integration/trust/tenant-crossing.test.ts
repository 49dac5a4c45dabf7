import { describe, expect, it } from 'vitest';
import { run } from '../../long/tenant-crossing.js';
import { MUTANTS } from '../../support/trust/crossing-mutants.js';

/** A hundred thousand are the long campaign. */
const PROGRAMS = 80;
/** Within so many each crossing is found; most within ten. */
const PROGRAMS_TO_FIND = 200;
const SEED = 1;

it('what a tenant is sent does not depend on what another does, and is none of its [T-TEN-1] [P7]', async () => {
  const { envelopes, errors } = await run({ count: PROGRAMS, seed: SEED });
  expect(envelopes).toBeGreaterThan(2_000);
  // The programs reach what there is to leak, and the limits one of them could reach for the other. [T-TEN-2]
  for (const name of [
    'NOT_FOUND',
    'NO_RESPONDER',
    'ALREADY_EXISTS',
    'ID_CONFLICT',
    'LIMIT_EXCEEDED',
    'RATE_LIMITED',
    'GROUP_CONFLICT',
    'FORBIDDEN_FIELD',
    'PERMISSION_DENIED',
    'CREDENTIAL_EXPIRED',
    'UNAUTHENTICATED',
  ]) {
    expect(errors[name], name).toBeGreaterThan(0);
  }
});

describe('the campaign finds every crossing that is planted [T-TEN-1]', () => {
  it.each(MUTANTS)('$name', async ({ plant }) => {
    await expect(run({ count: PROGRAMS_TO_FIND, seed: SEED, plant })).rejects.toThrow('tenant B is sent');
  });
});
