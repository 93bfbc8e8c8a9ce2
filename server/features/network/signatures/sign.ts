import { type KeyObject, sign } from 'node:crypto';
import { createSignatureSync } from 'http-message-sig';
import type { Clock, Randomness } from '../../../ports.ts';
import { contentDigest } from './digest.ts';
import {
  ALGORITHM,
  coveredBy,
  describeMessage,
  formatKeyName,
  hasBody,
  type KeyName,
  LABEL,
  type SignedMessage,
  TAG,
} from './profile.ts';

/** Who signs, and with what. */
export interface SigningParts {
  readonly name: KeyName;
  /** Ed25519. */
  readonly privateKey: KeyObject;
  readonly clock: Clock;
  readonly random: Pick<Randomness, 'token'>;
}

/**
 * Signs a request for one partner, once: signing it again gives another nonce. A body needs its Content-Type.
 * @returns The request's headers with `Content-Digest`, `Signature-Input` and `Signature`.
 */
export function signRequest(message: SignedMessage, { name, privateKey, clock, random }: SigningParts): Headers {
  const headers = new Headers(message.headers);
  if (hasBody(message.body)) headers.set('Content-Digest', contentDigest(message.body));
  const components = coveredBy(message.body);
  const url = new URL(message.url).href;
  const { signature, signatureInput } = createSignatureSync(describeMessage({ ...message, url, headers }), {
    label: LABEL,
    components,
    parameters: {
      created: Math.floor(clock.now().getTime() / 1000),
      nonce: random.token(18),
      keyid: formatKeyName(name),
      alg: ALGORITHM,
      tag: TAG,
    },
    signer: { algorithm: ALGORITHM, sign: (base) => sign(null, base, privateKey) },
  });
  headers.set('Signature-Input', signatureInput);
  headers.set('Signature', signature);
  return headers;
}
