/** An IBAN without spaces, in capitals; undefined when its length, country or check digits (ISO 13616) are wrong. */
export function readIban(text: string): string | undefined {
  const iban = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined;
  if (iban.startsWith('BE') && iban.length !== 16) return undefined;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => String(Number.parseInt(sign, 36))).join('');
  return BigInt(digits) % 97n === 1n ? iban : undefined;
}

/**
 * A Belgian enterprise number (KBO/BCE) as ten digits, from how people write it, with or without `BE`; undefined when its
 * last two digits are not 97 less what remains of the first eight.
 */
export function readCompanyNumber(text: string): string | undefined {
  const bare = text
    .replaceAll(/[\s.-]/g, '')
    .toUpperCase()
    .replace(/^BE/, '');
  const digits = bare.length === 9 ? `0${bare}` : bare;
  if (!/^[01]\d{9}$/.test(digits)) return undefined;
  return Number(digits.slice(8)) === 97 - (Number(digits.slice(0, 8)) % 97) ? digits : undefined;
}
