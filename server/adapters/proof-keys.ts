import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import type { ProofKeys } from '../features/uitpas/port.ts';
import type { Clock } from '../ports.ts';

const CURVE = 'prime256v1';
/** Order of P-256 (SEC 2): private keys are from 1 up to here. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const DAY = 86_400_000;
/** As sdk/client/seal.ts lays it out: the key made for once, the nonce, what is sealed, the tag. */
const [EPHEMERAL, NONCE, SEALED, TAG] = [65, 12, 32, 16];

/** A seed for card numbers, which follows from the one of the centre's tickets and tells nothing of it. */
export const proofSeedOf = (ticketSeed: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', ticketSeed, '', 'foyer-uitpas-seed', 32));

/**
 * A centre's keys for card numbers: another one every day, all from one secret, so that every server of the centre has the
 * same. What was sealed longer ago than the day before cannot be opened any more, whoever kept it.
 * @param seed 32 bytes of the centre's own.
 */
export function createProofKeys(seed: Uint8Array, clock: Clock): ProofKeys {
  const today = () => Math.floor(clock.now().getTime() / DAY);
  const known = new Map<number, ReturnType<typeof createECDH>>();
  const keyOf = (day: number) => {
    const key = known.get(day) ?? deriveKey(seed, day);
    known.set(day, key);
    for (const other of known.keys()) if (other < today() - 1) known.delete(other);
    return key;
  };
  return {
    get current() {
      const day = today();
      return { id: `${day}`, publicKey: keyOf(day).getPublicKey('base64url') };
    },
    open(proof, performance) {
      const [id = '', sealed = ''] = proof.split('.');
      const day = [today(), today() - 1].find((one) => `${one}` === id);
      return day === undefined ? undefined : open(keyOf(day), Buffer.from(sealed, 'base64url'), performance);
    },
  };
}

function deriveKey(seed: Uint8Array, day: number): ReturnType<typeof createECDH> {
  const bytes = Buffer.from(hkdfSync('sha256', seed, '', `foyer-uitpas/${day}`, 48));
  // 48 bytes leave no trace of the remainder (FIPS 186-5, A.2.1).
  const secret = (BigInt(`0x${bytes.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const key = createECDH(CURVE);
  key.setPrivateKey(Buffer.from(secret.toString(16).padStart(64, '0'), 'hex'));
  return key;
}

function open(key: ReturnType<typeof createECDH>, sealed: Buffer, performance: string): string | undefined {
  if (sealed.length !== EPHEMERAL + NONCE + SEALED + TAG) return undefined;
  const ephemeral = sealed.subarray(0, EPHEMERAL);
  const iv = sealed.subarray(EPHEMERAL, EPHEMERAL + NONCE);
  const [text, tag] = [sealed.subarray(EPHEMERAL + NONCE, -TAG), sealed.subarray(-TAG)];
  try {
    const secret = hkdfSync('sha256', key.computeSecret(ephemeral), ephemeral, 'foyer-uitpas-1', 32);
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(secret), iv, { authTagLength: TAG });
    cipher.setAAD(Buffer.from(performance, 'latin1')).setAuthTag(tag);
    const number = Buffer.concat([cipher.update(text), cipher.final()])
      .toString('latin1')
      .trimEnd();
    return /^\d{13}$/.test(number) ? number : undefined;
  } catch {
    // No point of the curve, or not sealed to this key for this performance: all the same to who asks.
    return undefined;
  }
}
