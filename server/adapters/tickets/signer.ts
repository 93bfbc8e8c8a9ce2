import { createHash, sign, verify } from 'node:crypto';
import { type CheckSignature, encodeTicketCode, type TicketKey } from '../../../sdk/model/ticket-code.ts';
import type { TicketSigner } from '../../features/tickets/ports.ts';
import { privateKeyOf, publicKeyFrom, rawPublicKeyOf } from '../ed25519.ts';

/**
 * Makes the signer of one centre's tickets from its 32-byte secret seed. The same seed gives the same key and the same
 * codes on every server of the centre, so nothing but the seed needs to be kept.
 * @throws RangeError when the seed is not 32 bytes.
 */
export function createTicketSigner(seed: Uint8Array): TicketSigner {
  const key = privateKeyOf(seed);
  const { id, publicKey } = ticketKey(rawPublicKeyOf(key));
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
  const key = publicKeyFrom(publicKey);
  return key !== undefined && verify(null, message, key, signature);
};
