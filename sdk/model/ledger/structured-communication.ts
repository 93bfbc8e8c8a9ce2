import type { Hash } from './canonical.ts';

/**
 * A Belgian structured communication (OGM/VCS), `+++ddd/dddd/ddddd+++`: ten digits and their check, which is what remains
 * after division by 97, or 97 when nothing does.
 * @param number From 0 up to ten digits.
 * @throws RangeError
 */
export function structuredCommunication(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9_999_999_999) {
    throw new RangeError(`A structured communication has ten digits; ${number} does not fit.`);
  }
  const digits = `${String(number).padStart(10, '0')}${String(number % 97 || 97).padStart(2, '0')}`;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/** The communication of what is settled under an agreement for a period: always the same, for both centres. */
export function settlementCommunication(agreement: string, period: string, hash: Hash): string {
  // 13 digits of hex are the most that a number holds exactly.
  const number = Number.parseInt(hash(`${agreement.toLowerCase()} ${period}`).slice(0, 13), 16);
  return structuredCommunication(number % 10_000_000_000);
}
