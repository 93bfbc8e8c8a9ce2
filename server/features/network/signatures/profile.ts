import type { KeyObject } from 'node:crypto';

/**
 * How Foyer uses HTTP Message Signatures (RFC 9421): one signature, by this label and tag, over exactly these
 * components. The nonce is new for every request; the key's name says under which agreement it signs.
 */
export const LABEL = 'foyer';
export const TAG = 'foyer-network-1';
export const ALGORITHM = 'ed25519';

/** How far a signature's moment may lie from our clock, either way, in seconds. */
export const WINDOW = 60;

const ALWAYS = ['@method', '@authority', '@path', '@query'] as const;
const WITH_BODY = ['content-digest', 'content-type'] as const;

/** What a signature covers. */
export const coveredBy = (body: Uint8Array | undefined): readonly string[] =>
  hasBody(body) ? [...ALWAYS, ...WITH_BODY] : ALWAYS;

export const hasBody = (body: Uint8Array | undefined): body is Uint8Array => body !== undefined && body.length > 0;

/** A request as its signature sees it. `url` is whole, and on the side that verifies it is our own public address. */
export interface SignedMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: Uint8Array | undefined;
}

/** Who signs: under which agreement, with which of the centre's keys. */
export interface KeyName {
  readonly agreement: string;
  /** Contract: NetworkKey. */
  readonly key: string;
}

/** A key's name as it stands in a signature. */
export const formatKeyName = ({ agreement, key }: KeyName): string => `${agreement}:${key}`;

/** @returns undefined for what is no key's name. */
export function parseKeyName(text: string): KeyName | undefined {
  const [, agreement, key] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9a-f]{16})$/.exec(text) ?? [];
  return agreement !== undefined && key !== undefined ? { agreement, key } : undefined;
}

/** Finds the public key that a signature names; undefined when there is no such key. */
export type FindKey = (name: KeyName) => Promise<KeyObject | undefined>;

const FIELDS = [...WITH_BODY, 'signature', 'signature-input'];

/** A message as the library reads it, with the fields that matter to a signature. */
export function describeMessage({ method, url, headers }: SignedMessage) {
  const fields = FIELDS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [{ name, value }];
  });
  return { kind: 'request', method, targetUri: url, fields } as const;
}
