import type { PerformanceSummary } from '../../sdk/contract/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';

/** What a performance costs, or why it cannot be booked. */
export function noteOf(
  { state, availability, priceFrom }: Pick<PerformanceSummary, 'state' | 'availability' | 'priceFrom'>,
  localize: Localize,
  words: ProgrammeWords,
): string {
  if (state !== 'on-sale') return words.state[state];
  if (availability.level === 'sold-out') return words.soldOut;
  const price = priceFrom.cents === 0 ? words.gratis : words.priceFrom(localize.price(priceFrom));
  return availability.level === 'few' ? `${price} · ${words.few}` : price;
}
