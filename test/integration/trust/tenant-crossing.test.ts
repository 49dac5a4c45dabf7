import { expect, it } from 'vitest';
import { COMMANDS as CATALOGUE } from '../../../src/commands/catalogue.js';
import { run } from '../../long/tenant-crossing.js';
import { Random } from '../../support/protocol/random.js';
import { COMMANDS } from '../../support/trust/crossing-program.js';

it('what a tenant is sent does not depend on what another does [T-TEN-1] [P7]', async () => {
  const { envelopes, errors } = await run({ count: 60, seed: 1 });
  expect(envelopes).toBeGreaterThan(2_000);
  // The programs reach what there is to leak.
  for (const name of [
    'NOT_FOUND',
    'NO_RESPONDER',
    'ALREADY_EXISTS',
    'ID_CONFLICT',
    'LIMIT_EXCEEDED',
    'GROUP_CONFLICT',
  ]) {
    expect(errors[name], name).toBeGreaterThan(0);
  }
});

it('the campaign finds two who are one tenant [T-TEN-1]', async () => {
  await expect(run({ count: 5, seed: 1, tenantOfA: 'b' })).rejects.toThrow('tenant B is sent');
});

it('its programs know every command', () => {
  const names = { client: () => 'x', epoch: () => 1 };
  const random = new Random(1);
  const sent = new Set(COMMANDS.flatMap((make) => Object.keys(make(random)(names))));
  expect([...sent].sort()).toEqual(CATALOGUE.map(({ field }) => field as string).sort());
});
