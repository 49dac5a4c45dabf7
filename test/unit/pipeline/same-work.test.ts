/**
 * An answer's time must not tell what its words do not: whether what may not be known exists changes nothing about the
 * work behind it. Work is what log, router and roster are asked, and what operators are told; never time. [T-TEN-1]
 */
import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import { COMMANDS } from '../../../src/commands/catalogue.js';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryConnection } from '../../support/memory-bus.js';
import { recordCalls } from '../../support/trust/recorded-calls.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

const { MessageType } = wire;
const LIMITED = { ...ALL_GRANTS, publish: ['open:*'], subscribe: ['open:*'], history: ['open:*'], create: [] };

type Ask = (place: { readonly room: string; readonly channel: string }) => wire.IEnvelope;

/** Every command that names a room, from the schema; and what else goes to channels. */
const ASKS: readonly (readonly [string, Ask])[] = [
  ...COMMANDS.filter(({ name }) => takesRoom(name)).map(({ name, field }): readonly [string, Ask] => [
    name,
    ({ room, channel }) => ({
      type: MessageType.COMMAND,
      command: { [field]: name === 'list_channels' ? { room } : { room, channel } },
    }),
  ]),
  ['publish', (place) => ({ type: MessageType.EVENT, ...place, wantAck: true })],
  ['request', (place) => ({ type: MessageType.REQUEST, ...place, wantAck: true })],
];

function takesRoom(command: string): boolean {
  const field = loadSchema().lookupType('arqonbus.v1.Command').fields[command];
  const type = field?.resolve().resolvedType;
  return type !== null && type !== undefined && 'fields' in type && 'room' in type.fields;
}

async function setUp() {
  const memoryBus = createMemoryBus({
    clock: new FakeClock(),
    authenticator: new TokenAuthenticator({
      owner: principal({ subject: 'owner' }),
      limited: principal({ subject: 'limited', grants: LIMITED }),
      stranger: principal({ tenant: 'other', subject: 'owner' }),
    }),
  });
  const connect = async (token: string): Promise<MemoryConnection> => {
    const connection = memoryBus.connect();
    await connection.hello({ token });
    return connection;
  };
  const [owner, limited, stranger] = [await connect('owner'), await connect('limited'), await connect('stranger')];
  const fill = (who: MemoryConnection, room: string, channel: string) => {
    who.command({ join: { room, channel, responder: true } });
    who.publish(room, channel, 'something');
  };
  fill(owner, 'shut', 'own');
  fill(stranger, 'shut', 'theirs');
  fill(stranger, 'open', 'theirs');
  return { memoryBus, limited, stranger, record: recordCalls(memoryBus) };
}

describe('the work behind a refusal [T-TEN-1] [P7]', () => {
  it('is looked at for every command that names a room', () => {
    expect(ASKS.length).toBeGreaterThanOrEqual(10);
  });

  it.each(ASKS)('%s: the same whether another tenant has the channel or nobody has', async (_name, ask) => {
    const { limited, record } = await setUp();
    const workFor = (channel: string) => record(() => limited.send(ask({ room: 'open', channel })));
    const missing = workFor('nobody');
    expect(missing.length).toBeGreaterThan(0);
    expect(workFor('theirs')).toEqual(missing);
  });

  it.each(ASKS)('%s: the same whether what is not granted exists, in any tenant, or not', async (_name, ask) => {
    const { limited, record } = await setUp();
    const workFor = (channel: string) => record(() => limited.send(ask({ room: 'shut', channel })));
    const missing = workFor('nobody');
    expect(missing.length).toBeGreaterThan(0);
    expect(workFor('own')).toEqual(missing);
    expect(workFor('theirs')).toEqual(missing);
  });

  it.each([MessageType.DIRECT, MessageType.REQUEST, MessageType.REPLY])(
    'type %i: the same for a client of another tenant as for nobody',
    async (type) => {
      const { limited, stranger, record } = await setUp();
      const workFor = (target: string) => record(() => limited.send({ type, target, correlationId: 'c' }));
      const nobody = workFor('test-node.aaaaaaaaaaaaaaaa');
      expect(nobody).toContain('router.findClient');
      expect(workFor(stranger.clientId)).toEqual(nobody);
    },
  );
});

describe('a tenant that is no identifier [T-TEN-1] [P7]', () => {
  it.each(['acme/shut', 'a\0b', '', '*', 'ä'])('%j has no session, whoever vouches for it', async (tenant) => {
    const authenticator = new TokenAuthenticator({ odd: principal({ tenant }) });
    const memoryBus = createMemoryBus({ clock: new FakeClock(), authenticator });
    const connection = memoryBus.connect();
    await expect(connection.hello({ token: 'odd' })).rejects.toThrow('no welcome');
    expect(connection.closedWith).toBe(wire.CloseCode.SERVER_BUSY);
    expect(memoryBus.events).toContainEqual(
      expect.objectContaining({ type: 'internal.error', where: 'authenticator' }),
    );
  });
});
