/** The signature algorithms a key may be for (RFC 7518, section 3; RFC 8037 for EdDSA). `none` is not among them. */

export type AlgorithmTraits =
  /** RFC 7518, 3.2: a secret at least as long as the hash. */
  | { readonly kind: 'secret'; readonly secretBytesMin: number }
  | { readonly kind: 'rsa' }
  /** The curve as OpenSSL names it. */
  | { readonly kind: 'ec'; readonly curve: string }
  | { readonly kind: 'ed25519' };

export const JWT_ALGORITHMS = {
  HS256: { kind: 'secret', secretBytesMin: 32 },
  HS384: { kind: 'secret', secretBytesMin: 48 },
  HS512: { kind: 'secret', secretBytesMin: 64 },
  RS256: { kind: 'rsa' },
  RS384: { kind: 'rsa' },
  RS512: { kind: 'rsa' },
  PS256: { kind: 'rsa' },
  PS384: { kind: 'rsa' },
  PS512: { kind: 'rsa' },
  ES256: { kind: 'ec', curve: 'prime256v1' },
  ES384: { kind: 'ec', curve: 'secp384r1' },
  ES512: { kind: 'ec', curve: 'secp521r1' },
  EdDSA: { kind: 'ed25519' },
} as const satisfies Readonly<Record<string, AlgorithmTraits>>;

export type JwtAlgorithm = keyof typeof JWT_ALGORITHMS;

/** Names are compared exactly: `hs256` is no algorithm. */
export function isJwtAlgorithm(name: unknown): name is JwtAlgorithm {
  return typeof name === 'string' && Object.hasOwn(JWT_ALGORITHMS, name);
}

export function traitsOf(algorithm: JwtAlgorithm): AlgorithmTraits {
  return JWT_ALGORITHMS[algorithm];
}
