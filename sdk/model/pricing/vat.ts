import type { PriceList } from '../../contract/prices/price-list.ts';
import type { VatCode } from '../../contract/vat.ts';
import { isWithin } from './moments.ts';
import { isAmong } from './selection.ts';
import type { PricedPerformance } from './types.ts';

/**
 * The tax of an own performance that is sold at a moment: of the rules that hold then, the first whose selection means
 * it, or else the first without a selection. Null where no rule does, and for what a partner plays.
 */
export function vatOf({ vat }: PriceList, performance: PricedPerformance, at: number): VatCode | null {
  if (performance.owner !== null) return null;
  const now = vat.filter(({ from, until }) => isWithin(from, until, at));
  const own = now.find(({ selection }) => selection && isAmong(selection, performance));
  return (own ?? now.find(({ selection }) => !selection))?.code ?? null;
}
