import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** What precedes a raw Ed25519 seed in PKCS #8 and a raw public key in SPKI (RFC 8410); Node reads only these envelopes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The private key that follows from a seed.
 * @throws RangeError when the seed is not 32 bytes.
 */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError(`An Ed25519 key needs a seed of 32 bytes, got ${seed.length}.`);
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key that goes with a private one. */
export const rawPublicKeyOf = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);

/** A public key from its base64url, ready to verify with; undefined when it is not 32 bytes. */
export function publicKeyFrom(text: string): KeyObject | undefined {
  const raw = Buffer.from(text, 'base64url');
  if (raw.length !== 32) return undefined;
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}
