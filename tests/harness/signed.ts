import assert from 'node:assert/strict';
import { FoyerError } from '../../server/errors.ts';
import { createNetworkKeys, verifyingKey } from '../../server/features/network/keys.ts';
import {
  type FindKey,
  type SignedMessage,
  type SigningParts,
  signRequest,
  verifyRequest,
} from '../../server/features/network/signatures/index.ts';
import { standingClock } from './http.ts';

/** The agreement, the partner's key, and one that nobody knows. */
export const AGREEMENT = '0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa';
export const NOW = '2026-11-22T10:00:00Z';
export const { current } = createNetworkKeys([new Uint8Array(32).fill(1)]);
export const { current: stranger } = createNetworkKeys([new Uint8Array(32).fill(2)]);
export const bytes = (text: string) => new TextEncoder().encode(text);

export const EXTEND: SignedMessage = {
  method: 'POST',
  url: 'https://owner.example/centres/de-brug/network/v1/reservations/x/extend?a=1',
  headers: new Headers({ 'Content-Type': 'application/json' }),
  body: bytes('{"seconds":60}'),
};
export const READ: SignedMessage = { ...EXTEND, method: 'GET', headers: new Headers(), body: undefined };

export const findKey: FindKey = async ({ agreement, key }) =>
  agreement === AGREEMENT && key === current.shown.id ? verifyingKey(current.shown) : undefined;

/** A message as the partner of the tests signs it. */
export function signed(message: SignedMessage, parts: Partial<SigningParts> = {}): SignedMessage {
  const headers = signRequest(message, {
    name: { agreement: AGREEMENT, key: current.shown.id },
    privateKey: current.privateKey,
    clock: standingClock(NOW),
    random: { token: () => 'a-nonce-of-the-test-0001' },
    ...parts,
  });
  return { ...message, headers };
}

/** The same message with one header rewritten. */
export function rewritten(message: SignedMessage, name: string, change: (value: string) => string): SignedMessage {
  const headers = new Headers(message.headers);
  headers.set(name, change(headers.get(name) ?? ''));
  return { ...message, headers };
}

export const verify = (message: SignedMessage, clock = standingClock(NOW)) =>
  verifyRequest(message, { findKey, clock });

/** `accepted`, or the code it is refused with. */
export async function verdictOn(message: SignedMessage, clock = standingClock(NOW)): Promise<string> {
  return verify(message, clock).then(
    () => 'accepted',
    (error: unknown) => {
      assert.ok(error instanceof FoyerError, String(error));
      return error.code;
    },
  );
}
