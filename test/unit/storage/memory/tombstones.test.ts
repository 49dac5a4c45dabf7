import { expect, it } from 'vitest';
import { channelAddress } from '../../../../src/protocol/address.js';
import { Tombstones } from '../../../../src/storage/memory/tombstones.js';

const of = (tenant: string, channel = 'c') => channelAddress({ tenant, room: 'r', channel });

it('remembers so many deleted epochs and no more [P8]', () => {
  const tombstones = new Tombstones(3);
  for (const epoch of [1, 2, 3]) tombstones.add(of('a'), epoch);
  expect([1, 2, 3].map((epoch) => tombstones.has(of('a'), epoch))).toEqual([true, true, true]);
  tombstones.add(of('a'), 4);
  expect([1, 2, 3, 4].map((epoch) => tombstones.has(of('a'), epoch))).toEqual([false, true, true, true]);
});

it('a tenant that deletes all the time makes no other forget [T-TEN-2]', () => {
  const tombstones = new Tombstones(10);
  for (const epoch of [1, 2]) tombstones.add(of('b'), epoch);
  for (let epoch = 1; epoch <= 1_000; epoch += 1) tombstones.add(of('a', `c${epoch}`), epoch);
  expect([1, 2].map((epoch) => tombstones.has(of('b'), epoch))).toEqual([true, true]);
  expect(tombstones.has(of('a', 'c1000'), 1_000)).toBe(true);
  // What belongs to A makes room for those who come later, up to an equal part.
  for (const epoch of [3, 4, 5]) tombstones.add(of('b'), epoch);
  expect([1, 2, 3, 4, 5].map((epoch) => tombstones.has(of('b'), epoch))).toEqual([true, true, true, true, true]);
});

it('remembers no tenant of whom it remembers nothing, and the newest of many [P8]', () => {
  const tombstones = new Tombstones(10);
  for (let tenant = 0; tenant < 1_000; tenant += 1) tombstones.add(of(`t${tenant}`), 1);
  expect(tombstones.tenants).toBe(10);
  expect([tombstones.has(of('t0'), 1), tombstones.has(of('t999'), 1)]).toEqual([false, true]);
});

it('the same epoch of the same names means nothing in another tenant, and adding it twice counts once [T-TEN-1]', () => {
  const tombstones = new Tombstones(2);
  for (let times = 0; times < 5; times += 1) tombstones.add(of('a'), 7);
  tombstones.add(of('b'), 8);
  expect([tombstones.has(of('a'), 7), tombstones.has(of('b'), 7), tombstones.has(of('a'), 8)]).toEqual([
    true,
    false,
    false,
  ]);
});
