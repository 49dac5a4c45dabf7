/**
 * One issuer: its keys, and which of them a token may be checked with. The name of a key means something only within
 * its issuer. Configured keys come first: a key set cannot replace one of them by giving another key its name.
 */
import type { JwtIssuerOptions, JwtSettings } from './options.js';
import { importKeys, JWT_DEFAULTS } from './options.js';
import { FILE_CHECK_INTERVAL_MS, loadFromFile } from './jwks-file.js';
import { loadFromUrl } from './jwks-url.js';
import type { KeySet, KeySetProblem } from './key-set.js';
import { DEFAULT_CLAIM_NAMES, type ClaimNames } from './principal-claims.js';
import { RefreshedKeys } from './refreshed-keys.js';
import type { VerificationKey } from './verification-key.js';

/** `unknown`: no such key, or none named where there are several. `unavailable`: it may exist, but cannot be had. */
export type FoundKey = VerificationKey | 'unknown' | 'unavailable';

type IssuerSettings = Pick<JwtSettings, 'clock' | 'fetch' | 'onKeySet'>;

export class Issuer {
  readonly name: string;
  readonly audience: string;
  readonly tenant: string | null;
  readonly claimNames: ClaimNames;
  readonly #configured: ReadonlyMap<string, VerificationKey>;
  readonly #fetched: RefreshedKeys | null;

  /** @throws JwtOptionsError when a key cannot be used */
  constructor(options: JwtIssuerOptions, settings: IssuerSettings) {
    this.name = options.issuer;
    this.audience = options.audience;
    this.tenant = options.tenant ?? null;
    this.claimNames = { ...DEFAULT_CLAIM_NAMES, ...options.claims };
    this.#configured = importKeys(options);
    this.#fetched = fetchedKeys(options, settings);
  }

  /** Has the key set fetched or refreshed if that is due, without waiting for it. */
  poke(): void {
    this.#fetched?.poke();
  }

  /** @param kid null where the token names no key: then there must be only one. Never rejects. */
  async findKey(kid: string | null): Promise<FoundKey> {
    const configured = kid === null ? undefined : this.#configured.get(kid);
    if (configured !== undefined) return configured;
    if (this.#fetched === null) return (kid === null ? onlyOne(this.#configured, null) : null) ?? 'unknown';
    const set = await this.#fetched.current();
    if (kid === null) return set === null ? 'unavailable' : (onlyOne(this.#configured, set) ?? 'unknown');
    const known = set?.keys.get(kid);
    if (known !== undefined) return known;
    const asked = await this.#fetched.currentAfterMiss();
    return asked === null ? 'unavailable' : (asked.keys.get(kid) ?? 'unknown');
  }

  /**
   * Whether the key was not removed, as far as is known: an unreachable key set removes nobody. Cheap, and has the set
   * refreshed when that is due, so that a removed key is noticed although nobody connects.
   */
  holds(key: VerificationKey): boolean {
    if (this.#configured.get(key.kid) === key) return true;
    this.poke();
    return this.#fetched?.lastSet()?.keys.get(key.kid) === key;
  }

  /** For operators: how the key set is doing. */
  status(): JwtIssuerStatus {
    const set = this.#fetched?.lastSet() ?? null;
    return {
      issuer: this.name,
      keys: new Set([...this.#configured.keys(), ...(set?.keys.keys() ?? [])]).size,
      ignoredKeys: set?.ignored ?? 0,
      problem: this.#fetched?.problem() ?? null,
    };
  }
}

export interface JwtIssuerStatus {
  readonly issuer: string;
  readonly keys: number;
  /** Keys of the set that cannot be used: private, symmetric, weak, unnamed or for something else. */
  readonly ignoredKeys: number;
  /** Why the last attempt to get the key set failed, as a stable word; null if it did not. */
  readonly problem: string | null;
}

/** The only key there is, counted over both sources. */
function onlyOne(configured: ReadonlyMap<string, VerificationKey>, set: KeySet | null): VerificationKey | null {
  const all = new Map([...(set?.keys ?? []), ...configured]);
  const [only] = all.values();
  return all.size === 1 && only !== undefined ? only : null;
}

function fetchedKeys(
  { issuer, jwks }: JwtIssuerOptions,
  { clock, fetch, onKeySet }: IssuerSettings,
): RefreshedKeys | null {
  if (jwks === null) return null;
  const onChange = (problem: KeySetProblem | null) => onKeySet(issuer, problem);
  const { staleMaxMs = JWT_DEFAULTS.staleMaxMs } = jwks;
  if ('file' in jwks) {
    const rules = { cacheMs: FILE_CHECK_INTERVAL_MS, cooldownMs: FILE_CHECK_INTERVAL_MS, staleMaxMs };
    return new RefreshedKeys(loadFromFile(jwks.file), rules, clock, onChange);
  }
  const { url, cacheMs = JWT_DEFAULTS.cacheMs, cooldownMs = JWT_DEFAULTS.cooldownMs } = jwks;
  return new RefreshedKeys(loadFromUrl(url, fetch, clock), { cacheMs, cooldownMs, staleMaxMs }, clock, onChange);
}
