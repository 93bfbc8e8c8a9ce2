import type { Randomness } from '../../ports.ts';

/** Digits and capitals that nobody confuses on paper or on the telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A number for people to read out, such as `2026-7KQ4X2`. Random, so it tells nobody how much is sold. */
export function orderNumber(year: string, random: Randomness): string {
  const bytes = Buffer.from(random.token(12), 'base64url');
  const letters = [...bytes].filter((byte) => byte < LETTERS.length * 8).map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.length < 6 ? orderNumber(year, random) : `${year}-${letters.slice(0, 6).join('')}`;
}
