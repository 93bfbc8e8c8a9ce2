import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';

/**
 * Signs requests as a selling centre does: HTTP Message Signatures (RFC 9421) with Ed25519, the body by its digest
 * (RFC 9530). Written for this kit alone, so that a server is not judged by its own reading of those texts.
 */

/** What a signature is about. `body` is what is sent, to the byte. */
export interface Signable {
  readonly method: string;
  readonly url: URL;
  readonly body?: string | undefined;
}

/** Where a signature departs from what it should be, for the checks that must be refused. */
export interface Forgery {
  /** Another request than the one that is sent. */
  readonly signed?: Partial<Record<'method' | 'authority' | 'path' | 'query' | 'content-type', string>>;
  /** The digest that is sent, and signed, is of this. */
  readonly digestOf?: string;
  /** The digest that is sent, but not signed, is of this. */
  readonly digestSentOf?: string;
  /** Covered components that are left out. */
  readonly without?: readonly string[];
  /** Parameters instead of the right ones; undefined leaves one out. */
  readonly parameters?: Partial<Record<'created' | 'nonce' | 'keyid' | 'alg' | 'tag', string | number | undefined>>;
  readonly key?: SigningKey;
}

/** A key that signs for one agreement. */
export interface SigningKey {
  /** First 16 hex digits of the SHA-256 of the raw public key. */
  readonly id: string;
  /** Raw, base64url. */
  readonly publicKey: string;
  readonly secret: KeyObject;
}

/** What comes before a raw Ed25519 seed in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @throws Error when the seed is not 32 bytes. */
export function signingKey(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new Error(`A key is a seed of 32 bytes, not of ${seed.length}.`);
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'jwk' }).x ?? '';
  const id = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
  return { id, publicKey, secret };
}

/** Nobody else's key. */
export const strangeKey = (): SigningKey => signingKey(randomBytes(32));

const digest = (body: string) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** The headers that sign a request, the digest and type of its body among them. @param now Seconds since 1970. */
export function signatureHeaders(
  request: Signable,
  { agreement, key, now }: { readonly agreement: string; readonly key: SigningKey; readonly now: number },
  forgery: Forgery = {},
): Record<string, string> {
  const { method, url, body } = request;
  const content: Record<string, string> =
    body === undefined
      ? {}
      : { 'content-digest': digest(forgery.digestOf ?? body), 'content-type': 'application/json' };
  const values: Record<string, string> = {
    '@method': forgery.signed?.method ?? method,
    '@authority': forgery.signed?.authority ?? url.host,
    '@path': forgery.signed?.path ?? url.pathname,
    '@query': forgery.signed?.query ?? `?${url.search.slice(1)}`,
    ...content,
    ...(forgery.signed?.['content-type'] && { 'content-type': forgery.signed['content-type'] }),
  };
  const covered = Object.keys(values).filter((name) => !forgery.without?.includes(name));
  const signer = forgery.key ?? key;
  const parameters = parametersOf(`${agreement}:${signer.id}`, now, forgery);
  const input = `(${covered.map((name) => `"${name}"`).join(' ')})${parameters}`;
  const base = [...covered.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${input}`].join('\n');
  return {
    ...content,
    ...(forgery.digestSentOf !== undefined && { 'content-digest': digest(forgery.digestSentOf) }),
    'signature-input': `foyer=${input}`,
    signature: `foyer=:${sign(null, Buffer.from(base), signer.secret).toString('base64')}:`,
  };
}

function parametersOf(keyid: string, now: number, { parameters }: Forgery): string {
  const right = {
    created: now,
    nonce: randomBytes(16).toString('base64url'),
    keyid,
    alg: 'ed25519',
    tag: 'foyer-network-1',
  };
  return Object.entries({ ...right, ...parameters })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `;${name}=${typeof value === 'number' ? value : `"${value}"`}`)
    .join('');
}
