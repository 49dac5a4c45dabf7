/**
 * Who may do what: the one place where that is decided. [P6] [CON X.3]
 *
 * Everything not granted is refused; an expired principal may nothing. `authorize` is the decision as a pure function;
 * `compileGrants` is the same decision prepared for a session that asks often.
 */
import { systemClock, type Clock } from '../base/clock.js';
import { coversAddress, coversCommand, parseGrantPattern, type GrantPattern } from './grant-pattern.js';
import type { GrantSet, Principal } from './principal.js';

export type ChannelAction = 'publish' | 'subscribe' | 'history' | 'create';

export type AuthorizationRequest =
  /** `channel` may be a pattern; then all that it matches must be granted. */
  | { readonly action: ChannelAction; readonly room: string; readonly channel: string }
  /** Name of a command, or `direct`, `request`, `reply`. */
  | { readonly action: 'command'; readonly name: string };

/** A principal's grants, ready to ask. Room and channel must be valid; expiry is judged at every call. */
export interface Authorizer {
  readonly principal: Principal;
  /** @param channelText a channel, `*` or `prefix.*`; of a pattern everything must be granted. */
  allows(action: ChannelAction, room: string, channelText: string): boolean;
  /** @param name of a command, or `direct`, `request`, `reply` */
  allowsCommand(name: string): boolean;
  /** The credential's time is over: nothing is allowed any more. */
  expired(): boolean;
}

type NowClock = Pick<Clock, 'nowMs'>;

type Covers = (room: string, channelText: string) => boolean;

export function compileGrants(principal: Principal, clock: NowClock = systemClock): Authorizer {
  const { grants, expiresAtMs } = principal;
  const covers: Readonly<Record<ChannelAction, Covers>> = {
    publish: compilePatterns(grants.publish),
    subscribe: compilePatterns(grants.subscribe),
    history: compilePatterns(grants.history),
    create: compilePatterns(grants.create),
  };
  const expired = expiresAtMs === Infinity ? () => false : () => clock.nowMs() >= expiresAtMs;
  return {
    principal,
    allows: (action, room, channelText) => !expired() && covers[action](room, channelText),
    allowsCommand: (name) => !expired() && grants.command.some((pattern) => coversCommand(pattern, name)),
    expired,
  };
}

const compiledByClock = new WeakMap<NowClock, WeakMap<Principal, Authorizer>>();

/** The grants compiled once for all sessions that share the principal's object and the clock. */
export function authorizerOf(principal: Principal, clock: NowClock = systemClock): Authorizer {
  let compiled = compiledByClock.get(clock);
  if (compiled === undefined) {
    compiled = new WeakMap();
    compiledByClock.set(clock, compiled);
  }
  let authorizer = compiled.get(principal);
  if (authorizer === undefined) {
    authorizer = compileGrants(principal, clock);
    compiled.set(principal, authorizer);
  }
  return authorizer;
}

export function authorize(principal: Principal, request: AuthorizationRequest, nowMs: number): boolean {
  const authorizer = compileGrants(principal, { nowMs: () => nowMs });
  return request.action === 'command'
    ? authorizer.allowsCommand(request.name)
    : authorizer.allows(request.action, request.room, request.channel);
}

/** Grants that match nothing because they are not written as patterns; an authenticator should refuse to vouch for them. */
export function findMalformedGrants(grants: GrantSet): readonly string[] {
  const overAddresses = [...grants.publish, ...grants.subscribe, ...grants.history, ...grants.create];
  return overAddresses.filter((text) => parseGrantPattern(text) === null);
}

/** A malformed pattern allows nothing: fail closed. */
function compilePatterns(texts: readonly string[]): Covers {
  const patterns = texts.map(parseGrantPattern).filter((pattern): pattern is GrantPattern => pattern !== null);
  const [only] = patterns;
  if (only === undefined) return () => false;
  if (patterns.length === 1) return (room, channelText) => coversAddress(only, room, channelText);
  return (room, channelText) => patterns.some((pattern) => coversAddress(pattern, room, channelText));
}
