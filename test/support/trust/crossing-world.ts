/** A bus with tenant B on it, and tenant A or not; keeps what B's sessions are sent. */
import type { Principal } from '../../../src/auth/principal.js';
import { configSchema } from '../../../src/config/schema.js';
import type { LimiterOptions } from '../../../src/limits/limiter.js';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../memory-bus.js';
import { UNCOMPARED } from './crossing-commands.js';
import { START_MS } from './crossing-names.js';
import { MARK_OF_A, SESSIONS_PER_TENANT, type Act, type Names, type Step, type Tenant } from './crossing-step.js';
import { describeMessage, type TranscriptNames } from './crossing-transcript.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from './token-authenticator.js';

/** Small enough that programs get past every bound, and every window. */
const CONFIG = configSchema.parse({
  rooms: [
    { match: 'r0', auto_create: true, join_leave_events: true, retention: { age: '30s' } },
    { match: 'r1', auto_create: true, retention: { count: 3, age: '5s' } },
    { match: '*', presence: false },
  ],
  storage: { dedupe_window: '5s' },
  limits: { subscriptions_per_connection_max: 4, channels_per_tenant_max: 6 },
  bans: { rate_refusals: 20 },
});

const perSecond = (messages: number) => ({ messagesPerSecond: messages, bytesPerSecond: 0, burstMs: 1_000 });
const LIMITS: LimiterOptions = {
  rates: {
    connection: perSecond(60),
    subject: perSecond(75),
    tenant: perSecond(90),
    senderPerChannel: perSecond(25),
    entriesMax: 1_000,
  },
  // As many as both may have together, and one of each that is about to be refused.
  connections: { connectionsMax: 10, perAddressMax: 6, perTenantMax: 4, shares: { shareMin: 1, tenants: 2 } },
  bans: { strikesMax: 2, windowMs: 10_000, durationMs: 20_000, durationMaxMs: 60_000, entriesMax: 100 },
  neverBanned: () => false,
};

/** The second session of a tenant may do little, as the first after a refresh with a poor credential. */
const LITTLE = {
  ...ALL_GRANTS,
  subscribe: ['r0:*'],
  history: ['r0:c0'],
  create: ['r0:x.*'],
  publish: ['r0:*', 'r1:c0'],
};

export interface WorldOptions {
  /** Whether A is there. */
  readonly crowded: boolean;
  /** Changes the bus before anyone connects: plants what the campaign must find. */
  readonly plant?: (bus: MemoryBus) => void;
}

export class CrossingWorld {
  readonly transcript: string[] = [];
  /** Envelopes B was sent, and of those, errors by name. */
  envelopes = 0;
  readonly errors: Record<string, number> = {};
  readonly #crowded: boolean;
  readonly #clock = new FakeClock(START_MS);
  readonly #bus: MemoryBus;
  readonly #connections: Record<Tenant, (MemoryConnection | undefined)[]> = { a: [], b: [] };
  readonly #epochs: Record<Tenant, number[]> = { a: [], b: [] };
  /** By tenant and place. */
  readonly #epochsAt = new Map<string, number[]>();
  readonly #clients: Record<Tenant, Map<string, string>> = { a: new Map(), b: new Map() };
  readonly #names: TranscriptNames;
  /** Envelopes of a connection that were looked at. */
  readonly #seen = new Map<MemoryConnection, number>();

  constructor({ crowded, plant }: WorldOptions) {
    this.#crowded = crowded;
    this.#bus = createMemoryBus({
      clock: this.#clock,
      parsedConfig: CONFIG,
      limits: LIMITS,
      authenticator: new TokenAuthenticator(principals(this.#clock.nowMs())),
    });
    this.#names = { clients: this.#clients.b, epoch: (epoch) => `epoch ${this.#learnEpoch('b', epoch)}` };
    plant?.(this.#bus);
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (let session = 0; session < SESSIONS_PER_TENANT; session += 1) {
      await this.#connect('b', session, 'good');
      await this.#connect('a', session, 'good');
    }
    for (const [index, step] of steps.entries()) {
      this.transcript.push(`# ${index} ${step.tenant}${step.session} ${step.label}`);
      await this.#take(step);
      this.#look();
    }
  }

  async #take({ tenant, session, act }: Step): Promise<void> {
    // Time passes for both, whoever waits.
    if (act.kind === 'wait') return this.#clock.advance(act.ms);
    if (tenant === 'a' && !this.#crowded) return;
    if (act.kind === 'crowd') return this.#crowd(tenant, act.connections);
    const current = this.#connections[tenant][session];
    if (act.kind === 'reconnect' || current?.open !== true) {
      current?.close(1000);
      this.#look();
      const { token, hello } = act.kind === 'reconnect' ? act : { token: 'good', hello: {} };
      return this.#connect(tenant, session, token, hello);
    }
    if (act.kind === 'bytes') current.sendBytes(act.bytes);
    else await this.#send(current, act, this.#namesFor(tenant, session));
    this.#bus.tick();
  }

  async #send(connection: MemoryConnection, act: Act & { kind: 'send' }, names: Names): Promise<void> {
    const envelope = act.make(names);
    const copies = Array.from({ length: act.copies }, (_, copy) =>
      act.copies === 1 ? envelope : { ...envelope, id: `${envelope.id ?? ''}-${copy}` },
    );
    connection.send(...copies);
    if (envelope.command?.refreshToken) await settled();
  }

  /** Connections beside the tenant's sessions. */
  async #crowd(tenant: Tenant, connections: number): Promise<void> {
    for (const connection of this.#connections[tenant].slice(SESSIONS_PER_TENANT)) connection?.close(1000);
    this.#look();
    this.#connections[tenant].length = SESSIONS_PER_TENANT;
    for (let index = 0; index < connections; index += 1) {
      await this.#connect(tenant, SESSIONS_PER_TENANT + index, 'good');
      this.#look();
    }
  }

  async #connect(tenant: Tenant, index: number, token: string, hello: wire.IHello = {}): Promise<void> {
    if (tenant === 'a' && !this.#crowded) return;
    const remoteAddress = addressOf(tenant);
    const refused = this.#bus.bus.limiter.openConnection(remoteAddress);
    if (refused !== null) {
      this.#connections[tenant][index] = undefined;
      if (tenant === 'b') this.transcript.push(`b${index} refused by ${refused.limit}, ${refused.retryAfterMs} ms`);
      return;
    }
    const connection = this.#bus.connect({ remoteAddress });
    this.#connections[tenant][index] = connection;
    this.#seen.set(connection, 0);
    const session = Math.min(index, SESSIONS_PER_TENANT - 1);
    const credential = this.#namesFor(tenant, session).token('own', token);
    connection.send({ type: wire.MessageType.COMMAND, id: 'hello', hello: { ...hello, token: credential } });
    await settled();
    this.#bus.tick();
    if (connection.clientId !== '') this.#clients[tenant].set(connection.clientId, `client ${tenant}${index}`);
  }

  #namesFor(tenant: Tenant, session: number): Names {
    const other: Tenant = tenant === 'a' ? 'b' : 'a';
    const of = (whose: 'own' | 'theirs') => (whose === 'own' ? tenant : other);
    return {
      client: (whose, index) =>
        this.#connections[of(whose)][index]?.clientId || `${index === 0 ? 'test' : 'far'}-node.${'z'.repeat(16)}`,
      epoch: (whose, nth, place) => {
        const there =
          place === undefined ? undefined : this.#epochsAt.get(`${of(whose)} ${place.room}:${place.channel}`);
        const known = there ?? this.#epochs[of(whose)];
        return known[nth % Math.max(1, known.length)] ?? 4_000_000_000 + nth;
      },
      token: (whose, kind) => `${of(whose)}${session} ${kind}`,
      tenant: of,
    };
  }

  /** Takes down what came since it last looked; of A only what B may try, and that it was there. */
  #look(): void {
    for (const tenant of ['a', 'b'] as const) {
      for (const [index, connection] of this.#connections[tenant].entries()) {
        const seen = connection === undefined ? undefined : this.#seen.get(connection);
        if (connection === undefined || seen === undefined) continue;
        for (let next = seen; next < connection.received.length; next += 1) {
          const envelope = connection.received[next] as wire.Envelope;
          this.#learnPlace(tenant, envelope);
          if (tenant === 'b') this.#takeDown(index, envelope);
          else for (const epoch of epochsOf(envelope)) this.#learnEpoch('a', epoch);
        }
        this.#seen.set(connection, connection.received.length);
        if (connection.open) continue;
        this.#seen.delete(connection);
        this.#bus.bus.limiter.closeConnection(addressOf(tenant));
        if (tenant === 'b') this.transcript.push(`b${index} closed with ${connection.closedWith}`);
      }
    }
  }

  #takeDown(index: number, envelope: wire.Envelope): void {
    this.envelopes += 1;
    const { name } = envelope.error ?? {};
    if (name) this.errors[name] = (this.errors[name] ?? 0) + 1;
    const line = describeMessage(envelope, this.#names);
    if (line.includes(MARK_OF_A)) this.transcript.push(`b${index} is shown what is A's: ${line}`);
    for (const clientId of this.#clients.a.keys()) {
      if (line.includes(clientId)) this.transcript.push(`b${index} is shown ${clientId}, a client of A's: ${line}`);
    }
    const { correlationId, commandResult } = envelope;
    if (correlationId.startsWith(UNCOMPARED) && commandResult?.presence) {
      this.transcript.push(`b${index} is sent some of ${commandResult.presence.total} members`);
    } else {
      this.transcript.push(`b${index} ${line}`);
    }
  }

  #learnPlace(tenant: Tenant, { epoch, room, channel }: wire.Envelope): void {
    if (epoch === 0 || room === '') return;
    const place = `${tenant} ${room}:${channel}`;
    const known = this.#epochsAt.get(place) ?? [];
    if (!known.includes(epoch)) this.#epochsAt.set(place, [...known, epoch]);
  }

  /** @returns the how manieth of the tenant's it is */
  #learnEpoch(tenant: Tenant, epoch: number): number {
    if (epoch === 0) return -1;
    const known = this.#epochs[tenant];
    const index = known.indexOf(epoch);
    return index >= 0 ? index : known.push(epoch) - 1;
  }
}

function principals(nowMs: number): Record<string, Principal> {
  const all: Record<string, Principal> = {};
  for (const tenant of ['a', 'b']) {
    for (let session = 0; session < SESSIONS_PER_TENANT; session += 1) {
      const grants = session === 0 ? ALL_GRANTS : LITTLE;
      const who = { tenant, subject: `svc${session}`, grants, subscriptions: ['r0:x.*'] };
      all[`${tenant}${session} good`] = principal(who);
      all[`${tenant}${session} poor`] = principal({ ...who, grants: LITTLE });
      // Of both tenants the clocks are the same, so that credentials end at the same step.
      all[`${tenant}${session} short`] = principal({ ...who, expiresAtMs: nowMs + 30_000 });
    }
  }
  return all;
}

function addressOf(tenant: Tenant): string {
  return tenant === 'a' ? '192.0.2.1' : '198.51.100.1';
}

function epochsOf({ epoch, ack, commandResult }: wire.Envelope): readonly number[] {
  const { join, createChannel } = commandResult ?? {};
  return [epoch, ack?.epoch ?? 0, createChannel?.epoch ?? 0, ...(join?.channels ?? []).map((one) => one.epoch ?? 0)];
}

/** Authentication is the one thing that waits. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
