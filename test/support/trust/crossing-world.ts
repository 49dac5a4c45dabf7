/** A bus with tenant B on it, and tenant A or not; keeps what B's sessions are sent, with what is random made regular. */
import type { Principal } from '../../../src/auth/principal.js';
import { wire } from '../../../src/protocol/codec.js';
import { plainMessage } from '../commands/plain-message.js';
import { FakeClock } from '../fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../memory-bus.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from './token-authenticator.js';
import { SESSIONS_PER_TENANT, type Step } from './crossing-program.js';

/** How a step names what exists only when it runs. `theirs` is the other tenant's; made up where that is absent. */
export interface Names {
  client(whose: 'own' | 'theirs', index: number): string;
  /** One of the epochs the tenant's sessions have heard of. */
  epoch(whose: 'own' | 'theirs', nth: number): number;
}

type Tenant = 'a' | 'b';

const CONFIG = {
  rooms: [
    { match: 'r0', auto_create: true, join_leave_events: true },
    { match: 'r1', auto_create: true, retention: { count: 3 } },
    { match: '*', presence: false },
  ],
  limits: { subscriptions_per_connection_max: 4, channels_per_tenant_max: 6 },
};

/** The second session of a tenant may do little. */
const LITTLE = { ...ALL_GRANTS, subscribe: ['r0:*'], history: ['r0:c0'], create: [], publish: ['r0:*', 'r1:c0'] };

export interface WorldOptions {
  /** Whether A is there. */
  readonly crowded: boolean;
  /** Which tenant A really is; `b` plants what the campaign must find. */
  readonly tenantOfA: string;
}

export class CrossingWorld {
  readonly transcript: string[] = [];
  readonly #crowded: boolean;
  readonly #clock = new FakeClock();
  readonly #bus: MemoryBus;
  readonly #connections: Record<Tenant, MemoryConnection[]> = { a: [], b: [] };
  readonly #epochs: Record<Tenant, number[]> = { a: [], b: [] };
  /** Of B's sessions, by client id. */
  readonly #clientNames = new Map<string, string>();
  /** Envelopes of a connection that were looked at, and whether its end was. */
  readonly #seen = new Map<MemoryConnection, { count: number; closed: boolean }>();

  constructor({ crowded, tenantOfA }: WorldOptions) {
    this.#crowded = crowded;
    const principals: Record<string, Principal> = {};
    for (const [tenant, name] of [
      ['a', tenantOfA],
      ['b', 'b'],
    ] as const) {
      for (let session = 0; session < SESSIONS_PER_TENANT; session += 1) {
        const grants = session === 0 ? ALL_GRANTS : LITTLE;
        const who = { tenant: name, subject: `svc${session}`, grants, subscriptions: ['r0:x.*'] };
        principals[`${tenant}${session} good`] = principal(who);
        // Of both tenants the clocks are the same, so that credentials end at the same step.
        principals[`${tenant}${session} short`] = principal({ ...who, expiresAtMs: this.#clock.nowMs() + 300_000 });
      }
    }
    this.#bus = createMemoryBus({
      clock: this.#clock,
      config: CONFIG,
      authenticator: new TokenAuthenticator(principals),
    });
  }

  async run(steps: readonly Step[]): Promise<readonly string[]> {
    for (let session = 0; session < SESSIONS_PER_TENANT; session += 1) {
      await this.#connect('b', session, 'good');
      await this.#connect('a', session, 'good');
    }
    for (const [index, step] of steps.entries()) {
      this.transcript.push(`# ${index} ${step.tenant}${step.session} ${step.label}`);
      await this.#take(step);
      this.#look();
    }
    return this.transcript;
  }

  async #take({ tenant, session, act }: Step): Promise<void> {
    // Time passes for both, whoever waits.
    if (act.kind === 'wait') return this.#clock.advance(act.ms);
    if (tenant === 'a' && !this.#crowded) return;
    const current = this.#connections[tenant][session];
    if (act.kind === 'reconnect' || current?.open !== true) {
      current?.close(1000);
      return this.#connect(tenant, session, act.kind === 'reconnect' ? act.token : 'good');
    }
    if (act.kind === 'bytes') {
      current.sendBytes(act.bytes);
    } else {
      const envelope = act.make(this.#namesFor(tenant));
      current.send(withToken(envelope, tenant, session));
      if (envelope.command?.refreshToken) await settled();
    }
    this.#bus.tick();
  }

  async #connect(tenant: Tenant, session: number, token: string): Promise<void> {
    if (tenant === 'a' && !this.#crowded) return;
    const remoteAddress = tenant === 'a' ? '192.0.2.1' : '198.51.100.1';
    const connection = this.#bus.connect({ remoteAddress });
    this.#connections[tenant][session] = connection;
    const hello = { token: `${tenant}${session} ${token}` };
    connection.send({ type: wire.MessageType.COMMAND, id: 'hello', hello });
    await settled();
    this.#bus.tick();
    const welcome = connection.received.find((envelope) => envelope.welcome)?.welcome;
    if (tenant === 'b' && welcome?.clientId) this.#clientNames.set(welcome.clientId, `client b${session}`);
  }

  #namesFor(tenant: Tenant): Names {
    const other: Tenant = tenant === 'a' ? 'b' : 'a';
    return {
      client: (whose, index) => {
        const connection = this.#connections[whose === 'own' ? tenant : other][index];
        return connection?.clientId || `test-node.${'z'.repeat(15)}${index}`;
      },
      epoch: (whose, nth) => {
        const known = this.#epochs[whose === 'own' ? tenant : other];
        return known[nth % Math.max(1, known.length)] ?? 4_000_000_000 + nth;
      },
    };
  }

  /** Takes down what came since it last looked; of A only the epochs, for B to try. */
  #look(): void {
    for (const tenant of ['a', 'b'] as const) {
      for (const [session, connection] of this.#connections[tenant].entries()) {
        const seen = this.#seen.get(connection) ?? { count: 0, closed: false };
        for (const envelope of connection.received.slice(seen.count)) {
          const line = JSON.stringify(this.#regular(tenant, plainMessage(envelope)));
          if (tenant === 'b') this.transcript.push(`b${session} ${line}`);
        }
        if (tenant === 'b' && !connection.open && !seen.closed) {
          this.transcript.push(`b${session} closed with ${connection.closedWith}`);
        }
        this.#seen.set(connection, { count: connection.received.length, closed: !connection.open });
      }
    }
  }

  /** The same for the same behaviour: random client ids and epochs get names, stored bytes are read. */
  #regular(tenant: Tenant, value: unknown, key = ''): unknown {
    if (typeof value === 'number' && key === 'epoch') return this.#epochName(tenant, value);
    if (typeof value === 'string') return this.#clientNames.get(value) ?? value;
    if (value instanceof Uint8Array) {
      if (key !== 'envelopes') return Buffer.from(value).toString('latin1');
      return this.#regular(tenant, plainMessage(wire.Envelope.decode(value)));
    }
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#regular(tenant, item, key));
      // Members are listed by their random ids.
      const isByClient = key === 'members' || key === 'joined' || key === 'left';
      return isByClient ? items.sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1)) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#regular(tenant, item, name)]));
  }

  #epochName(tenant: Tenant, epoch: number): string {
    if (epoch === 0) return 'none';
    const known = this.#epochs[tenant];
    if (!known.includes(epoch)) known.push(epoch);
    return `epoch ${known.indexOf(epoch)}`;
  }
}

/** Tokens in programs are without their session; `theirs` is one of the other tenant. */
function withToken(envelope: wire.IEnvelope, tenant: Tenant, session: number): wire.IEnvelope {
  const token = envelope.command?.refreshToken?.token;
  if (!token) return envelope;
  const full = token === 'theirs' ? `${tenant === 'a' ? 'b' : 'a'}${session} good` : `${tenant}${session} ${token}`;
  return { ...envelope, command: { refreshToken: { token: full } } };
}

/** Authentication is the one thing that waits. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
