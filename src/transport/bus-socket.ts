/**
 * The WebSocket class handed to `ws`, with a typed place for its connection. All that `ws` and the socket tell goes
 * there directly: an idle connection owns no closures and no table of listeners.
 */
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** What is told of a socket. */
export interface SocketEvents {
  handleMessage(data: Buffer, isBinary: boolean): void;
  handleControlFrame(): void;
  handleProtocolError(error: Error): void;
  handleClose(code: number): void;
  handleChunk(chunk: Buffer): void;
}

export class BusSocket extends WebSocket {
  events: SocketEvents | null = null;

  /** Each event has exactly one receiver; as listeners they would take 250 bytes per connection. */
  override emit(event: string | symbol, first?: unknown, second?: unknown): boolean {
    const { events } = this;
    if (events === null) return super.emit(event, first, second);
    switch (event) {
      case 'message':
        // binaryType stays 'nodebuffer', so it is a Buffer.
        if (Buffer.isBuffer(first)) events.handleMessage(first, second === true);
        return true;
      case 'ping':
      case 'pong':
        events.handleControlFrame();
        return true;
      case 'error':
        events.handleProtocolError(first instanceof Error ? first : new Error(String(first)));
        return true;
      case 'close':
        events.handleClose(Number(first));
        return true;
      default:
        return super.emit(event, first, second);
    }
  }
}

/** `arqonbus` is ours alone; a symbol cannot collide with what `ws` and Node keep on their sockets. */
const events = Symbol('arqonbus');
type TappedSocket = Socket & { [events]?: SocketEvents };

/** Must run in the tick of the upgrade: a bad first frame that nobody handles would end the process. [P8] */
export function attachEvents(webSocket: BusSocket, socket: Socket, target: SocketEvents): void {
  webSocket.events = target;
  const tapped: TappedSocket = socket;
  tapped[events] = target;
  // After the listener of `ws`, so that what it completes has been handed on.
  tapped.on('data', onChunk);
}

function onChunk(this: TappedSocket, chunk: Buffer): void {
  this[events]?.handleChunk(chunk);
}
