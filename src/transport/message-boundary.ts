/**
 * Finds where inbound WebSocket messages end, without looking at their payloads, so that the memory of unfinished ones
 * can be counted (RFC 6455, section 5.2). Validity is judged by `ws`; on a stream that `ws` refuses the answers here
 * mean nothing and the connection is closing anyway.
 */

/** Per queued chunk the receiver keeps a Buffer object; a peer that sends single bytes makes it dwarf its content. */
const CHUNK_OVERHEAD_BYTES = 256;

const FIN = 0x80;
const OPCODE = 0x0f;
const FIRST_CONTROL_OPCODE = 8;

export class MessageBoundary {
  /** First byte of the current frame: FIN and opcode. */
  #first = 0;
  #headerSeen = 0;
  /** Bytes of the current frame's header; known from its second byte on. */
  #headerBytes = 2;
  #extendedBytes = 0;
  /** Payload length as far as the header was read. */
  #length = 0;
  #payloadLeft = 0;
  /** Inside a message of several frames. */
  #fragmented = false;
  #retainedBytes = 0;

  /** Bytes the receiver may hold for a message that is not complete, chunks counted whole. */
  get retainedBytes(): number {
    return this.#retainedBytes;
  }

  /** Takes the next chunk of the stream; returns the change of `retainedBytes`. */
  push(chunk: Uint8Array): number {
    const before = this.#retainedBytes;
    let completed = false;
    let pos = 0;
    while (pos < chunk.length) {
      if (this.#payloadLeft > 0) {
        const step = Math.min(this.#payloadLeft, chunk.length - pos);
        pos += step;
        this.#payloadLeft -= step;
      } else {
        this.#readHeader(chunk[pos] ?? 0);
        pos += 1;
      }
      if (this.#payloadLeft === 0 && this.#headerSeen === 0 && this.#endFrame()) completed = true;
    }
    if (this.#headerSeen === 0 && this.#payloadLeft === 0 && !this.#fragmented) this.#retainedBytes = 0;
    // A rest of a few bytes keeps the whole chunk alive, because it is a view into it.
    else this.#retainedBytes = (completed ? 0 : before) + chunk.length + CHUNK_OVERHEAD_BYTES;
    return this.#retainedBytes - before;
  }

  /** Leaves `headerSeen` at 0 when the header is complete and `payloadLeft` is set. */
  #readHeader(byte: number): void {
    const index = this.#headerSeen;
    this.#headerSeen += 1;
    if (index === 0) {
      this.#first = byte;
      this.#headerBytes = 2;
      return;
    }
    if (index === 1) {
      const length = byte & 0x7f;
      this.#extendedBytes = length === 126 ? 2 : length === 127 ? 8 : 0;
      this.#length = this.#extendedBytes === 0 ? length : 0;
      this.#headerBytes = 2 + this.#extendedBytes + ((byte & 0x80) === 0 ? 0 : 4);
    } else if (index < 2 + this.#extendedBytes) {
      this.#length = this.#length * 256 + byte;
    }
    if (this.#headerSeen < this.#headerBytes) return;
    this.#headerSeen = 0;
    this.#payloadLeft = this.#length;
  }

  /** Whether the frame that just ended completes a data message, or is a control frame outside of one. */
  #endFrame(): boolean {
    if ((this.#first & OPCODE) < FIRST_CONTROL_OPCODE) this.#fragmented = (this.#first & FIN) === 0;
    return !this.#fragmented;
  }
}
