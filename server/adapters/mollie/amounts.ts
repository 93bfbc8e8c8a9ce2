import type { Money } from '../../../sdk/contract/money.ts';
import { ProviderError } from '../../features/payments/provider.ts';

/** An amount as Mollie writes it: a decimal string with exactly the currency's decimals. */
export interface MollieAmount {
  readonly currency: string;
  readonly value: string;
}

const EXACT = /^(0|[1-9]\d{0,6})\.(\d{2})$/;

/**
 * Writes cents the way Mollie takes them: 3700 becomes `37.00`.
 * @throws ProviderError, outcome `refused`, for what is not a whole, positive number of cents.
 */
export function toMollieAmount({ cents, currency }: Money): MollieAmount {
  if (!Number.isSafeInteger(cents) || cents <= 0) {
    throw new ProviderError('refused', 'invalid', `${cents} cents cannot be paid.`, 'amount');
  }
  const digits = String(cents).padStart(3, '0');
  return { currency, value: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
}

/**
 * Reads Mollie's decimal string without ever passing through a float.
 * @throws RangeError for another currency than euro and for any other way of writing, such as `37.0` or `37,00`.
 */
export function fromMollieAmount({ currency, value }: MollieAmount): Money {
  const [, euros, cents] = EXACT.exec(value) ?? [];
  if (currency !== 'EUR' || euros === undefined || cents === undefined) {
    throw new RangeError(`${value} ${currency} is not an exact amount in euro.`);
  }
  return { cents: Number(euros) * 100 + Number(cents), currency };
}
