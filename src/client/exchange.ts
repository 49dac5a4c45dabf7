/**
 * What was sent and is not settled yet: each entry ends once, by its answer, its deadline, or the end of the client.
 *
 * Entries that may be repeated (publishes carry an id, reads change nothing) survive a lost connection and go out
 * again, in their first order; the others are rejected, because whether they were handled is not known. [P4]
 */
import type { Clock, Timer } from '../base/clock.js';
import { framedBytes } from '../protocol/compact-frame.js';
import type { Envelope } from '../protocol/generated/compact-schema.js';
import type { ConnectionError } from './errors.js';
import { BusError, QueueFullError, TimeoutError } from './errors.js';

export interface Submission<T> {
  readonly id: string;
  /** The serialized envelope. */
  readonly bytes: Uint8Array;
  /** Goes out again after a lost connection. */
  readonly repeatable: boolean;
  readonly timeoutMs: number;
  /** For messages to people: what is waited for. */
  readonly what: string;
  /** The result, once this envelope completes it; undefined while more is needed. Errors reject by themselves. */
  readonly read: (envelope: Envelope) => T | undefined;
  /** The result at the deadline; undefined rejects with TimeoutError. */
  readonly expire?: () => T | undefined;
}

export interface ExchangeOptions {
  readonly clock: Clock;
  readonly messagesMax: number;
  readonly bytesMax: number;
  readonly frameBytesMax: () => number;
  readonly transmit: (bytes: Uint8Array) => void;
}

interface Entry {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly repeatable: boolean;
  sent: boolean;
  /** True when the envelope completed the entry. */
  readonly offer: (envelope: Envelope) => boolean;
  readonly fail: (error: Error) => void;
}

export class Exchange {
  readonly #options: ExchangeOptions;
  /** In the order of submission. */
  readonly #entries = new Set<Entry>();
  /** Ids are the caller's to choose: the same one may be in flight twice. */
  readonly #byId = new Map<string, Entry[]>();
  #bytes = 0;
  #online = false;
  #ended: ConnectionError | null = null;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  submit<T>(submission: Submission<T>): Promise<T> {
    const refused = this.#refusal(submission.bytes.length);
    if (refused !== null) return Promise.reject(refused);
    return new Promise<T>((resolve, reject) => {
      let timer: Timer | null = null;
      const end = (): void => {
        timer?.cancel();
        this.#forget(entry);
      };
      const entry: Entry = {
        id: submission.id,
        bytes: submission.bytes,
        repeatable: submission.repeatable,
        sent: false,
        offer: (envelope) => {
          const result = submission.read(envelope);
          if (result === undefined) return false;
          end();
          resolve(result);
          return true;
        },
        fail: (error) => {
          end();
          reject(error);
        },
      };
      this.#remember(entry);
      timer = this.#options.clock.setTimer(submission.timeoutMs, () => {
        const late = submission.expire?.();
        if (late === undefined) entry.fail(new TimeoutError(submission.what, submission.timeoutMs));
        else {
          end();
          resolve(late);
        }
      });
      if (this.#online) this.#transmit(entry);
    });
  }

  /** Gives an answer to whoever waits for it; false if nobody does. */
  settle(envelope: Envelope): boolean {
    if (envelope.error?.name === 'TOO_MANY_ERRORS') {
      this.#repeatSkipped(BusError.fromWire(envelope.error));
      return true;
    }
    for (const entry of this.#byId.get(envelope.correlationId) ?? []) {
      if (envelope.error !== undefined) {
        // The next connection will take it.
        if (envelope.error.name === 'SHUTTING_DOWN' && entry.repeatable) entry.sent = false;
        else entry.fail(BusError.fromWire(envelope.error, envelope.casil));
        return true;
      }
      if (entry.offer(envelope)) return true;
    }
    return this.#byId.has(envelope.correlationId);
  }

  /** A session is open: what is submitted from now on goes out at once. */
  begin(): void {
    this.#online = true;
  }

  /** Sends what waited for a session, after whatever had to come first. */
  sendWaiting(): void {
    for (const entry of [...this.#entries]) if (!entry.sent) this.#transmit(entry);
  }

  /** The connection is gone; another one will come. */
  interrupt(error: ConnectionError): void {
    this.#online = false;
    for (const entry of [...this.#entries]) {
      if (entry.repeatable) entry.sent = false;
      else if (entry.sent) entry.fail(error);
    }
  }

  /** There will be no other connection. */
  end(error: ConnectionError): void {
    this.#online = false;
    this.#ended = error;
    for (const entry of [...this.#entries]) entry.fail(error);
  }

  #refusal(bytes: number): Error | null {
    const { messagesMax, bytesMax, frameBytesMax } = this.#options;
    if (this.#ended !== null) return this.#ended;
    if (framedBytes(bytes) > frameBytesMax()) return tooLarge(frameBytesMax());
    if (this.#entries.size >= messagesMax) return new QueueFullError('queueMessagesMax', messagesMax);
    if (this.#bytes + bytes > bytesMax) return new QueueFullError('queueBytesMax', bytesMax);
    return null;
  }

  /** A server with smaller limits than the last one would close the connection over it, again and again. */
  #transmit(entry: Entry): void {
    const max = this.#options.frameBytesMax();
    if (framedBytes(entry.bytes.length) > max) return entry.fail(tooLarge(max));
    entry.sent = true;
    this.#options.transmit(entry.bytes);
  }

  /** The server skipped the rest of a Frame and cannot say what was in it: what may be repeated is. [S-PROTO-4] */
  #repeatSkipped(error: BusError): void {
    for (const entry of [...this.#entries]) {
      if (!entry.sent) continue;
      if (entry.repeatable) this.#transmit(entry);
      else entry.fail(error);
    }
  }

  #remember(entry: Entry): void {
    this.#entries.add(entry);
    this.#bytes += entry.bytes.length;
    const same = this.#byId.get(entry.id);
    if (same === undefined) this.#byId.set(entry.id, [entry]);
    else same.push(entry);
  }

  #forget(entry: Entry): void {
    if (!this.#entries.delete(entry)) return;
    this.#bytes -= entry.bytes.length;
    const rest = (this.#byId.get(entry.id) ?? []).filter((other) => other !== entry);
    if (rest.length === 0) this.#byId.delete(entry.id);
    else this.#byId.set(entry.id, rest);
  }
}

function tooLarge(max: number): BusError {
  return new BusError('PAYLOAD_TOO_LARGE', `the envelope does not fit the server's WebSocket message of ${max} bytes`, {
    field: 'frame_bytes_max',
  });
}
