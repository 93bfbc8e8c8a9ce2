import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a token can unlock: a cart, an order, once the order that a payment belongs to, what is on a voucher or pass, or
 * the way off a waiting list. A token of one kind is worth nothing for another.
 */
export type TokenKind = 'cart' | 'order' | 'return' | 'entitlement' | 'waiting';

/** Makes and checks the bearer tokens of one centre. Nothing is stored: a token follows from the id and the secret. */
export interface Tokens {
  sign(kind: TokenKind, id: string): string;
  /** True only for the token that `sign` gives for the same kind and id. Takes equally long for every wrong one. */
  verify(kind: TokenKind, id: string, token: string): boolean;
  /** A stand-in for something that must be compared but not known, such as a network. Same text, same stand-in. */
  disguise(text: string): string;
  /** Makes a text unreadable for who has not the secret. Same text, same seal. */
  seal(text: string): string;
  /** The text that was sealed; null when it was not, or by another secret. */
  unseal(sealed: string): string | null;
}

/** @param secret The centre's own, at least 32 characters; who knows it can open every cart and order of the centre. */
export function createTokens(secret: string): Tokens {
  const digest = (kind: TokenKind, id: string) => createHmac('sha256', secret).update(`${kind}:${id}`).digest();
  const key = createHmac('sha256', secret).update('seal-key').digest();
  return {
    sign: (kind, id) => digest(kind, id).toString('base64url'),
    verify(kind, id, token) {
      const expected = digest(kind, id);
      const given = Buffer.from(token, 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    disguise: (text) => createHmac('sha256', secret).update(`disguise:${text}`).digest('base64url').slice(0, 22),
    seal(text) {
      // Of the text itself, so that no two texts ever share one.
      const start = createHmac('sha256', secret).update(`seal:${text}`).digest().subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, start);
      const sealed = [start, cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64url');
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(bytes.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
      } catch {
        // The only thing that can be wrong with bytes is that they were sealed otherwise.
        return null;
      }
    },
  };
}

/** Lengths in bytes that AES-GCM has. */
const [NONCE, TAG] = [12, 16];
