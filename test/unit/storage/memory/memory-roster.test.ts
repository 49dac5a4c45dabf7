import { expect, it } from 'vitest';
import { channelAddress } from '../../../../src/protocol/address.js';
import { wire } from '../../../../src/protocol/codec.js';
import { createMemoryRoster } from '../../../../src/storage/memory/memory-roster.js';
import { FakeClock } from '../../../support/fake-clock.js';

it('tells each channel of its changes a moment after the first of them, however busy others are [T-TEN-1] [P7]', () => {
  const clock = new FakeClock();
  const roster = createMemoryRoster({ clock, node: { nodeId: 'n1', bootId: 'b1', startedAtMs: 0 } });
  const told: string[] = [];
  roster.onChange = ({ address, joined, left }) =>
    told.push(`${clock.monotonicMs()} ${address.key} +${joined.length} -${left.length}`);
  const enter = (tenant: string, clientId: string) =>
    roster.enter(channelAddress({ tenant, room: 'r', channel: 'c' }), {
      clientId,
      tenant,
      subject: 's',
      clientType: wire.ClientType.SERVICE,
      screenName: '',
      capabilities: [],
    });
  enter('a', 'a1');
  clock.advance(50);
  enter('b', 'b1');
  enter('a', 'a2');
  clock.advance(50);
  enter('a', 'a3');
  enter('b', 'b2');
  clock.advance(1000);
  expect(told).toEqual(['75 a/r/c +2 -0', '125 b/r/c +2 -0', '175 a/r/c +1 -0']);
  expect(clock.timersPending).toBe(0);
});
