import { invalid, missing } from './errors.ts';

/** An amount in the smallest unit of its currency: 3700 EUR is € 37,00, 3700 JPY is ¥ 3.700. */
export interface Amount {
  readonly currency: string;
  readonly minor: number;
}

const WITHOUT_DECIMALS = new Set(['JPY', 'ISK']);
const CURRENCIES = new Set(['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'ISK']);

export const decimalsOf = (currency: string) => (WITHOUT_DECIMALS.has(currency) ? 0 : 2);

/** An amount as it goes over the wire. */
export function write({ currency, minor }: Amount): { currency: string; value: string } {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  return { currency, value: decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` };
}

/**
 * Reads the amount of a request as strictly as Mollie: a string with exactly the currency's decimals.
 * @throws Refusal 422 with the field.
 */
export function readAmount(value: unknown, field = 'amount'): Amount {
  if (typeof value !== 'object' || value === null) throw missing(field);
  const { currency, value: text } = value as Record<string, unknown>;
  if (typeof currency !== 'string') throw missing(`${field}.currency`);
  if (text === undefined) throw missing(`${field}.value`);
  if (!CURRENCIES.has(currency)) throw invalid(`${field}.currency`, 'The amount contains an invalid currency');
  const exact = decimalsOf(currency) === 0 ? /^\d{1,9}$/ : /^\d{1,9}\.\d{2}$/;
  if (typeof text !== 'string' || !exact.test(text)) {
    throw invalid(`${field}.value`, 'The amount contains an invalid value');
  }
  return { currency, minor: Number(text.replace('.', '')) };
}
