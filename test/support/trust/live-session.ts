/** One authenticated session on a bare socket that keeps all it is told, with the time at which it was told. */
import { performance } from 'node:perf_hooks';
import { wire } from '../../../src/protocol/codec.js';
import { RawClient } from '../raw/raw-client.js';

export interface Told {
  readonly atMs: number;
  readonly envelope: wire.IEnvelope;
}

export class LiveSession {
  readonly told: Told[] = [];
  closedAtMs = Infinity;
  #sent = 0;

  private constructor(readonly client: RawClient) {
    client.onEnvelope = (envelope) => this.told.push({ atMs: performance.now(), envelope });
    void client.closed.then(() => (this.closedAtMs = performance.now()));
  }

  /** @throws Error with the name of the refusal */
  static async open(url: string, token: string): Promise<LiveSession> {
    const session = new LiveSession(await RawClient.open(url));
    await session.client.ask({ hello: { sdk: 'live', token } });
    return session;
  }

  join(room: string, channel: string): Promise<wire.IEnvelope> {
    return this.client.ask({ command: { join: { room, channel } } });
  }

  refresh(token: string): Promise<wire.IEnvelope> {
    return this.client.ask({ command: { refreshToken: { token } } });
  }

  /** Publishes and waits for the answer: `ack`, the name of the error, or `closed`. */
  publish(room: string, channel: string, text = 'x'): Promise<string> {
    const id = `p-${(this.#sent += 1)}`;
    const type = wire.MessageType.EVENT;
    this.client.send({ version: 1, type, id, room, channel, payload: Buffer.from(text), wantAck: true });
    const answerTo = () => this.told.find(({ envelope }) => envelope.correlationId === id)?.envelope;
    return this.#until(() => {
      const answer = answerTo();
      if (answer !== undefined) return answer.error?.name ?? 'ack';
      return this.client.closedWith === null ? null : 'closed';
    });
  }

  /** Messages of channels, as text. */
  get messages(): string[] {
    const events = this.told.filter(({ envelope }) => envelope.type === wire.MessageType.EVENT);
    return events.map(({ envelope }) => Buffer.from(envelope.payload ?? []).toString());
  }

  /** Errors that answer nothing, each as `NAME field room:channel`. */
  get notices(): string[] {
    return this.told.flatMap(({ envelope }) => {
      const { error, correlationId, room, channel } = envelope;
      if (!error || correlationId) return [];
      return [`${error.name} ${error.field} ${room ? `${room}:${channel}` : ''}`.trim().replaceAll('  ', ' ')];
    });
  }

  async #until(read: () => string | null): Promise<string> {
    const deadlineMs = performance.now() + 10_000;
    for (;;) {
      const value = read();
      if (value !== null) return value;
      if (performance.now() > deadlineMs) throw new Error('no answer within 10 s');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
