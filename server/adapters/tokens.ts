import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a token can unlock: a cart, an order, or once the order that a payment belongs to. A token of one kind is worth
 * nothing for another.
 */
export type TokenKind = 'cart' | 'order' | 'return';

/** Makes and checks the bearer tokens of one centre. Nothing is stored: a token follows from the id and the secret. */
export interface Tokens {
  sign(kind: TokenKind, id: string): string;
  /** True only for the token that `sign` gives for the same kind and id. Takes equally long for every wrong one. */
  verify(kind: TokenKind, id: string, token: string): boolean;
  /** A stand-in for something that must be compared but not known, such as a network. Same text, same stand-in. */
  disguise(text: string): string;
}

/** @param secret The centre's own, at least 32 characters; who knows it can open every cart and order of the centre. */
export function createTokens(secret: string): Tokens {
  const digest = (kind: TokenKind, id: string) => createHmac('sha256', secret).update(`${kind}:${id}`).digest();
  return {
    sign: (kind, id) => digest(kind, id).toString('base64url'),
    verify(kind, id, token) {
      const expected = digest(kind, id);
      const given = Buffer.from(token, 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    disguise: (text) => createHmac('sha256', secret).update(`disguise:${text}`).digest('base64url').slice(0, 22),
  };
}
