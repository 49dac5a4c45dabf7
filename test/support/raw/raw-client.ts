/** A client on a bare TCP socket: for bytes no WebSocket library would send, and for readers that stop reading. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { wire } from '../../../src/protocol/codec.js';
import { SUBPROTOCOL } from '../../../src/protocol/version.js';
import { clientFrame } from '../transport/client-frames.js';
import { readServerFrames } from '../transport/server-messages.js';

export class RawClient {
  readonly socket: Socket;
  onEnvelope: (envelope: wire.IEnvelope) => void = () => undefined;
  /** Close code of the server's close frame; 1006 where the socket ended without one. */
  closedWith: number | null = null;
  #rest: Buffer = Buffer.alloc(0);
  readonly #closed: Promise<number>;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.#closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.closedWith ??= 1006;
        resolve(this.closedWith);
      });
    });
    // A peer that cuts us off shows as a reset; the close above is what tests look at.
    socket.on('error', () => socket.destroy());
  }

  /**
   * Connects and upgrades.
   * @param headers lines of the request, each `Name: value`
   * @throws Error with the head of any other answer
   */
  static async open(url: string, headers: readonly string[] = []): Promise<RawClient> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    await once(socket, 'connect');
    const client = new RawClient(socket);
    socket.write(
      `GET / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: ${SUBPROTOCOL}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`,
    );
    await client.#readUpgrade();
    return client;
  }

  /** Connects, upgrades and opens a session. */
  static async welcome(url: string): Promise<RawClient> {
    const client = await RawClient.open(url);
    await client.ask({ hello: { sdk: 'raw' } });
    return client;
  }

  get closed(): Promise<number> {
    return this.#closed;
  }

  /** Sends envelopes as one Frame in one WebSocket message. */
  send(...envelopes: wire.IEnvelope[]): void {
    this.sendMessage(wire.Frame.encode({ envelopes }).finish());
  }

  /** Sends bytes as one binary WebSocket message. */
  sendMessage(bytes: Uint8Array): void {
    this.socket.write(clientFrame(bytes));
  }

  /** Sends a hello or command and waits for what is answered to it. */
  ask(body: { hello?: wire.IHello; command?: wire.ICommand }): Promise<wire.IEnvelope> {
    const id = `ask-${Math.random().toString(36).slice(2)}`;
    const previous = this.onEnvelope;
    return new Promise((resolve, reject) => {
      this.onEnvelope = (envelope) => {
        if (envelope.correlationId !== id) return previous(envelope);
        this.onEnvelope = previous;
        if (envelope.error) reject(new Error(`${envelope.error.name}: ${envelope.error.field}`));
        else resolve(envelope);
      };
      this.send({ version: 1, type: wire.MessageType.COMMAND, id, ...body });
    });
  }

  /** From now on reads and throws away: a healthy peer that costs the test nothing but the reading. */
  discardInput(): void {
    this.socket.removeAllListeners('data');
    this.socket.resume();
  }

  destroy(): void {
    this.socket.destroy();
  }

  async #readUpgrade(): Promise<void> {
    let head = Buffer.alloc(0);
    while (!head.includes('\r\n\r\n')) {
      const [chunk] = (await Promise.race([once(this.socket, 'data'), this.#closed.then(() => [])])) as [Buffer?];
      if (chunk === undefined) throw new Error(`closed before an answer: ${head.toString('latin1')}`);
      head = Buffer.concat([head, chunk]);
    }
    const end = head.indexOf('\r\n\r\n') + 4;
    if (!head.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(head.toString('latin1', 0, end));
    this.socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#receive(head.subarray(end));
  }

  /** RFC 6455, section 5.5.1: a close is answered with a close. */
  #answerClose(payload: Buffer): void {
    this.closedWith = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    if (this.socket.writable) this.socket.end(clientFrame(payload.subarray(0, 2), { opcode: 8 }));
  }

  #receive(chunk: Buffer): void {
    const { frames, rest } = readServerFrames(Buffer.concat([this.#rest, chunk]));
    this.#rest = rest;
    for (const { opcode, payload } of frames) {
      if (opcode === 8) this.#answerClose(payload);
      else if (opcode === 9) this.socket.write(clientFrame(payload, { opcode: 10 }));
      else if (opcode === 2) for (const envelope of wire.Frame.decode(payload).envelopes) this.onEnvelope(envelope);
    }
  }
}
