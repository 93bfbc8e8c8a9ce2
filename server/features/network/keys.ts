import { createHash, hkdfSync, type KeyObject } from 'node:crypto';
import type { NetworkKey } from '../../../sdk/contract/index.ts';
import { privateKeyOf, publicKeyFrom, rawPublicKeyOf } from '../../adapters/ed25519.ts';

/** A key with which a centre signs its requests to partners. */
export interface SigningKey {
  /** As partners are told it. */
  readonly shown: NetworkKey;
  readonly privateKey: KeyObject;
}

/** A centre's keys. The first signs; the others are older and still known to partners. */
export interface NetworkKeys {
  readonly current: SigningKey;
  /** The current first. */
  readonly all: readonly SigningKey[];
  /** The same, as partners are told them. */
  readonly shown: readonly NetworkKey[];
}

/**
 * Makes a centre's keys from its secret seeds of 32 bytes each. The same seeds give the same keys on every server.
 * @throws RangeError when there is no seed, or one that is not 32 bytes.
 */
export function createNetworkKeys(seeds: readonly Uint8Array[]): NetworkKeys {
  const keys = seeds.map(signingKey);
  const [current] = keys;
  if (!current) throw new RangeError('A centre needs at least one seed to sign with.');
  return { current, all: keys, shown: keys.map(({ shown }) => shown) };
}

/** A seed for a centre that has none for the network: it follows from the one of its tickets, and tells nothing of it. */
export const networkSeedOf = (ticketSeed: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', ticketSeed, '', 'foyer-network', 32));

/**
 * The public key of a partner, ready to verify with.
 * @returns undefined when its id is not the one that follows from it.
 */
export function verifyingKey({ id, publicKey }: NetworkKey): KeyObject | undefined {
  return keyId(Buffer.from(publicKey, 'base64url')) === id ? publicKeyFrom(publicKey) : undefined;
}

function signingKey(seed: Uint8Array): SigningKey {
  const privateKey = privateKeyOf(seed);
  const raw = rawPublicKeyOf(privateKey);
  return { shown: { id: keyId(raw), publicKey: raw.toString('base64url') }, privateKey };
}

const keyId = (raw: Uint8Array) => createHash('sha256').update(raw).digest('hex').slice(0, 16);
