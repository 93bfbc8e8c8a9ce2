import type { PriceList } from '../../contract/prices/price-list.ts';

export type Rounding = PriceList['rounding'];

/** A whole of hundredths of a percent. */
const WHOLE = 10_000;

/** What is left of a price when a percentage is taken off, rounded as the centre does; never more than the price. */
export function lessPercentage(cents: number, basisPoints: number, { to, mode }: Rounding): number {
  const numerator = cents * (WHOLE - basisPoints);
  const denominator = WHOLE * to;
  const steps = {
    down: () => Math.floor(numerator / denominator),
    up: () => Math.ceil(numerator / denominator),
    nearest: () => Math.floor((2 * numerator + denominator) / (2 * denominator)),
  };
  return Math.min(cents, steps[mode]() * to);
}
