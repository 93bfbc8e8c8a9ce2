import type { SealingKey } from '../contract/index.ts';
import { type Subtle, webRandomBytes, webSubtle } from '../platform.ts';

/** What a sealed number is bound to besides its key, so that it is good for nothing else. */
const CONTEXT = 'foyer-uitpas-1';
/** All sealed numbers are of one length, whatever was typed. */
const LENGTH = 32;

/**
 * Seals a card number to a centre's key, for one of its performances: ECDH on P-256 with a key made for this once,
 * HKDF-SHA-256, AES-256-GCM. Only that centre can read it, and only for that performance.
 * @param performance As the centre that plays names it.
 * @throws Error where the page has no WebCrypto (it is not served over https) or the key is none.
 */
export async function sealNumber(
  number: string,
  { id, publicKey }: SealingKey,
  performance: string,
  subtle: Subtle | undefined = webSubtle(),
): Promise<string> {
  if (!subtle) throw new Error('There is no WebCrypto here: the page must be served over https.');
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const theirs = await subtle.importKey('raw', fromBase64(publicKey), curve, false, []);
  const ours = await subtle.generateKey(curve, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await subtle.exportKey('raw', ours.publicKey));
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256);
  const material = await subtle.importKey('raw', new Uint8Array(shared), 'HKDF', false, ['deriveKey']);
  const aes = { name: 'AES-GCM', length: 256 };
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info: toBytes(CONTEXT) };
  const key = await subtle.deriveKey(hkdf, material, aes, false, ['encrypt']);
  const iv = webRandomBytes(12);
  const parameters = { name: 'AES-GCM', iv, additionalData: toBytes(performance) };
  const sealed = new Uint8Array(await subtle.encrypt(parameters, key, toBytes(number.padEnd(LENGTH).slice(0, LENGTH))));
  return `${id}.${toBase64(Uint8Array.of(...ephemeral, ...iv, ...sealed))}`;
}

/** Of plain characters only, which is all that is ever sealed. */
const toBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63]);
    text += digits.slice(0, Math.min(4, bytes.length - at + 1)).join('');
  }
  return text;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, have, at] = [0, 0, 0];
  for (const digit of text) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffffff;
    have += 6;
    if (have >= 8) {
      have -= 8;
      bytes[at++] = (bits >> have) & 0xff;
    }
  }
  return bytes;
}
