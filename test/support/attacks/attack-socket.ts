/** A TCP connection in hostile hands: nothing it sends has to be right, and nothing it receives has to be read. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { wire } from '../../../src/protocol/codec.js';
import { SUBPROTOCOL } from '../../../src/protocol/version.js';
import { clientFrame } from '../transport/client-frames.js';
import { readServerFrames } from '../transport/server-messages.js';
import type { Field } from './attack.js';

/** Attackers have addresses of their own, so that what is counted per address is not counted to healthy clients. */
const ADDRESSES_FIRST = 2;
const ADDRESSES_MAX = 200;

/** @param index of a group of sockets that share an address */
export function attackerAddress(index: number): string {
  return `127.0.0.${ADDRESSES_FIRST + (index % ADDRESSES_MAX)}`;
}

export function upgradeRequest(url: string): string {
  return (
    `GET / HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: ${SUBPROTOCOL}\r\n\r\n`
  );
}

export class AttackSocket {
  readonly socket: Socket;
  /** Settles when the socket is gone, with the code of the server's close frame, else 1006. */
  readonly closed: Promise<number>;
  closeCode: number | null = null;
  onEnvelope: (envelope: wire.IEnvelope) => void = () => undefined;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket;
    // Being cut off shows as a reset; the code is what attacks look at.
    socket.on('error', () => socket.destroy());
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.closeCode ??= 1006;
        resolve(this.closeCode);
      });
    });
  }

  /** @returns null where the server, or the system, took no more connections. */
  static async connect(field: Field, group = 0): Promise<AttackSocket | null> {
    const { hostname, port } = new URL(field.url);
    const socket = connect({ port: Number(port), host: hostname, localAddress: attackerAddress(group), noDelay: true });
    const attacker = new AttackSocket(socket);
    await Promise.race([once(socket, 'connect').catch(() => undefined), attacker.closed]);
    return attacker.open ? attacker : null;
  }

  /** Connects and upgrades. @returns the HTTP status where that was refused, 0 where nobody answered */
  static async upgrade(field: Field, group = 0): Promise<AttackSocket | number> {
    const attacker = await AttackSocket.connect(field, group);
    if (attacker === null) return 0;
    attacker.socket.write(upgradeRequest(field.url));
    const status = await attacker.#readStatus();
    if (status === 101) return attacker;
    attacker.destroy();
    return status;
  }

  /** Connects, upgrades and opens a session. @returns null where one of that was refused */
  static async session(field: Field, group = 0): Promise<AttackSocket | null> {
    const attacker = await AttackSocket.upgrade(field, group);
    if (typeof attacker === 'number') return null;
    const welcomed = new Promise<boolean>((resolve) => {
      attacker.onEnvelope = (envelope) => resolve(Boolean(envelope.welcome));
    });
    attacker.send({
      version: 1,
      type: wire.MessageType.COMMAND,
      id: 'hello',
      hello: { sdk: 'raw', token: field.credential },
    });
    const open = await Promise.race([welcomed, attacker.closed.then(() => false)]);
    attacker.onEnvelope = () => undefined;
    if (open) return attacker;
    attacker.destroy();
    return null;
  }

  get open(): boolean {
    return !this.socket.destroyed && this.socket.readyState === 'open';
  }

  /** Sends envelopes as one Frame in one WebSocket message. */
  send(...envelopes: wire.IEnvelope[]): void {
    this.socket.write(clientFrame(wire.Frame.encode({ envelopes }).finish()));
  }

  /** Sends bytes as they are, and waits until the kernel took them or the socket is gone. */
  async write(bytes: Uint8Array): Promise<void> {
    if (!this.open || this.socket.write(bytes)) return;
    await Promise.race([once(this.socket, 'drain').catch(() => undefined), this.closed]);
  }

  /** From now on reads and throws away. Nobody notices a close frame then; that the socket ends, they do. */
  discardInput(): void {
    this.socket.removeAllListeners('data');
    this.socket.resume();
  }

  destroy(): void {
    this.socket.destroy();
  }

  async #readStatus(): Promise<number> {
    let head = Buffer.alloc(0);
    while (!head.includes('\r\n\r\n')) {
      const chunk = await Promise.race([
        once(this.socket, 'data').then(
          ([data]) => data as Buffer,
          () => null,
        ),
        this.closed.then(() => null),
      ]);
      if (chunk === null) return 0;
      head = Buffer.concat([head, chunk]);
    }
    const end = head.indexOf('\r\n\r\n') + 4;
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head.toString('latin1', 0, end))?.[1] ?? 0);
    if (status === 101) {
      this.socket.on('data', (chunk: Buffer) => this.#receive(chunk));
      this.#receive(head.subarray(end));
    }
    return status;
  }

  #receive(chunk: Buffer): void {
    const { frames, rest } = readServerFrames(this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]));
    this.#rest = rest;
    for (const { opcode, payload } of frames) {
      if (opcode === 8) {
        this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        if (this.socket.writable) this.socket.end(clientFrame(payload.subarray(0, 2), { opcode: 8 }));
      } else if (opcode === 9) this.socket.write(clientFrame(payload, { opcode: 10 }));
      else if (opcode === 2) for (const envelope of wire.Frame.decode(payload).envelopes) this.onEnvelope(envelope);
    }
  }
}
