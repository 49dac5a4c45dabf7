import { afterEach, describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../src/protocol/codec.js';
import { RawClient } from '../support/raw/raw-client.js';
import { spawnServer, type SpawnedServer } from '../support/raw/spawned-server.js';

const { MessageType, CloseCode } = wire;

let server: SpawnedServer | null = null;

afterEach(async () => {
  await server?.end('SIGKILL');
  server = null;
});

async function joined(url: string): Promise<{ client: RawClient; received: wire.IEnvelope[] }> {
  const client = await RawClient.welcome(url);
  const received: wire.IEnvelope[] = [];
  client.onEnvelope = (envelope) => received.push(envelope);
  await client.ask({ command: { join: { room: 'r', channel: 'c' } } });
  return { client, received };
}

describe('SIGTERM [P10]', () => {
  it('tells clients to go away, hands over what was accepted, closes with 4000 and exits 0', async () => {
    server = await spawnServer();
    const { client, received } = await joined(server.url);
    const publisher = await RawClient.welcome(server.url);
    const acks: wire.IEnvelope[] = [];
    publisher.onEnvelope = (envelope) => acks.push(envelope);

    let sent = 0;
    const publishing = setInterval(() => {
      for (let count = 0; count < 20; count += 1) {
        sent += 1;
        publisher.send({ version: 1, type: MessageType.EVENT, id: `m${sent}`, room: 'r', channel: 'c', wantAck: true });
      }
    }, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const exit = server.end('SIGTERM');
    const [code] = await Promise.all([client.closed, publisher.closed]);
    clearInterval(publishing);

    expect(await exit).toBe(0);
    expect(code).toBe(CloseCode.GOING_AWAY);
    expect(received.filter((envelope) => envelope.goAway)).toHaveLength(1);
    const goAway = received.find((envelope) => envelope.goAway)?.goAway;
    expect(goAway).toMatchObject({ deadlineMs: 10_000, retryMinMs: 500, retryMaxMs: 5_000 });

    const accepted = acks.filter((envelope) => envelope.ack).map((envelope) => envelope.correlationId);
    const delivered = new Set(received.filter((envelope) => envelope.type === MessageType.EVENT).map(({ id }) => id));
    expect(accepted.length).toBeGreaterThan(100);
    expect(accepted.filter((id) => !delivered.has(id ?? ''))).toEqual([]);
    const sequences = received
      .filter((envelope) => envelope.type === MessageType.EVENT)
      .map((e) => readUint64(e.sequence));
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it('answers publishes that come too late with SHUTTING_DOWN or an ack, never with silence and a lost message', async () => {
    server = await spawnServer();
    const client = await RawClient.welcome(server.url);
    const answers = new Map<string, string>();
    client.onEnvelope = ({ correlationId, ack, error }) => {
      if (correlationId) answers.set(correlationId, ack ? 'ack' : (error?.name ?? ''));
    };
    const exit = server.end('SIGTERM');
    for (let index = 0; index < 200 && client.closedWith === null; index += 1) {
      client.send({ version: 1, type: MessageType.EVENT, id: `late${index}`, room: 'r', channel: 'c', wantAck: true });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await exit).toBe(0);
    expect(new Set(answers.values()).size).toBeGreaterThan(0);
    for (const answer of answers.values()) expect(['ack', 'SHUTTING_DOWN']).toContain(answer);
  });

  it('waits for a reader that has stopped no longer than the drain timeout', async () => {
    server = await spawnServer('server: { drain_timeout: 1s }\nlimits: { outbox_bytes_max: 64MiB }\n');
    const stopped = await fillQueueOfStoppedReader(server.url);
    // The default heartbeat would let it live for 35 s: only the drain timeout can end this in time.
    expect(await server.end('SIGTERM')).toBe(0);
    stopped.destroy();
  }, 25_000);

  it('stops at once at the second signal', async () => {
    server = await spawnServer('server: { drain_timeout: 2m }\nlimits: { outbox_bytes_max: 64MiB }\n');
    const stopped = await fillQueueOfStoppedReader(server.url);
    const watcher = await RawClient.welcome(server.url);
    const goAway = new Promise((resolve) => {
      watcher.onEnvelope = (envelope) => envelope.goAway && resolve(envelope);
    });
    const { process: child } = server;
    const exit = server.end('SIGTERM');
    await goAway;
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    stopped.destroy();
  }, 25_000);
});

/** A member that reads nothing, with more queued for it than the kernel takes. */
async function fillQueueOfStoppedReader(url: string): Promise<RawClient> {
  const { client } = await joined(url);
  client.socket.pause();
  const publisher = await RawClient.welcome(url);
  const payload = Buffer.alloc(60_000);
  for (let index = 0; index < 300; index += 1) {
    publisher.send({ version: 1, type: MessageType.EVENT, id: `m${index}`, room: 'r', channel: 'c', payload });
  }
  await publisher.ask({ command: { ping: {} } });
  return client;
}
