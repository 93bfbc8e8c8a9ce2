import type { PerformanceSummary } from '../../sdk/contract/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { ProgrammeWords } from '../translations/programme/index.ts';

const OPENING = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

type Noted = Pick<PerformanceSummary, 'state' | 'availability' | 'priceFrom' | 'onSaleAt'>;

/** What a performance costs, or why it cannot be booked; from when, if that is all it waits for. */
export function noteOf(
  { state, availability, priceFrom, onSaleAt }: Noted,
  localize: Localize,
  words: ProgrammeWords,
  timeZone: string | undefined,
): string {
  if (state === 'not-yet-on-sale' && onSaleAt !== undefined) {
    return words.onSaleFrom(localize.format(onSaleAt, { ...OPENING, timeZone }));
  }
  if (state !== 'on-sale') return words.state[state];
  if (availability.level === 'sold-out') return words.soldOut;
  const price = priceFrom.cents === 0 ? words.gratis : words.priceFrom(localize.price(priceFrom));
  return availability.level === 'few' ? `${price} · ${words.few}` : price;
}
