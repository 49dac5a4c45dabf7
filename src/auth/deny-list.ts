/**
 * Who stays out whatever they present: subjects, keys and addresses an operator named. Denied is decided here alone;
 * `denyFrom` makes every authentication ask, and open sessions are looked at again when the list changes. [T-ACC-1]
 */
import { createCidrSet, parseCidr, type Cidr, type CidrSet } from '../base/cidr.js';
import { invariant } from '../base/invariant.js';
import { err } from '../base/result.js';
import type { Authenticator } from './authenticator.js';
import type { Principal } from './principal.js';

export interface DenyListEntries {
  /** Subjects of every tenant (`alice`), or of one (`acme/alice`). */
  readonly subjects: readonly string[];
  /** As `Principal.keyId` names keys. */
  readonly keyIds: readonly string[];
  /** IP addresses and CIDR ranges; must be well-formed. */
  readonly addresses: readonly string[];
}

export interface DenyList {
  /** Rises with every change, so that whoever judged someone knows when to judge again. */
  readonly revision: number;
  /** From now on these are denied, and nobody else. */
  replace(entries: DenyListEntries): void;
  deniesAddress(remoteAddress: string): boolean;
  deniesPrincipal(principal: Pick<Principal, 'tenant' | 'subject' | 'keyId'>): boolean;
}

export const NOBODY: DenyListEntries = { subjects: [], keyIds: [], addresses: [] };

/** @throws InvariantError for an address that is none: configuration has checked them. */
export function createDenyList(first: DenyListEntries = NOBODY): DenyList {
  let subjects: ReadonlySet<string> = new Set();
  let keyIds: ReadonlySet<string> = new Set();
  let addresses: CidrSet = createCidrSet([]);
  let revision = 0;

  function replace(entries: DenyListEntries): void {
    const ranges = createCidrSet(entries.addresses.map(rangeOf));
    subjects = new Set(entries.subjects);
    keyIds = new Set(entries.keyIds);
    addresses = ranges;
    revision += 1;
  }

  replace(first);
  return {
    get revision() {
      return revision;
    },
    replace,
    deniesAddress: (remoteAddress) => addresses.size > 0 && addresses.has(remoteAddress),
    // Both readings of a subject that holds a slash are denied: rather one too many than one too few.
    deniesPrincipal: ({ tenant, subject, keyId }) =>
      subjects.has(subject) || subjects.has(`${tenant}/${subject}`) || keyIds.has(keyId),
  };
}

/** The same authentication without those on the list. A denied address is refused before its credential is looked at. */
export function denyFrom(authenticator: Authenticator, denyList: DenyList): Authenticator {
  return {
    scheme: authenticator.scheme,
    async authenticate(request) {
      if (denyList.deniesAddress(request.remoteAddress)) return err({ reason: 'not_allowed' });
      const answer = await authenticator.authenticate(request);
      // The list may have changed meanwhile.
      const isDenied =
        answer.ok && (denyList.deniesPrincipal(answer.value) || denyList.deniesAddress(request.remoteAddress));
      return isDenied ? err({ reason: 'not_allowed' }) : answer;
    },
    stillVouchesFor: (principal) => authenticator.stillVouchesFor(principal),
  };
}

function rangeOf(text: string): Cidr {
  const range = parseCidr(text);
  invariant(range !== null, 'a denied address is no address or range');
  return range;
}
