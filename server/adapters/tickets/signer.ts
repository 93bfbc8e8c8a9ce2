import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { type CheckSignature, encodeTicketCode, type TicketKey } from '../../../sdk/model/ticket-code.ts';
import type { TicketSigner } from '../../features/tickets/ports.ts';

/** What precedes a raw Ed25519 seed in PKCS #8 and a raw public key in SPKI (RFC 8410); Node reads only these envelopes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Makes the signer of one centre's tickets from its 32-byte secret seed. The same seed gives the same key and the same
 * codes on every server of the centre, so nothing but the seed needs to be kept.
 * @throws RangeError when the seed is not 32 bytes.
 */
export function createTicketSigner(seed: Uint8Array): TicketSigner {
  if (seed.length !== 32) throw new RangeError(`A ticket key needs a seed of 32 bytes, got ${seed.length}.`);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
  const { id, publicKey } = ticketKey(raw);
  return {
    keyId: id,
    publicKey,
    sign: (facts) => encodeTicketCode(facts, id, (message) => sign(null, message, key)),
  };
}

/**
 * Names a raw public key the way codes name it.
 * @throws RangeError when it is not 32 bytes.
 */
export function ticketKey(raw: Uint8Array): TicketKey {
  if (raw.length !== 32) throw new RangeError(`An Ed25519 public key has 32 bytes, got ${raw.length}.`);
  return {
    id: createHash('sha256').update(raw).digest('hex').slice(0, 8),
    publicKey: Buffer.from(raw).toString('base64url'),
  };
}

/** Checks a ticket's signature with Node's own crypto; for `verifyTicketCode` of the SDK. */
export const checkSignature: CheckSignature = ({ publicKey }, signature, message) => {
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
