import { type KeyObject, verify } from 'node:crypto';
import {
  isSignatureError,
  SignatureErrorCode,
  type UntrustedSignatureCandidate,
  type Verifier,
  verifySignature,
} from 'http-message-sig';
import { FoyerError } from '../../../errors.ts';
import type { Clock } from '../../../ports.ts';
import { digestFits } from './digest.ts';
import {
  ALGORITHM,
  coveredBy,
  describeMessage,
  type FindKey,
  hasBody,
  type KeyName,
  LABEL,
  parseKeyName,
  type SignedMessage,
  TAG,
  WINDOW,
} from './profile.ts';

/** Characters that the two headers may have; ours have under 400. */
const LONGEST = 2_000;
const PARAMETERS = ['created', 'nonce', 'keyid', 'alg', 'tag'] as const;
/** Long enough never to come twice by chance, and fit to be kept. */
const NONCE = /^[\x21-\x7e]{16,128}$/;

/** What a signature proves: who asks. That the nonce is new is for whoever remembers nonces to say. */
export interface Proof extends KeyName {
  /** The key's name as it stands in the signature. */
  readonly keyId: string;
  readonly nonce: string;
}

/**
 * Checks that a request was made by a partner, for us, lately, and is whole.
 * @throws FoyerError `signature_missing` or `signature_invalid`; nothing else but what `findKey` rejects with.
 */
export async function verifyRequest(
  message: SignedMessage,
  { findKey, clock }: { readonly findKey: FindKey; readonly clock: Clock },
): Promise<Proof> {
  const required = coveredBy(message.body);
  refuseUnreadable(message);
  try {
    const { parameters } = await verifySignature(describeMessage(message), {
      policy: {
        algorithms: [ALGORITHM],
        requiredComponents: required,
        requiredParameters: PARAMETERS,
        maxAge: 0,
        clockSkew: WINDOW,
        now: Math.floor(clock.now().getTime() / 1000),
      },
      resolveVerifier: (candidate) => resolveVerifier(candidate, required.length, findKey),
    });
    return { ...keyNameOf(parameters.keyid), keyId: `${parameters.keyid}`, nonce: `${parameters.nonce}` };
  } catch (error) {
    if (!isSignatureError(error)) throw error;
    if (error.code === SignatureErrorCode.ResolverFailed) throw error.cause;
    throw invalid(error.message);
  }
}

/** What need not be looked at closer. */
function refuseUnreadable({ headers, body }: SignedMessage): void {
  const [signature, input] = [headers.get('Signature'), headers.get('Signature-Input')];
  if (signature === null || input === null) throw new FoyerError('signature_missing');
  if (signature.length > LONGEST || input.length > LONGEST) throw invalid('The signature is too long.');
  if (hasBody(body) && !digestFits(headers.get('Content-Digest'), body)) {
    throw invalid('Content-Digest is not the SHA-256 of the body.');
  }
}

/** Refuses what is not as agreed before anybody looks for a key. More than one signature the library refuses itself. */
async function resolveVerifier(
  { components, label, parameters }: UntrustedSignatureCandidate,
  covered: number,
  findKey: FindKey,
): Promise<Verifier> {
  if (label !== LABEL) throw invalid(`The signature is not labelled ${LABEL}.`);
  if (components.length !== covered) throw invalid('The signature covers more than it should.');
  if (Object.keys(parameters).length !== PARAMETERS.length) throw invalid('The signature has parameters of its own.');
  if (parameters.tag !== TAG) throw invalid(`The tag is not ${TAG}.`);
  if (!NONCE.test(parameters.nonce ?? '')) throw invalid('The nonce does not have 16 to 128 printable characters.');
  const key = await findKey(keyNameOf(parameters.keyid));
  if (!key) throw invalid(WRONG);
  return verifierWith(key);
}

/** As the library says it, so that an unknown agreement or key cannot be told from a wrong signature. */
const WRONG = 'Signature verification failed';

const verifierWith = (key: KeyObject): Verifier => ({
  algorithm: ALGORITHM,
  verify: (base, signature) => signature.length === 64 && verify(null, base, key, signature),
});

function keyNameOf(keyId: string | undefined): KeyName {
  const name = parseKeyName(keyId ?? '');
  if (!name) throw invalid('The keyid is not <agreement>:<key>.');
  return name;
}

const invalid = (message: string) => new FoyerError('signature_invalid', { message });
