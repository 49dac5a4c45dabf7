/**
 * One authenticated connection: who it is, what it may do, and where its bytes go. Ends with the connection.
 *
 * Most sessions are idle most of the time, so what only publishing needs is made by the first publish.
 */
import { authorizerOf, type Authorizer } from '../auth/authorize.js';
import type { Principal } from '../auth/principal.js';
import type { Clock } from '../base/clock.js';
import type { CommandSession } from '../commands/command.js';
import type { CloseCode } from '../protocol/close-code.js';
import type { ChannelBatch } from '../protocol/entry.js';
import { encodeSenderStamp } from '../protocol/stamp.js';
import type { Subscriber } from '../routing/subscriber.js';
import type { RosterMember } from '../storage/roster.js';
import type { Connection } from '../transport/connection.js';
import { PublishTargets } from './publish-target.js';
import type { SessionEndReason } from './session-end.js';

export class Session implements Subscriber, CommandSession {
  readonly clientId: string;
  readonly tenant: string;
  /** How others see this client in presence. */
  readonly member: RosterMember;
  /** Why the bus ended it; null while it has not. */
  endedBecause: SessionEndReason | null = null;
  readonly #connection: Connection;
  readonly #clock: Pick<Clock, 'nowMs'>;
  #authorizer: Authorizer;
  #senderStamp: Uint8Array | null = null;
  #targets: PublishTargets | null = null;

  constructor(connection: Connection, principal: Principal, member: RosterMember, clock: Pick<Clock, 'nowMs'>) {
    this.#connection = connection;
    this.#clock = clock;
    this.#authorizer = authorizerOf(principal, clock);
    this.clientId = member.clientId;
    this.tenant = principal.tenant;
    this.member = member;
  }

  /** Serialized `sender` and `subject`, appended to every message this session sends. */
  get senderStamp(): Uint8Array {
    // A copy of its own: what the encoder returns is a view that would keep a pool of 8 KB alive.
    this.#senderStamp ??= new Uint8Array(encodeSenderStamp(this.clientId, this.member.subject));
    return this.#senderStamp;
  }

  /** Where this session has published to. */
  get targets(): PublishTargets {
    this.#targets ??= new PublishTargets();
    return this.#targets;
  }

  get subscriber(): Subscriber {
    return this;
  }

  get connectionId(): number {
    return this.#connection.info.connectionId;
  }

  get subject(): string {
    return this.member.subject;
  }

  get remoteAddress(): string {
    return this.#connection.info.remoteAddress;
  }

  get principal(): Principal {
    return this.#authorizer.principal;
  }

  get authorizer(): Authorizer {
    return this.#authorizer;
  }

  /** The credential's time is over: nothing more may be accepted, what was decided before included. [T-AUTH-6] */
  get expired(): boolean {
    return this.#authorizer.expired();
  }

  /** After a refresh: new grants count from the next envelope on, so decisions made under the old ones are dropped. */
  replacePrincipal(principal: Principal): void {
    this.#authorizer = authorizerOf(principal, this.#clock);
    this.#targets = null;
  }

  /** Sends what is queued, then closes. */
  close(code: CloseCode, reason: string): void {
    this.#connection.close(code, reason);
  }

  get queuedBytes(): number {
    return this.#connection.queuedBytes;
  }

  enqueueBatch(batch: ChannelBatch): void {
    this.#connection.enqueueBatch(batch);
  }

  enqueueFrame(frame: Uint8Array): void {
    this.#connection.enqueueFrame(frame);
  }

  whenDrained(fn: () => void): void {
    this.#connection.whenDrained(fn);
  }
}
