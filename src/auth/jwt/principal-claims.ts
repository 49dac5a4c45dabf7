/**
 * Who a token speaks for, from claims whose signature has been checked. Every claim is bounded and of one type; a token
 * with a claim that cannot be read is refused, never read as if the claim were absent.
 */
import { isIdentifier } from '../../protocol/address.js';
import { wire } from '../../protocol/codec.js';
import type { Principal } from '../principal.js';
import { readGrants, readSubscriptions } from './grant-claims.js';
import { memberOf, type JsonObject } from './strict-json.js';
import { readStringList } from './string-list.js';
import { isPhrase, isSubject } from './text-rules.js';

/** Which claim of an issuer's tokens says what. */
export interface ClaimNames {
  readonly tenant: string;
  readonly grants: string;
  readonly subscriptions: string;
  readonly roles: string;
  readonly clientType: string;
  readonly capabilities: string;
}

export const DEFAULT_CLAIM_NAMES: ClaimNames = {
  tenant: 'tenant',
  grants: 'arqonbus',
  subscriptions: 'subscriptions',
  roles: 'roles',
  clientType: 'client_type',
  capabilities: 'capabilities',
};

const ROLES_MAX = 32;
/** As many, and as long, as hello may bring (proto/arqonbus/v1/bodies.proto). */
const CAPABILITIES_MAX = 64;
const WORD_CHARS_MAX = 128;

const CLIENT_TYPES: ReadonlyMap<unknown, wire.ClientType> = new Map([
  ['human', wire.ClientType.HUMAN],
  ['ai-agent', wire.ClientType.AI_AGENT],
  ['dashboard', wire.ClientType.DASHBOARD],
  ['service', wire.ClientType.SERVICE],
]);

/**
 * @param fixedTenant of an issuer that speaks for one tenant only. Its tokens need not name it, and may name no other.
 * @returns null when a claim is missing, of the wrong type or out of its bounds
 */
export function readPrincipal(
  claims: JsonObject,
  names: ClaimNames,
  fixedTenant: string | null,
): Omit<Principal, 'expiresAtMs' | 'keyId'> | null {
  const subject = memberOf(claims, 'sub');
  const tenant = readTenant(memberOf(claims, names.tenant), fixedTenant);
  const grants = readGrants(memberOf(claims, names.grants));
  if (!isSubject(subject) || tenant === null || grants === null) return null;

  const subscriptions = readSubscriptions(memberOf(claims, names.subscriptions), grants);
  const roles = readStringList(memberOf(claims, names.roles), ROLES_MAX, isWord);
  const capabilities = readStringList(memberOf(claims, names.capabilities), CAPABILITIES_MAX, isWord);
  const clientTypeName = memberOf(claims, names.clientType);
  const clientType = clientTypeName === undefined ? null : CLIENT_TYPES.get(clientTypeName);
  if (subscriptions === null || roles === null || capabilities === null || clientType === undefined) return null;
  return { tenant, subject, clientType, roles, grants, capabilities, subscriptions };
}

function readTenant(claim: unknown, fixedTenant: string | null): string | null {
  if (claim === undefined) return fixedTenant;
  if (typeof claim !== 'string' || !isIdentifier(claim)) return null;
  return fixedTenant === null || claim === fixedTenant ? claim : null;
}

function isWord(value: unknown): value is string {
  return isPhrase(value, WORD_CHARS_MAX);
}
