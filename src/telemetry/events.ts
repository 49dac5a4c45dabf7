/**
 * Everything the bus tells its operators, as one union. Events carry identifiers, sizes, counts and codes; never
 * payloads, tokens or other client text. What is about a tenant names it. [P9] [T-TEN-1]
 */
import type { SessionEvent } from './session-events.js';

export type TelemetryEvent =
  | { readonly type: 'server.started'; readonly nodeId: string; readonly url: string }
  | { readonly type: 'server.draining'; readonly deadlineMs: number; readonly connections: number }
  | { readonly type: 'server.stopped'; readonly code: number }
  | { readonly type: 'connection.refused'; readonly remoteAddress: string; readonly reason: string }
  | { readonly type: 'connection.opened'; readonly connectionId: number; readonly remoteAddress: string }
  | {
      readonly type: 'connection.closed';
      readonly connectionId: number;
      /** Null where there was no session; likewise the tenant. */
      readonly clientId: string | null;
      readonly tenant: string | null;
      readonly code: number;
    }
  | SessionEvent
  | {
      readonly type: 'auth.failed';
      readonly remoteAddress: string;
      readonly reason: string;
      /** Of the open session whose new credential it was; null where nobody was known. */
      readonly tenant: string | null;
      readonly clientId: string | null;
    }
  | {
      readonly type: 'message.rejected';
      /** Null where there is no session yet; likewise the tenant. */
      readonly clientId: string | null;
      readonly tenant: string | null;
      readonly connectionId: number;
      readonly error: string;
      readonly field: string;
    }
  | {
      readonly type: 'command.handled';
      readonly clientId: string;
      readonly tenant: string;
      readonly command: string;
      readonly error: string | null;
      readonly durationMs: number;
    }
  | {
      readonly type: 'subscriber.slow';
      readonly connectionId: number;
      readonly action: 'disconnected' | 'conflated';
      readonly queuedBytes: number;
      /** Of the channel whose message was one too many; all three empty where it was none's. */
      readonly tenant: string;
      readonly room: string;
      readonly channel: string;
    }
  | {
      readonly type: 'gap.announced';
      readonly tenant: string;
      readonly room: string;
      readonly channel: string;
      readonly reason: string;
      readonly count: number;
    }
  | { readonly type: 'channel.created'; readonly tenant: string; readonly room: string; readonly channel: string }
  | {
      readonly type: 'channel.removed';
      readonly tenant: string;
      readonly room: string;
      readonly channel: string;
      readonly why: 'deleted' | 'reclaimed';
    }
  /** Keys or certificates that changed under a running server are in use. [T-AUTH-2] [T-AUTH-3] [T-TLS-1] */
  | { readonly type: 'credentials.reloaded'; readonly source: CredentialSource }
  /** They could not be used: those from before stay in use. `problem` names the place and quotes no key. */
  | { readonly type: 'credentials.reload_failed'; readonly source: CredentialSource; readonly problem: string }
  /** Some refusals for a limit are told, all are counted. [T-LIM-1] */
  | {
      readonly type: 'limit.exceeded';
      /** The setting: `limits.rates.connection`, ... */
      readonly limit: string;
      /** Empty before anyone is known; likewise the client. */
      readonly tenant: string;
      readonly clientId: string;
      /** 0 where nobody can say. */
      readonly retryAfterMs: number;
      /** Refusals for this limit since the last event of it, this one included, whoever they were of. */
      readonly count: number;
    }
  /** An address or a subject is shut out for a time. [T-LIM-2] */
  | {
      readonly type: 'access.banned';
      readonly what: 'address' | 'subject';
      /** Empty for addresses. */
      readonly tenant: string;
      /** The address (of IPv6 its /64) or the subject. */
      readonly name: string;
      /** Milliseconds since 1970. */
      readonly untilMs: number;
      readonly durationMs: number;
    }
  | { readonly type: 'internal.error'; readonly where: string; readonly error: Error }
  | CasilDecision
  | {
      readonly type: 'casil.internal_error';
      readonly tenant: string;
      readonly clientId: string;
      readonly room: string;
      readonly channel: string;
      /** What became of the message. */
      readonly outcome: 'allow' | 'block';
      /** The error's name alone, because its message could quote content, and the place in the code that threw it. */
      readonly error: string;
      readonly where: string;
    }
  | {
      readonly type: 'casil.repeated_violations';
      readonly dimension: 'sender' | 'room' | 'channel';
      readonly tenant: string;
      /** The subject, the room, or `room:channel`. */
      readonly name: string;
      /** Whose message passed the threshold. */
      readonly clientId: string;
      readonly count: number;
      readonly windowMs: number;
    }
  | { readonly type: 'casil.events_dropped'; readonly count: number };

/** What content inspection did, or in `monitor` would have done. Names and counts, never content. [C-TEL-1] */
export interface CasilDecision {
  readonly type: 'casil.decision';
  readonly tenant: string;
  readonly clientId: string;
  readonly subject: string;
  /** Empty for commands and hellos. */
  readonly room: string;
  readonly channel: string;
  /** `EVENT`, `COMMAND`, ... */
  readonly messageType: string;
  /** The id its sender knows it by. */
  readonly messageId: string;
  readonly mode: 'monitor' | 'enforce';
  readonly outcome: CasilOutcome;
  /** What enforcing would do; differs from the outcome in `monitor` only. */
  readonly wouldBe: CasilOutcome;
  /** Empty where a flag alone is told. */
  readonly reasonCode: string;
  readonly kind: string;
  readonly riskLevel: 'low' | 'medium' | 'high';
  readonly flags: readonly string[];
  readonly ruleIds: readonly string[];
  /** Policies with a rule of these names. */
  readonly policies: readonly string[];
  /** Part of the message a block is about; empty where there is none. */
  readonly part: string;
  /** Bytes of the whole message, and units of work its inspection took. */
  readonly bytes: number;
  readonly work: number;
  /** Whether operator surfaces may show the payload: inspection was complete, and no rule omits it. */
  readonly payloadState: 'inspected' | 'omitted';
}

export type CredentialSource = 'tls' | 'admin_tls' | 'api_keys' | 'jwks';

export type CasilOutcome = 'allow' | 'allow_with_redaction' | 'block';

export type TelemetryEventType = TelemetryEvent['type'];

/** The port every layer may hold. Emitting never throws, never blocks and never reaches the caller's data. */
export interface Telemetry {
  emit(event: TelemetryEvent): void;
}

/**
 * Counters of the hot path: plain numbers, incremented in place and read when metrics are scraped, so that counting
 * costs one addition. One object per server.
 */
export interface HotCounters {
  framesIn: number;
  bytesIn: number;
  envelopesIn: number;
  published: number;
  duplicates: number;
  acksOut: number;
  rejected: number;
  deliveries: number;
  batchesOut: number;
  writes: number;
  bytesOut: number;
}

export function createHotCounters(): HotCounters {
  return {
    framesIn: 0,
    bytesIn: 0,
    envelopesIn: 0,
    published: 0,
    duplicates: 0,
    acksOut: 0,
    rejected: 0,
    deliveries: 0,
    batchesOut: 0,
    writes: 0,
    bytesOut: 0,
  };
}
