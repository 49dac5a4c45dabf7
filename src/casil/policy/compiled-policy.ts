/**
 * A policy as the engine uses it: everything that could be decided while loading is decided. Made by
 * `compile-policy.ts` from a validated policy file; immutable. [C-POL-1]
 */
import type { Detector, FindingSource } from '../engine/detector.js';
import type { CompiledPattern } from '../patterns/pattern.js';
import type { Place } from '../../documents/problem.js';
import type { Action, ContentForm, Flag, MessagePart, Risk } from '../vocabulary.js';

/** Which addresses something is about: `room:channel` globs, `*` within a part. */
export interface AddressScope {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A message without an address (a hello, a command) has empty parts: only `*:*` covers it. */
  covers(room: string, channel: string): boolean;
}

export interface FieldSpec extends FindingSource {
  /** `$.customer.ssn`, `$.items[*].card`, `$..password`. */
  readonly path: string;
}

export interface CompiledRule {
  readonly id: string;
  /** `block-secrets/secret-aws` in messages that could mean several policies; ids alone elsewhere. */
  readonly policy: string;
  readonly action: Action;
  readonly observability: 'as_message' | 'omit';
  /** Sources of findings it is about; null where it does not look at findings (`always`, `flags`, `content`). */
  readonly sources: ReadonlySet<FindingSource> | null;
  readonly minRisk: Risk;
  readonly parts: ReadonlySet<MessagePart> | null;
  readonly flags: ReadonlySet<Flag> | null;
  readonly content: ReadonlySet<ContentForm> | null;
  readonly scope: AddressScope | null;
  /** Overrides of what the finding says. */
  readonly kind: string | null;
  readonly risk: Risk | null;
  /** Where the rule stands in its file. */
  readonly place: Place | null;
}

export interface PolicyException {
  readonly rule: string;
  readonly scope: AddressScope;
  /** Globs over the sender's subject; empty for everyone. */
  readonly senders: readonly string[];
  /** Milliseconds since 1970; from then on the exception is void. */
  readonly expiresAtMs: number;
  readonly reason: string;
}

export interface CompiledPolicy {
  readonly name: string;
  /** As it was named: a path, or the name of a shipped policy. */
  readonly origin: string;
  readonly scope: AddressScope;
  readonly detectors: readonly Detector[];
  readonly patterns: readonly CompiledPattern[];
  readonly fields: readonly FieldSpec[];
  /** In the order of the file: a finding takes the first that matches it. */
  readonly rules: readonly CompiledRule[];
  readonly exceptions: readonly PolicyException[];
  /** null where the server's own limit counts. */
  readonly inspectBytesMax: number | null;
  readonly oversize: OversizeBehavior | null;
}

export const OVERSIZE_BEHAVIORS = ['allow', 'block', 'inspect_prefix'] as const;
export type OversizeBehavior = (typeof OVERSIZE_BEHAVIORS)[number];
