import type { Product } from '../../sdk/contract/index.ts';

/** A price the buyer chooses, in cents. */
export type OpenPrice = Exclude<Product['price'], { readonly cents: number }>;

/** What is wrong with an amount: out of bounds, or between the steps. */
export type AmountFault = 'bounds' | 'step';

/** An amount as somebody types it, such as `12,50` or `€ 12.50`, in cents; undefined for what is no amount. */
export function readAmount(typed: string): number | undefined {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed.replace(/[€\s]/g, ''));
  if (!match) return undefined;
  const [, euros = '0', cents = ''] = match;
  return Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}

export function faultOf(cents: number | undefined, { least, most, step }: OpenPrice): AmountFault | null {
  if (cents === undefined || cents < least || cents > most) return 'bounds';
  return (cents - least) % step === 0 ? null : 'step';
}
