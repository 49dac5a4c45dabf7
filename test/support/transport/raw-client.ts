/** A TCP client that speaks as much or as little WebSocket as a test wants, and never does anything by itself. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { clientFrame, type FrameShape } from './client-frames.js';
import { envelopesOfStream, readServerFrames, type ServerFrame } from './server-messages.js';

const HEADER_END = '\r\n\r\n';

export class RawClient {
  readonly #chunks: Buffer[] = [];
  closed = false;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    // A reset is one of the ways in which a server may let go; `closed` says that it did.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => (this.closed = true));
  }

  /** Over a socket that is connected already, a TLS socket for example. */
  static over(socket: Socket): RawClient {
    return new RawClient(socket);
  }

  /** @param allowHalfOpen whether to keep the own side open when the server has ended its side. */
  static async connect(port: number, allowHalfOpen = false): Promise<RawClient> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen });
    socket.setNoDelay(true);
    const client = new RawClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** Connects and upgrades; fails when the server does not answer 101. */
  static async open(port: number, allowHalfOpen = false): Promise<RawClient> {
    const client = await RawClient.connect(port, allowHalfOpen);
    client.send(upgradeRequest());
    const status = await client.status();
    if (status !== 101) throw new Error(`the upgrade was answered with ${status}`);
    return client;
  }

  send(bytes: Uint8Array | string): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  sendFrame(payload: Uint8Array, shape?: FrameShape): void {
    this.send(clientFrame(payload, shape));
  }

  /** Everything received so far. */
  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** HTTP status once the response's headers are complete. */
  async status(): Promise<number> {
    await waitFor(() => this.closed || this.received.includes(HEADER_END), 'an HTTP response');
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.received.toString('latin1'))?.[1] ?? 0);
  }

  get frames(): ServerFrame[] {
    return readServerFrames(this.stream).frames;
  }

  /** What followed the HTTP response. */
  get stream(): Buffer {
    const received = this.received;
    const end = received.indexOf(HEADER_END);
    return end < 0 ? Buffer.alloc(0) : received.subarray(end + HEADER_END.length);
  }

  get envelopes() {
    return envelopesOfStream(this.stream);
  }

  /** Code of the server's close frame; null while there is none. */
  get closeCode(): number | null {
    const close = this.frames.find((frame) => frame.opcode === 8);
    return close === undefined ? null : close.payload.readUInt16BE(0);
  }

  async untilClosed(withinMs?: number): Promise<void> {
    await waitFor(() => this.closed, 'the server to close', withinMs);
  }

  destroy(): void {
    this.socket.destroy();
  }
}

export function upgradeRequest(
  headers: readonly string[] = [],
  { protocol = 'arqonbus.v1', path = '/' }: { protocol?: string | null; path?: string } = {},
): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ...(protocol === null ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
    ...headers,
  ];
  return `${lines.join('\r\n')}${HEADER_END}`;
}

/** Looks every few milliseconds until the condition holds; fails naming what it waited for. */
export async function waitFor(condition: () => boolean, what: string, withinMs = 5_000): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
