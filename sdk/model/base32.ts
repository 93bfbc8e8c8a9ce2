/** Crockford's alphabet: no I, L, O or U, so nothing on paper is mistaken; upper case, so a QR packs two letters in 11 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));
for (const [letter, meant] of [
  ['O', 0],
  ['I', 1],
  ['L', 1],
] as const) {
  VALUES.set(letter, meant);
}

/** Writes bytes as Crockford base32, without padding or check symbol. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(buffer << (5 - bits)) & 31];
}

/**
 * Reads Crockford base32 as people and scanners hand it over: any case, with spaces, line ends and hyphens, O for 0 and
 * I or L for 1. Gives null for anything else, and for a text that {@link toBase32} would have ended differently, so that
 * two texts that differ in more than spelling never mean the same bytes.
 */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let index = 0;
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[index++] = buffer >> bits;
      buffer &= (1 << bits) - 1;
    }
  }
  return bits < 5 && buffer === 0 ? bytes : null;
}
