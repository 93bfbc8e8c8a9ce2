import type { Money, PassFormula, PriceList, PriceType } from '../../sdk/contract/index.ts';
import type { Localize } from '../internal/localize.ts';
import type { PriceWords } from '../translations/prices/index.ts';

/** What a pass gives and asks, one sentence each: what it opens, for whom, how long, and how to give it back. */
export function givesOf(
  pass: PassFormula,
  { access }: PriceList,
  types: readonly PriceType[],
  { words, localize, timeZone }: { words: PriceWords['pass']; localize: Localize; timeZone: string | undefined },
): readonly string[] {
  const opened = types.filter((type) => access.some((one) => one.priceType === type.id && one.pass === pass.id));
  const day = (instant: string) => localize.format(instant, { dateStyle: 'long', timeZone });
  const { visits, period } = pass;
  const sentences = [
    opened.length > 0 && words.unlocks(localize.list(opened.map(({ name }) => localize.text(name)))),
    visits && (visits.price === 0 ? words.visitsFree : words.visits(localize.money(euros(visits.price)))),
    visits?.maxOpen && words.maxOpen(visits.maxOpen),
    visits?.daysAhead && words.daysAhead(visits.daysAhead),
    visits?.noShowFee && words.noShow(localize.money(euros(visits.noShowFee))),
    'months' in period ? words.months(period.months) : words.period(day(period.from), day(period.until)),
    words.people(pass.people),
    pass.withdrawalDays > 0 && words.withdrawal(pass.withdrawalDays),
  ];
  return sentences.filter((sentence): sentence is string => typeof sentence === 'string');
}

const euros = (cents: number): Money => ({ cents, currency: 'EUR' });
