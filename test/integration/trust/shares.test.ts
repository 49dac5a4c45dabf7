/**
 * Two tenants on a server with small budgets: A takes all it can get of everything, and what is B's share is still
 * there, to the last connection, channel and byte. Real sockets, real tokens. [T-TEN-2] [P7] [P8]
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { makeKey } from '../../support/auth/signed-tokens.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { clientFrame } from '../../support/transport/client-frames.js';
import { waitFor } from '../../support/transport/raw-client.js';
import { AuthFolder, mintToken } from '../../support/trust/auth-folder.js';
import { LiveSession } from '../../support/trust/live-session.js';

/** Of connections and channels: 10 are kept for each of two tenants, 20 are for whoever comes first. */
const TOTAL = 40;
const SHARE = 10;
const GREEDY_MAX = TOTAL - SHARE;
const FRAME_BYTES_MAX = 262_144;
const LIMITS = `
limits:
  connections_max: ${TOTAL}
  channels_max: ${TOTAL}
  inbound_bytes_max: 2MiB
  tenant_share_min: 0.5
  tenant_shares: 2
  rates: { tenant: { messages: 500 }, burst: 1s }
storage: { memory_bytes_max: 400KiB }
`;
const KEPT = Array.from({ length: 20 }, (_, index) => `${index} `.padEnd(1_000, 'b'));

const folder = new AuthFolder();
const key = makeKey('EdDSA');
const sessions: LiveSession[] = [];
let server: TestServer;
let b: LiveSession;
const greedy: LiveSession[] = [];

async function open(tenant: string): Promise<LiveSession> {
  const session = await LiveSession.open(server.busUrl, mintToken(key, { tenant, sub: `svc-${tenant}` }));
  sessions.push(session);
  return session;
}

/** Until it is refused. @returns how often it was not, and the refusal */
async function repeat(act: (index: number) => Promise<unknown>): Promise<{ count: number; refused: string }> {
  for (let count = 0; count <= TOTAL; count += 1) {
    try {
      await act(count);
    } catch (error) {
      return { count, refused: error instanceof Error ? error.message : String(error) };
    }
  }
  throw new Error(`not refused after ${TOTAL}`);
}

const create = (session: LiveSession, room: string) =>
  repeat((index) => session.client.ask({ command: { createChannel: { room, channel: `c${index}` } } }));

function event(id: string, channel: string, payload: Uint8Array): wire.IEnvelope {
  const { EVENT: type } = wire.MessageType;
  return { version: 1, type, id, room: 'all', channel, payload, wantAck: true };
}

/** Close codes of those of A that are gone. */
const evicted = () => greedy.flatMap(({ client: { closedWith } }) => (closedWith === null ? [] : [closedWith]));

async function history(session: LiveSession, room: string, channel: string): Promise<string[]> {
  const { commandResult } = await session.client.ask({ command: { history: { room, channel, limit: 100 } } });
  const envelopes = (commandResult?.history?.envelopes ?? []).map((bytes) => wire.Envelope.decode(bytes));
  return envelopes.map(({ payload }) => Buffer.from(payload).toString());
}

describe('a tenant at all its limits', () => {
  beforeAll(async () => {
    server = await startTestServer(`${LIMITS}${folder.jwtWithKeys([key])}`);
    b = await open('b');
    for (const text of KEPT) expect(await b.publish('mine', 'kept', text)).toBe('ack');
  }, 30_000);
  afterAll(async () => {
    for (const { client } of sessions) client.destroy();
    await server.close();
    folder.remove();
  });

  it('[T-TEN-2] gets every connection that is not kept for others, and none of those', async () => {
    const { count, refused } = await repeat(async () => greedy.push(await open('a')));
    expect({ count, refused }).toEqual({ count: GREEDY_MAX, refused: 'LIMIT_EXCEEDED: limits.connections_max' });
  });

  it('[T-TEN-2] likewise channels', async () => {
    const [a] = greedy as [LiveSession];
    expect(await create(a, 'all')).toEqual({ count: GREEDY_MAX, refused: 'LIMIT_EXCEEDED: limits.channels_max' });
    expect(await a.publish('all', 'one-more')).toBe('LIMIT_EXCEEDED');
  });

  it('[T-TEN-2] fills memory with history many times over, as fast as its rate lets it', async () => {
    const [a] = greedy as [LiveSession];
    const payload = Buffer.alloc(1_000, 'a');
    for (let frame = 0; frame < 30; frame += 1) {
      a.client.send(
        ...Array.from({ length: 100 }, (_, index) => event(`f${frame}-${index}`, `c${index % GREEDY_MAX}`, payload)),
      );
      // Both at once: B is answered while A floods.
      if (frame % 10 === 0) expect(await b.publish('mine', 'live', 'meanwhile')).toBe('ack');
    }
    const refusals = () => a.told.flatMap(({ envelope: { error } }) => (error ? [`${error.name} ${error.field}`] : []));
    await waitFor(() => refusals().includes('RATE_LIMITED limits.rates.tenant'), 'the rate to be reached', 20_000);
    const answered = () => a.told.filter(({ envelope: { ack, error } }) => ack ?? error).length;
    for (let seen = -1; seen !== answered();) {
      seen = answered();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const acks = a.told.filter(({ envelope }) => envelope.ack).length;
    expect(acks).toBeGreaterThanOrEqual(400);
    expect((await history(a, 'all', 'c0')).length).toBeLessThan(acks / GREEDY_MAX);
  }, 40_000);

  it('[T-TEN-2] fills the budget of unfinished messages, makes room for itself alone, and comes back', async () => {
    const half = clientFrame(Buffer.alloc(200_000)).subarray(0, 80_000);
    for (const { client } of greedy.slice(1)) client.socket.write(half);
    // 29 of them are more than 2 MiB: at least three have to go.
    await waitFor(() => evicted().length >= 3, 'the first to be closed');
    for (let seen = 0; seen !== evicted().length;) {
      seen = evicted().length;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const { count, refused } = await repeat(async () => greedy.push(await open('a')));
    expect({ count, refused }).toEqual({
      count: evicted().length,
      refused: 'LIMIT_EXCEEDED: limits.connections_max',
    });
    expect(count).toBeLessThan(6);
  });

  it('[T-TEN-2] leaves another its history, to the first message', async () => {
    expect(await history(b, 'mine', 'kept')).toEqual(KEPT);
  });

  it('[T-TEN-2] and its channels: up to the share, and not one more', async () => {
    // `kept` and `live` are there already.
    expect(await create(b, 'new')).toEqual({ count: SHARE - 2, refused: 'LIMIT_EXCEEDED: limits.channels_max' });
    expect(await b.publish('new', 'c0')).toBe('ack');
  });

  it('[T-TEN-2] and its connections, likewise', async () => {
    const { count, refused } = await repeat(() => open('b'));
    expect(count).toBe(SHARE - 1);
    // By now the server itself is full.
    expect(refused).toContain('HTTP/1.1 503');
  });

  it('[T-TEN-2] and room for a message as large as any, which comes slowly', async () => {
    const last = sessions.at(-1) as LiveSession;
    const before = evicted().length;
    const payload = Buffer.alloc(64_900, 'b');
    const ids = ['w', 'x', 'y', 'z'];
    const whole = wire.Frame.encode({ envelopes: ids.map((id) => ({ ...event(id, 'c1', payload), room: 'new' })) });
    const bytes = clientFrame(whole.finish());
    expect(bytes.length).toBeGreaterThan(FRAME_BYTES_MAX * 0.98);
    for (let from = 0; from < bytes.length; from += 40_000) {
      last.client.socket.write(bytes.subarray(from, from + 40_000));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const acked = () => last.told.flatMap(({ envelope }) => (envelope.ack ? [envelope.correlationId] : []));
    await waitFor(() => acked().length === ids.length, 'the acks');
    expect(acked()).toEqual(ids);
    await waitFor(() => evicted().length > before, 'the other to make room');
    expect(new Set(evicted())).toEqual(new Set([wire.CloseCode.SERVER_BUSY]));
    expect(sessions.filter((each) => !greedy.includes(each) && each.client.closedWith !== null)).toEqual([]);
  });
});
