import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryConnection } from '../../support/memory-bus.js';
import { RecordingSubscriber } from '../../support/recording-subscriber.js';

const place = { room: 'r', channel: 'c' };
const COALESCED_MS = 200;

function presenceBus(joinLeaveEvents: boolean) {
  const clock = new FakeClock();
  const rooms = [{ match: '*', auto_create: true, join_leave_events: joinLeaveEvents }];
  const memoryBus = createMemoryBus({ clock, config: { rooms } });
  return {
    bus: memoryBus,
    pass: () => {
      clock.advance(COALESCED_MS);
      memoryBus.tick();
    },
    events: (connection: MemoryConnection) => connection.received.flatMap((envelope) => envelope.presenceEvent ?? []),
  };
}

describe('presence follows membership [S-ROUTE-5]', () => {
  it('lists who joined, as they introduced themselves, until they leave or are gone', async () => {
    const { bus } = presenceBus(false);
    const ada = await bus.join({ screenName: 'ada', capabilities: ['sum'], clientType: wire.ClientType.AI_AGENT });
    const bob = await bus.join({ screenName: 'bob' });
    const names = () =>
      (ada.command({ presence: place })?.commandResult?.presence?.members ?? [])
        .map(({ screenName }) => screenName)
        .sort();

    ada.command({ join: place });
    bob.command({ join: place });
    expect(names()).toEqual(['ada', 'bob']);
    bob.command({ leave: place });
    expect(names()).toEqual(['ada']);
    bob.command({ join: place });
    bob.close(1000);
    expect(names()).toEqual(['ada']);
    expect(ada.command({ presence: place })?.commandResult?.presence?.members?.[0]).toMatchObject({
      capabilities: ['sum'],
      clientType: wire.ClientType.AI_AGENT,
    });
  });

  it('announces joins and leaves to the members of a room that wants to hear of them', async () => {
    const { bus, pass, events } = presenceBus(true);
    const ada = await bus.join({ screenName: 'ada' });
    const welcome = await bus.connect().hello();
    const bob = await bus.join({ screenName: 'bob', capabilities: ['sum'] });
    ada.command({ join: place });
    pass();
    bob.command({ join: place });
    pass();
    expect(events(ada).at(-1)?.joined).toMatchObject([{ screenName: 'bob', capabilities: ['sum'] }]);
    const bobId = events(ada).at(-1)?.joined?.[0]?.clientId;
    expect(bobId).not.toBe(welcome.clientId);
    bob.close(1000);
    pass();
    expect(events(ada).at(-1)).toMatchObject({ joined: [], left: [bobId] });
  });

  it('announces nothing where the room does not want it', async () => {
    const { bus, pass, events } = presenceBus(false);
    const ada = await bus.join();
    ada.command({ join: place });
    (await bus.join()).command({ join: place });
    pass();
    expect(events(ada)).toEqual([]);
  });

  it('keeps subscribers that are no sessions out of the list', async () => {
    const { bus } = presenceBus(false);
    const ada = await bus.join();
    ada.command({ join: place });
    const tap = new RecordingSubscriber('tap', 'default');
    bus.bus.router.addClient(tap);
    const outcomes: boolean[] = [];
    bus.bus.router.join(
      {
        subscriber: tap,
        room: 'r',
        channelText: 'c',
        pattern: { kind: 'exact', channel: 'c' },
        recover: [],
        rewind: 0,
        group: '',
        responder: false,
      },
      ({ ok }) => outcomes.push(ok),
    );
    expect(outcomes).toEqual([true]);
    expect(ada.command({ presence: place })?.commandResult?.presence?.total).toBe(1);
  });
});
