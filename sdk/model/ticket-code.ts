import { fromBase32, toBase32 } from './base32.ts';

/** What a ticket code says: enough to let somebody in, nothing about who they are. */
export interface TicketFacts {
  /** Id of the ticket, a UUID. */
  readonly ticket: string;
  readonly performance: string;
  readonly place: string;
  /** Start of the performance; a code keeps it to the minute. */
  readonly startsAt: Date;
}

/** A centre's public key, as its API tells it. */
export interface TicketKey {
  /** First 8 hex digits of the SHA-256 of the raw public key. */
  readonly id: string;
  /** Raw 32-byte Ed25519 public key, base64url without padding. */
  readonly publicKey: string;
}

/** Makes the 64-byte Ed25519 signature of a message. */
export type Sign = (message: Uint8Array) => Uint8Array;

/** Checks an Ed25519 signature: by Node's crypto in the server, by WebCrypto in a scanner's browser. */
export type CheckSignature = (
  key: TicketKey,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => boolean | Promise<boolean>;

/**
 * What reading a code gives. `malformed`: not a ticket code, or damaged · `unsupported-version`: made by a newer Foyer ·
 * `unknown-key`: of a centre (or a key of it) that was not given · `bad-signature`: not issued by that centre.
 */
export type TicketVerdict =
  | { readonly valid: true; readonly facts: TicketFacts; readonly keyId: string }
  | {
      readonly valid: false;
      readonly reason: 'malformed' | 'unsupported-version' | 'unknown-key' | 'bad-signature';
    };

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const MINUTE = 60_000;
/** Version, key id, ticket and start minute: what precedes the two names. */
const FIXED_BYTES = 1 + 4 + 16 + 4;
/** No honest code is longer, so a longer text is refused unread. */
const MAX_LETTERS = 1200;

/**
 * Writes the code a ticket's QR shows. Same facts and key, same code.
 *
 * Bytes: version 1 · key id 4 · ticket 16 · start in minutes since 1970, big-endian 4 · length and ASCII of the
 * performance · length and ASCII of the place · Ed25519 signature 64 over all that precedes it; the whole in base32.
 * @throws RangeError when a fact does not fit: not a UUID, not ASCII, longer than 255, or a start before 1970.
 */
export function encodeTicketCode(facts: TicketFacts, keyId: string, sign: Sign): string {
  const names = [facts.performance, facts.place].map(asciiBytes);
  const message = Uint8Array.from([
    VERSION,
    ...hexBytes(keyId, 4),
    ...hexBytes(facts.ticket.replaceAll('-', ''), 16),
    ...minuteBytes(facts.startsAt),
    ...names.flatMap((name) => [name.length, ...name]),
  ]);
  return toBase32(Uint8Array.from([...message, ...sign(message)]));
}

/**
 * Says whether a code was issued by one of these centres' keys, and what it says. Needs no network, so a scanner at the
 * door can do it offline. Whether the ticket was used or withdrawn since is for the centre's own list to say.
 */
export async function verifyTicketCode(
  code: string,
  keys: readonly TicketKey[],
  checkSignature: CheckSignature,
): Promise<TicketVerdict> {
  const bytes = code.length > MAX_LETTERS ? null : fromBase32(code);
  if (!bytes || bytes.length === 0) return { valid: false, reason: 'malformed' };
  if (bytes[0] !== VERSION) return { valid: false, reason: 'unsupported-version' };

  const message = bytes.slice(0, -SIGNATURE_BYTES);
  const claimed = readFacts(message);
  if (!claimed) return { valid: false, reason: 'malformed' };

  const key = keys.find(({ id }) => id === claimed.keyId);
  if (!key) return { valid: false, reason: 'unknown-key' };
  const genuine = await checkSignature(key, bytes.slice(-SIGNATURE_BYTES), message);
  return genuine ? { valid: true, ...claimed } : { valid: false, reason: 'bad-signature' };
}

/** Reads what a message claims; null unless it is filled to the last byte. Never shown before the signature is checked. */
function readFacts(message: Uint8Array<ArrayBuffer>): { facts: TicketFacts; keyId: string } | null {
  if (message.length < FIXED_BYTES + 2) return null;
  const performanceEnd = FIXED_BYTES + 1 + (message[FIXED_BYTES] ?? 0);
  const placeEnd = performanceEnd + 1 + (message[performanceEnd] ?? 0);
  if (placeEnd !== message.length) return null;
  const minutes = new DataView(message.buffer).getUint32(21);
  return {
    keyId: hex(message.subarray(1, 5)),
    facts: {
      ticket: hex(message.subarray(5, 21)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      performance: String.fromCharCode(...message.subarray(FIXED_BYTES + 1, performanceEnd)),
      place: String.fromCharCode(...message.subarray(performanceEnd + 1, placeEnd)),
      startsAt: new Date(minutes * MINUTE),
    },
  };
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function hexBytes(text: string, count: number): number[] {
  if (text.length !== count * 2 || !/^[0-9a-f]+$/i.test(text)) {
    throw new RangeError(`A ticket code needs ${count} bytes in hex, got "${text}".`);
  }
  return Array.from({ length: count }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}

function asciiBytes(text: string): number[] {
  if (!/^[\x21-\x7e]{1,255}$/.test(text)) throw new RangeError(`A ticket code cannot carry the name "${text}".`);
  return [...text].map((letter) => letter.charCodeAt(0));
}

function minuteBytes(instant: Date): number[] {
  const minutes = Math.floor(instant.getTime() / MINUTE);
  if (!(minutes >= 0 && minutes < 2 ** 32)) throw new RangeError('A ticket code needs a start between 1970 and 10136.');
  return [minutes >>> 24, (minutes >>> 16) & 255, (minutes >>> 8) & 255, minutes & 255];
}
