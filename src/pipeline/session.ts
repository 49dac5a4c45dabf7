/**
 * One authenticated connection: who it is, what it may do, and where its bytes go. Ends with the connection.
 *
 * Most sessions are idle most of the time, so what only publishing needs is made by the first publish.
 */
import { authorizerOf, type Authorizer } from '../auth/authorize.js';
import type { Principal } from '../auth/principal.js';
import type { CommandSession } from '../commands/command.js';
import type { ChannelBatch } from '../protocol/entry.js';
import { encodeSenderStamp } from '../protocol/stamp.js';
import type { Subscriber } from '../routing/subscriber.js';
import type { RosterMember } from '../storage/roster.js';
import type { Connection } from '../transport/connection.js';
import { PublishTargets } from './publish-target.js';

export class Session implements Subscriber, CommandSession {
  readonly clientId: string;
  readonly tenant: string;
  /** How others see this client in presence. */
  readonly member: RosterMember;
  readonly #connection: Connection;
  #authorizer: Authorizer;
  #senderStamp: Uint8Array | null = null;
  #targets: PublishTargets | null = null;

  constructor(connection: Connection, principal: Principal, member: RosterMember) {
    this.#connection = connection;
    this.#authorizer = authorizerOf(principal);
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

  /** After a refresh: new grants count from the next envelope on, so decisions made under the old ones are dropped. */
  replacePrincipal(principal: Principal): void {
    this.#authorizer = authorizerOf(principal);
    this.#targets = null;
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
