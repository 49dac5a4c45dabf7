/**
 * The WebSocket class handed to `ws`, with a typed place for its connection, so that one listener function serves all
 * connections: an idle connection then owns no closures.
 */
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** What the listeners call. */
export interface SocketEvents {
  handleMessage(data: Buffer, isBinary: boolean): void;
  handleControlFrame(): void;
  handleProtocolError(error: Error): void;
  handleClose(code: number): void;
  handleChunk(chunk: Buffer): void;
}

export class BusSocket extends WebSocket {
  events: SocketEvents | null = null;
}

/** `arqonbus` is ours alone; a symbol cannot collide with what `ws` and Node keep on their sockets. */
const events = Symbol('arqonbus');
type TappedSocket = Socket & { [events]?: SocketEvents };

/** Must run in the tick of the upgrade: a bad first frame without an 'error' listener would end the process. [P8] */
export function attachEvents(webSocket: BusSocket, socket: Socket, target: SocketEvents): void {
  webSocket.events = target;
  webSocket.on('message', onMessage);
  webSocket.on('ping', onControlFrame);
  webSocket.on('pong', onControlFrame);
  webSocket.on('error', onError);
  webSocket.on('close', onClose);
  const tapped: TappedSocket = socket;
  tapped[events] = target;
  // After the listener of `ws`, so that what it completes has been handed on.
  tapped.on('data', onChunk);
}

function onMessage(this: WebSocket, data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): void {
  // binaryType stays 'nodebuffer', so `data` is a Buffer; the type covers the other settings of `ws`.
  if (this instanceof BusSocket && Buffer.isBuffer(data)) this.events?.handleMessage(data, isBinary);
}

function onControlFrame(this: WebSocket): void {
  if (this instanceof BusSocket) this.events?.handleControlFrame();
}

function onError(this: WebSocket, error: Error): void {
  if (this instanceof BusSocket) this.events?.handleProtocolError(error);
}

function onClose(this: WebSocket, code: number): void {
  if (this instanceof BusSocket) this.events?.handleClose(code);
}

function onChunk(this: TappedSocket, chunk: Buffer): void {
  this[events]?.handleChunk(chunk);
}
