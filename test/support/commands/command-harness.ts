/** Commands over the real memory log, roster and router; only the network and time are missing. */
import { compileGrants, type Authorizer } from '../../../src/auth/authorize.js';
import type { Authenticator } from '../../../src/auth/authenticator.js';
import { createNoAuthenticator } from '../../../src/auth/no-auth.js';
import type { GrantSet, Principal } from '../../../src/auth/principal.js';
import { createFlushLoop } from '../../../src/base/flush-loop.js';
import type { CommandLimits, CommandPorts, CommandSession } from '../../../src/commands/command.js';
import { dispatchCommand } from '../../../src/commands/dispatch.js';
import { channelAddress, type ChannelAddress } from '../../../src/protocol/address.js';
import { wire } from '../../../src/protocol/codec.js';
import type { AppendDraft } from '../../../src/protocol/entry.js';
import type { Rejection } from '../../../src/protocol/rejection.js';
import { commandResultFrame } from '../../../src/protocol/server-frames.js';
import { encodeSenderStamp } from '../../../src/protocol/stamp.js';
import { createRouter } from '../../../src/routing/create-router.js';
import type { RoomPolicy } from '../../../src/routing/room-policy.js';
import { createMemoryChannelLog } from '../../../src/storage/memory/memory-channel-log.js';
import { createMemoryRoster } from '../../../src/storage/memory/memory-roster.js';
import type { RosterMember } from '../../../src/storage/roster.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { FakeClock } from '../fake-clock.js';
import { plainMessage } from './plain-message.js';
import { RecordingSubscriber } from './recording-subscriber.js';

export const ALL_GRANTS: GrantSet = { publish: ['*'], subscribe: ['*'], history: ['*'], create: ['*'], command: ['*'] };

const POLICY: RoomPolicy = {
  retention: { countMax: 100, bytesMax: 1_000_000, ageMaxMs: 3_600_000 },
  slowConsumer: 'disconnect',
  presence: true,
  joinLeaveEvents: false,
  ttlMs: 0,
  minimumDurability: wire.Durability.NONE,
  autoCreate: true,
};

export interface HarnessOptions {
  readonly policy?: Partial<RoomPolicy>;
  readonly limits?: Partial<CommandLimits>;
  readonly authenticator?: Authenticator;
  readonly channelsPerTenantMax?: number;
  readonly channelsMax?: number;
  readonly ports?: (real: CommandPorts) => Partial<CommandPorts>;
}

export interface SessionOptions {
  readonly tenant?: string;
  readonly subject?: string;
  readonly grants?: Partial<GrantSet>;
  readonly expiresAtMs?: number;
  readonly member?: Partial<RosterMember>;
}

/** What a command answered; exactly one of the two is set. */
export interface Answer {
  readonly result: (wire.CommandResult.$Properties & { readonly result?: string }) | null;
  readonly rejection: Rejection | null;
}

export class HarnessSession implements CommandSession {
  readonly remoteAddress = '127.0.0.1';
  readonly subscriber: RecordingSubscriber;
  readonly member: RosterMember;
  principal: Principal;
  authorizer: Authorizer;

  constructor(
    readonly clientId: string,
    principal: Principal,
    member: Partial<RosterMember>,
    private readonly clock: FakeClock,
  ) {
    const { tenant, subject } = principal;
    this.principal = principal;
    this.authorizer = compileGrants(principal, clock);
    this.member = {
      clientId,
      tenant,
      subject,
      clientType: wire.ClientType.SERVICE,
      screenName: '',
      capabilities: [],
      ...member,
    };
    this.subscriber = new RecordingSubscriber(clientId, tenant);
  }

  replacePrincipal(principal: Principal): void {
    this.principal = principal;
    this.authorizer = compileGrants(principal, this.clock);
  }
}

export function createCommandHarness(options: HarnessOptions = {}) {
  const clock = new FakeClock();
  const events: TelemetryEvent[] = [];
  const telemetry = { emit: (event: TelemetryEvent) => void events.push(event) };
  const policy = { ...POLICY, ...options.policy };
  const ticks: (() => void)[] = [];
  let draining = false;

  const log = createMemoryChannelLog({
    clock,
    dedupeWindowMs: 120_000,
    dedupeIdsPerSubjectMax: 1000,
    memoryBytesMax: 10_000_000,
    channelsPerTenantMax: options.channelsPerTenantMax ?? 5000,
    channelsMax: options.channelsMax ?? 1_000_000,
    shares: { shareMin: 0, tenants: 1 },
    persistCasil: true,
  });
  const roster = createMemoryRoster({ clock, node: { nodeId: 'n1', bootId: 'b1', startedAtMs: clock.nowMs() } });
  const router = createRouter({
    log,
    flushLoop: createFlushLoop((run) => ticks.push(run)),
    clock,
    telemetry,
    roomPolicy: () => policy,
    options: { batchBytesMax: 65_536, replayPageCount: 64, replayPageBytes: 65_536, wildcardChannelsMax: 256 },
  });
  const sessions = new Map<string, HarnessSession>();
  log.onEntry = (entry) => router.deliver(entry);
  log.onCreated = ({ tenant, room, channel }) => events.push({ type: 'channel.created', tenant, room, channel });
  router.onMembership = ({ address, clientId, joined }) => {
    const member = sessions.get(clientId)?.member;
    if (!joined) roster.leave(address, clientId);
    else if (member !== undefined) roster.enter(address, member);
  };

  const real: CommandPorts = {
    log,
    roster,
    router,
    clock,
    authenticator: options.authenticator ?? createNoAuthenticator(),
    roomPolicy: () => policy,
    limits: {
      subscriptionsPerConnectionMax: 16,
      historyPageMax: 50,
      frameBytesMax: 65_536,
      refreshTimeoutMs: 5000,
      ...options.limits,
    },
    server: { version: '9.9.9', nodeId: 'n1', startedAtMonotonicMs: clock.monotonicMs(), draining: () => draining },
    telemetry,
    disabled: new Set(),
  };
  const ports: CommandPorts = { ...real, ...options.ports?.(real) };

  function session(over: SessionOptions = {}): HarnessSession {
    const clientId = `n1.client${sessions.size + 1}`;
    const principal: Principal = {
      tenant: over.tenant ?? 'acme',
      subject: over.subject ?? 'svc',
      clientType: null,
      roles: [],
      grants: { ...ALL_GRANTS, ...over.grants },
      capabilities: [],
      subscriptions: [],
      expiresAtMs: over.expiresAtMs ?? Infinity,
      keyId: 'k1',
    };
    const made = new HarnessSession(clientId, principal, over.member ?? {}, clock);
    sessions.set(clientId, made);
    router.addClient(made.subscriber);
    return made;
  }

  let sent = 0;

  /** Dispatches encoded bytes; the list fills as answers come. Results also go to the subscriber, as in production. */
  function dispatch(from: HarnessSession, body: Uint8Array): Answer[] {
    const answers: Answer[] = [];
    sent += 1;
    const correlationId = `c${sent}`;
    const answerFrame = (frame: Uint8Array) => {
      from.subscriber.enqueueFrame(frame);
      const decoded = wire.CommandResult.create(wire.Frame.decode(frame).envelopes[0]?.commandResult ?? {});
      const name = decoded.result;
      answers.push({ result: { ...plainMessage(decoded), ...(name ? { result: name } : {}) }, rejection: null });
    };
    dispatchCommand(body, {
      correlationId,
      session: from,
      ports,
      reply: {
        result: (result) => answerFrame(commandResultFrame(correlationId, result)),
        frame: answerFrame,
        reject: (rejection) => answers.push({ result: null, rejection }),
      },
    });
    return answers;
  }

  function ask(from: HarnessSession, command: wire.Command.$Properties): Answer {
    const answers = dispatch(from, wire.Command.encode(command).finish());
    const [answer] = answers;
    if (answer === undefined || answers.length > 1) throw new Error(`${answers.length} answers instead of one`);
    return answer;
  }

  function publish(address: ChannelAddress, text: string): void {
    sent += 1;
    const source = wire.Envelope.encode({
      version: 1,
      type: wire.MessageType.EVENT,
      id: `m${sent}`,
      room: address.room,
      channel: address.channel,
      payload: Buffer.from(text),
    }).finish();
    const idStart = Buffer.from(source).indexOf(`m${sent}`);
    const draft: AppendDraft = {
      address,
      retention: policy.retention,
      id: `m${sent}`,
      idStart,
      idEnd: idStart + `m${sent}`.length,
      subject: 'publisher',
      senderStamp: encodeSenderStamp('n1.publisher', 'publisher'),
      ttlMs: 0,
      mayCreate: true,
      casil: null,
      source: Buffer.from(source),
      start: 0,
      end: source.length,
    };
    log.append([draft], () => undefined);
  }

  return {
    clock,
    events,
    ports,
    session,
    dispatch,
    ask,
    publish,
    address: (room: string, channel: string, tenant = 'acme') => channelAddress({ tenant, room, channel }),
    startDraining: () => void (draining = true),
    tick() {
      for (const run of ticks.splice(0)) run();
    },
    eventsOf<T extends TelemetryEvent['type']>(type: T) {
      return events.filter((event): event is Extract<TelemetryEvent, { type: T }> => event.type === type);
    },
  };
}
