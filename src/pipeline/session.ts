/** One authenticated connection: who it is, what it may do, and where its bytes go. Ends with the connection. */
import { compileGrants, type Authorizer } from '../auth/authorize.js';
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
  /** Serialized `sender` and `subject`, appended to every message this session sends. */
  readonly senderStamp: Uint8Array;
  readonly targets = new PublishTargets();
  readonly #connection: Connection;
  #principal: Principal;
  #authorizer: Authorizer;

  constructor(connection: Connection, principal: Principal, member: RosterMember) {
    this.#connection = connection;
    this.#principal = principal;
    this.#authorizer = compileGrants(principal);
    this.clientId = member.clientId;
    this.tenant = principal.tenant;
    this.member = member;
    this.senderStamp = encodeSenderStamp(member.clientId, principal.subject);
  }

  get subscriber(): Subscriber {
    return this;
  }

  get connectionId(): number {
    return this.#connection.info.connectionId;
  }

  get remoteAddress(): string {
    return this.#connection.info.remoteAddress;
  }

  get principal(): Principal {
    return this.#principal;
  }

  get authorizer(): Authorizer {
    return this.#authorizer;
  }

  /** After a refresh: new grants count from the next envelope on, so decisions made under the old ones are dropped. */
  replacePrincipal(principal: Principal): void {
    this.#principal = principal;
    this.#authorizer = compileGrants(principal);
    this.targets.clear();
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
