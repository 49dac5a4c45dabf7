/**
 * From an open connection to a session: one hello, one authentication, one welcome. Until then every other envelope is
 * answered UNAUTHENTICATED, and the connection lives at most the hello timeout. [P6]
 */
import type { AuthFailure } from '../auth/authenticator.js';
import type { Principal } from '../auth/principal.js';
import { identify } from '../commands/identity.js';
import { isIdentifier } from '../protocol/address.js';
import { CloseCode } from '../protocol/close-code.js';
import { wire } from '../protocol/codec.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { errorFrame, welcomeFrame } from '../protocol/server-frames.js';
import { PROTOCOL_VERSION } from '../protocol/version.js';
import type { Connection } from '../transport/connection.js';
import { createClientId } from './client-id.js';
import { joinGranted } from './granted-subscriptions.js';
import type { PipelinePorts } from './ports.js';
import { refuseBlocked } from './refuse-blocked.js';
import { Session } from './session.js';

export interface Handshake {
  /** An envelope before the session is open. Returns why it was refused, or null. */
  accept(view: EnvelopeView): Rejection | null;
  /** The connection is gone: whatever authentication still answers is dropped. */
  cancel(): void;
}

const HELLO_FIELD = 48;

/** A hello is inspected before anyone is known. */
const NO_ADDRESS = { tenant: '', room: '', channel: '' };
const NOBODY_YET = { clientId: '', subject: '' };

export function beginHandshake(
  ports: PipelinePorts,
  connection: Connection,
  onSession: (session: Session) => void,
): Handshake {
  let state: 'waiting' | 'authenticating' | 'done' = 'waiting';

  const helloTimer = ports.clock.setTimer(ports.facts.helloTimeoutMs, () => {
    if (state !== 'done') refuse(state === 'waiting' ? 'missing' : 'unavailable', null);
  });

  function refuse(reason: AuthFailure['reason'], correlationId: string | null): void {
    state = 'done';
    helloTimer.cancel();
    const { remoteAddress } = connection.info;
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason, tenant: null, clientId: null });
    if (isGuess(reason)) ports.limiter.strike({ what: 'address', address: connection.info.remoteAddress });
    // Nobody could judge it: that is not the client's fault, and passes.
    const passes = reason === 'unavailable';
    const refused = rejection(passes ? 'INTERNAL' : 'UNAUTHENTICATED');
    connection.enqueueFrame(errorFrame(refused, correlationId === null ? {} : { correlationId }));
    if (passes) connection.close(CloseCode.SERVER_BUSY, 'credentials cannot be judged now');
    else connection.close(CloseCode.CLOSED_UNAUTHENTICATED, 'no valid credential');
  }

  async function authenticate(helloId: string, hello: wire.IHello): Promise<void> {
    const { remoteAddress, peerCertificateSha256, assertedPrincipal, credential: early } = connection.info;
    const late = hello.token ? hello.token : null;
    // Whoever stands between may have judged the other one. [T-AUTH-5]
    if (early !== null && late !== null && early !== late) return refuse('ambiguous', helloId);
    const answer = await ports.authenticator.authenticate({
      credential: early ?? late,
      remoteAddress,
      peerCertificateSha256,
      assertedPrincipal,
    });
    if (state !== 'authenticating') return;
    if (!answer.ok) refuse(answer.error.reason, helloId);
    else if (answer.value.expiresAtMs <= ports.clock.nowMs()) refuse('expired', helloId);
    // Everything that is kept by tenant relies on it: no other name may reach a key. [T-TEN-1] [P7]
    else if (!isIdentifier(answer.value.tenant)) throw new Error('the tenant it names is no identifier');
    else welcome(helloId, hello, answer.value);
  }

  /** Known, but banned or past a limit of connections. [T-LIM-1] [T-LIM-2] */
  function turnAway(refused: Rejection, correlationId: string): void {
    connection.enqueueFrame(errorFrame(refused, { correlationId }));
    if (refused.name === 'RATE_LIMITED') connection.close(CloseCode.CLOSED_TOO_MANY_STRIKES, 'banned for a time');
    else connection.close(CloseCode.SERVER_BUSY, `at ${refused.field}`);
  }

  function welcome(helloId: string, hello: wire.IHello, principal: Principal): void {
    state = 'done';
    helloTimer.cancel();
    const refused = ports.limiter.openSession(principal);
    if (refused !== null) return turnAway(refused, helloId);
    const member = {
      clientId: createClientId(ports.facts.nodeId),
      tenant: principal.tenant,
      subject: principal.subject,
      clientType: principal.clientType ?? clientTypeOf(hello),
      screenName: hello.screenName ?? '',
      capabilities: capabilitiesOf(principal, hello),
    };
    connection.assignTenant(principal.tenant);
    const session = new Session(connection, principal, member, ports.clock);
    ports.router.addClient(session);
    onSession(session);
    ports.telemetry.emit({ type: 'auth.accepted', ...identify(session), how: 'hello' });
    connection.enqueueFrame(welcomeFrame(helloId, describeSession(ports, session)));
    joinGranted(ports, session);
  }

  return {
    accept(view) {
      if (view.bodyField !== HELLO_FIELD) return rejection('UNAUTHENTICATED');
      if (state !== 'waiting') return rejection('ALREADY_WELCOMED');
      const inspection = ports.inspector.inspectFor(NO_ADDRESS)(view, NOBODY_YET);
      if (inspection.outcome === 'block') return refuseBlocked(inspection, ports.exposeMetadata);
      const hello = decodeHello(view, inspection.redacted);
      state = 'authenticating';
      const helloId = view.id();
      authenticate(helloId, hello).catch((error: unknown) => {
        ports.telemetry.emit({ type: 'internal.error', where: 'authenticator', error: asError(error) });
        if (state === 'authenticating') refuse('unavailable', helloId);
      });
      return null;
    },
    cancel() {
      state = 'done';
      helloTimer.cancel();
    },
  };
}

/** @param redacted a masked copy of the envelope, from its first byte on. */
function decodeHello(view: EnvelopeView, redacted: Buffer | null): wire.IHello {
  const shift = redacted === null ? 0 : view.start;
  return wire.Hello.decode((redacted ?? view.bytes).subarray(view.bodyStart - shift, view.bodyEnd - shift));
}

function clientTypeOf(hello: wire.IHello): wire.ClientType {
  return hello.clientType ? hello.clientType : wire.ClientType.SERVICE;
}

/** The principal's own list where hello adds nothing, so that idle sessions share it. */
function capabilitiesOf(principal: Principal, hello: wire.IHello): readonly string[] {
  return hello.capabilities?.length ? [...principal.capabilities, ...hello.capabilities] : principal.capabilities;
}

/** Not those who said nothing, nor whom we could not judge. */
function isGuess(reason: AuthFailure['reason']): boolean {
  return reason !== 'missing' && reason !== 'unavailable';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function describeSession(ports: PipelinePorts, session: Session): wire.IWelcome {
  const { limits, facts, log } = ports;
  const { principal } = session;
  return {
    clientId: session.clientId,
    tenant: session.tenant,
    subject: principal.subject,
    grants: {
      publish: [...principal.grants.publish],
      subscribe: [...principal.grants.subscribe],
      history: [...principal.grants.history],
      create: [...principal.grants.create],
      command: [...principal.grants.command],
    },
    limits: {
      payloadBytesMax: limits.payloadBytesMax,
      frameBytesMax: limits.frameBytesMax,
      envelopesPerFrameMax: limits.envelopesPerFrameMax,
      subscriptionsMax: limits.subscriptionsPerConnectionMax,
      historyPageMax: limits.historyPageMax,
      maxHops: limits.maxHops,
    },
    durability: log.durability,
    durabilityNote:
      log.durability === wire.Durability.STORED ? '' : 'history lives in memory and ends with the process',
    features: [],
    protocolVersion: PROTOCOL_VERSION,
    serverVersion: facts.serverVersion,
    pingIntervalMs: facts.pingIntervalMs,
    pongDeadlineMs: facts.pongDeadlineMs,
    expiresAtMs: Number.isFinite(principal.expiresAtMs) ? principal.expiresAtMs : 0,
    bootId: facts.bootId,
  };
}
