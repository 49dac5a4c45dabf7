/**
 * A key that checks signatures of one algorithm and of no other: that the algorithm belongs to the key, not to the
 * token, is what makes algorithm swaps impossible (RFC 8725, section 3.1).
 */
import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { err, ok, type Result } from '../../base/result.js';
import { traitsOf, type JwtAlgorithm } from './algorithms.js';

/** Equal only to itself: a key that was replaced under its old name is another one. */
export interface VerificationKey {
  readonly kid: string;
  readonly algorithm: JwtAlgorithm;
  readonly key: KeyObject;
}

/** NIST SP 800-131A and RFC 7518, 3.3. */
const RSA_BITS_MIN = 2048;
const PEM_MARK = '-----BEGIN';
const PUBLIC_PEM = /^-----BEGIN PUBLIC KEY-----\r?\n/;

/**
 * A key from configuration.
 *
 * @param material for HMAC the secret, every byte of it; else a public key as PEM (`BEGIN PUBLIC KEY`, RFC 7468)
 * @returns or a sentence for operators, without any of the material
 */
export function importKeyMaterial(algorithm: JwtAlgorithm, material: Uint8Array): Result<KeyObject, string> {
  const traits = traitsOf(algorithm);
  if (traits.kind === 'secret') return importSecret(algorithm, material, traits.secretBytesMin);
  const pem = Buffer.from(material).toString('utf8').trimStart();
  // A private key would do as well, which is why it must not lie here: the bus has no use for it.
  if (!PUBLIC_PEM.test(pem)) return err('must be a public key as PEM (-----BEGIN PUBLIC KEY-----)');
  try {
    const key = createPublicKey({ key: pem, format: 'pem' });
    const misfit = findMisfit(algorithm, key);
    return misfit === null ? ok(key) : err(misfit);
  } catch {
    // The decoder's own words say nothing an operator can use.
    return err('is not a readable PEM public key');
  }
}

/** Why the key cannot check signatures of the algorithm; null if it can. */
export function findMisfit(algorithm: JwtAlgorithm, key: KeyObject): string | null {
  const traits = traitsOf(algorithm);
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  switch (traits.kind) {
    case 'secret':
      return key.type === 'secret' ? null : `${algorithm} needs a secret`;
    case 'rsa': {
      if (type !== 'rsa') return `${algorithm} needs an RSA key`;
      if ((details?.modulusLength ?? 0) < RSA_BITS_MIN) return `must have at least ${RSA_BITS_MIN} bits`;
      // With an exponent of 1 every message is its own signature.
      return (details?.publicExponent ?? 0n) >= 3n ? null : 'must have a public exponent of at least 3';
    }
    case 'ec':
      return type === 'ec' && details?.namedCurve === traits.curve ? null : `${algorithm} needs a ${traits.curve} key`;
    case 'ed25519':
      return type === 'ed25519' ? null : `${algorithm} needs an Ed25519 key`;
  }
}

function importSecret(algorithm: JwtAlgorithm, secret: Uint8Array, bytesMin: number): Result<KeyObject, string> {
  if (secret.length < bytesMin) return err(`must have at least ${bytesMin} bytes for ${algorithm}`);
  if (isPublicKnowledge(secret)) {
    return err(`is a PEM, DER or JSON key, and ${algorithm} needs a secret: whoever knows the key could sign`);
  }
  return ok(createSecretKey(secret));
}

/** Key files of other algorithms: taken for a secret, a public key would let everyone sign. */
function isPublicKnowledge(secret: Uint8Array): boolean {
  const bytes = Buffer.from(secret);
  if (bytes.includes(PEM_MARK) || /^\s*\{\s*"/.test(bytes.toString('latin1'))) return true;
  return (['spki', 'pkcs1'] as const).some((type) => {
    try {
      createPublicKey({ key: bytes, format: 'der', type });
      return true;
    } catch {
      // Not a key in this form, as it should be.
      return false;
    }
  });
}
