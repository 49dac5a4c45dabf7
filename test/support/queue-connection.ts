/** A connection that is nothing but a queue of a given length, which empties when the test says so. */
import type { Connection } from '../../src/transport/connection.js';

export class QueueConnection implements Connection {
  readonly info = {
    connectionId: 1,
    remoteAddress: '127.0.0.1',
    viaProxy: false,
    credential: null,
    peerCertificateSha256: null,
    assertedPrincipal: null,
  };
  readonly frames: Uint8Array[] = [];
  closedWith: number | null = null;
  queuedBytes: number;

  constructor(queuedBytes: number) {
    this.queuedBytes = queuedBytes;
  }

  get open(): boolean {
    return this.closedWith === null;
  }

  enqueueBatch(): void {
    throw new Error('a drain sends no batches of its own');
  }

  enqueueFrame(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  whenDrained(fn: () => void): void {
    fn();
  }

  assignTenant(): void {
    throw new Error('nobody says hello on this connection');
  }

  pauseInput(): void {
    throw new Error('nothing is read from this connection');
  }

  close(code: number): void {
    this.closedWith ??= code;
  }

  /** The reader has read everything. */
  drop(): void {
    this.queuedBytes = 0;
  }
}
